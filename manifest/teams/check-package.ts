/** Check a Teams package without a tenant or the internet, so that nobody uploads one that Teams refuses. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import AjvDraft04, { type ValidateFunction } from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { z } from 'zod'
import { readPngHeader } from './png.ts'

/** The files of the package by name, as they go into the zip. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>

const COLOUR_ICON_SIZE = 192
const OUTLINE_ICON_SIZE = 32

/** What the checks themselves need of a schema. */
const Schema = z.looseObject({
  properties: z.record(z.string(), z.unknown()),
  patternProperties: z.record(z.string(), z.unknown()).default({}),
})

// The schemas hold patterns that are no valid regular expressions with the u flag.
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv)
const require = createRequire(import.meta.url)
const MANIFEST = officialSchema('MicrosoftTeams.schema.json')
const LANGUAGE = officialSchema('MicrosoftTeams.Localization.schema.json')

/** The parts of a valid manifest that name other files. */
const Manifest = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z
    .object({ additionalLanguages: z.array(z.object({ file: z.string() })).default([]) })
    .default({ additionalLanguages: [] }),
})

/** Returns a sentence for each problem that would make Teams refuse or misread the package. */
export function checkPackage(files: PackageFiles): readonly string[] {
  const manifest = files['manifest.json']
  if (manifest === undefined) return ['manifest.json is missing.']
  const content = parseJson(manifest)
  const mistakes = [
    ...leftPlaceholders('manifest.json', manifest),
    ...schemaMistakes('manifest.json', content, MANIFEST.validate),
  ]
  if (mistakes.length > 0) return mistakes

  const named = Manifest.parse(content)
  const languages = named.localizationInfo.additionalLanguages.map(({ file }) => file)
  return [
    ...missingFiles(files, [named.icons.color, named.icons.outline, ...languages]),
    ...iconMistakes(files, named.icons.color, COLOUR_ICON_SIZE),
    ...iconMistakes(files, named.icons.outline, OUTLINE_ICON_SIZE),
    ...languages.flatMap((file) => languageMistakes(file, files[file], content)),
  ]
}

function missingFiles(files: PackageFiles, named: readonly string[]): string[] {
  const unused = Object.keys(files).filter(
    (file) => file !== 'manifest.json' && !named.includes(file),
  )
  return [
    ...named
      .filter((file) => files[file] === undefined)
      .map((file) => `manifest.json names ${file}, which does not exist.`),
    ...unused.map((file) => `${file} is not named in manifest.json.`),
  ]
}

function iconMistakes(files: PackageFiles, name: string, size: number): string[] {
  const file = files[name]
  if (file === undefined) return []
  const header = readPngHeader(file)
  if (header === undefined) return [`${name} is not a PNG picture.`]
  const { width, height, rgba } = header
  return [
    ...(width === size && height === size
      ? []
      : [`${name} must be ${size} x ${size} pixels (found ${width} x ${height}).`]),
    ...(rgba ? [] : [`${name} must be saved with red, green, blue and alpha.`]),
  ]
}

function languageMistakes(name: string, file: Uint8Array | undefined, manifest: unknown): string[] {
  if (file === undefined) return []
  const content = parseJson(file)
  const translated = Object.keys(Object(content)).filter((key) => key !== '$schema')
  const original = translatableKeys(manifest)
  return [
    ...leftPlaceholders(name, file),
    ...schemaMistakes(name, content, LANGUAGE.validate),
    ...without(original, translated).map((key) => `${name} does not translate "${key}".`),
    ...without(translated, original).map(
      (key) => `${name} translates "${key}", which manifest.json does not have.`,
    ),
  ]
}

const without = (keys: readonly string[], others: readonly string[]): string[] =>
  keys.filter((key) => !others.includes(key))

/** Texts of the manifest as a language file names them, such as "bots[0].commandLists[0].commands[1].title". */
function translatableKeys(manifest: unknown): string[] {
  const names = new Set(Object.keys(LANGUAGE.schema.properties))
  const patterns = Object.keys(LANGUAGE.schema.patternProperties).map((key) => new RegExp(key))
  return pathsOfTexts(manifest)
    .filter((path) => path !== '$schema')
    .filter((path) => names.has(path) || patterns.some((pattern) => pattern.test(path)))
}

function pathsOfTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pathsOfTexts(item, `${path}[${index}]`))
  }
  return Object.entries(Object(value)).flatMap(([key, item]) =>
    pathsOfTexts(item, path === '' ? key : `${path}.${key}`),
  )
}

function leftPlaceholders(name: string, file: Uint8Array): string[] {
  const left =
    Buffer.from(file)
      .toString('utf8')
      .match(/\$\{\{.*?\}\}/g) ?? []
  return left.map((placeholder) => `${name}: nothing is known to fill in for ${placeholder}.`)
}

/** Microsoft's own schemas, from its package, so that no internet is needed. */
function officialSchema(file: string) {
  const root = dirname(require.resolve('@microsoft/app-manifest/package.json'))
  const path = join(root, 'build/json-schemas/teams/v1.25', file)
  const schema = Schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return { schema, validate: ajv.compile(schema) }
}

function schemaMistakes(name: string, content: unknown, validate: ValidateFunction): string[] {
  if (validate(content)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${name}: ${instancePath || 'the whole'} ${message}.`,
  )
}

/** Returns undefined for text that is no JSON; the schema then says that it must be an object. */
function parseJson(file: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(file).toString('utf8'))
  } catch {
    return undefined
  }
}
