/** The Teams package: manifest, languages and icons, filled in for one municipality, as a zip to upload. */
import { readdirSync, readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { checkPackage, type PackageFiles } from './check-package.ts'
import { type Environment, readSettings, type Values } from './settings.ts'

export type TeamsPackage = Readonly<
  | { kind: 'package'; zip: Uint8Array; files: PackageFiles }
  | { kind: 'problems'; problems: readonly string[] }
>

/** Local time on purpose: a zip stores local time, and the same bytes must come out in every time zone. */
const MODIFIED_AT = new Date(2026, 0, 1)

export function createTeamsPackage(environment: Environment, version: string): TeamsPackage {
  const settings = readSettings(environment)
  if (settings.kind === 'problems') return settings

  const files = filledFiles(new Map([...settings.values, ['VERSION', version]]))
  const problems = checkPackage(files)
  if (problems.length > 0) return { kind: 'problems', problems }
  return { kind: 'package', zip: zipSync(files, { level: 9, mtime: MODIFIED_AT }), files }
}

/** In alphabetical order, because a folder's own order differs between machines. */
function filledFiles(values: Values): PackageFiles {
  const folder = new URL('./', import.meta.url)
  const names = readdirSync(folder).filter((name) => /[.](json|png)$/.test(name))
  return Object.fromEntries(
    names.sort().map((name) => {
      const content = readFileSync(new URL(name, folder))
      return [name, name.endsWith('.json') ? fillIn(content, values) : new Uint8Array(content)]
    }),
  )
}

/** Fills in texts and not the file, so that a quote in a name cannot break the JSON. */
function fillIn(file: Buffer, values: Values): Uint8Array {
  const filled = JSON.parse(file.toString('utf8'), (key, value: unknown) => {
    if (isOfTab(key) && !values.has('ENTRA_TENANT_ID')) return undefined // leaves the key out
    return typeof value === 'string' ? withValues(value, values) : value
  })
  return new TextEncoder().encode(`${JSON.stringify(filled, undefined, 2)}\n`)
}

const withValues = (text: string, values: Values): string =>
  text.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name) => values.get(name) ?? placeholder)

/** The tab itself, and its words in a language file. */
const isOfTab = (key: string): boolean => key.startsWith('staticTabs')
