/** YAML: reads a small file that people write by hand, and says line and field of what is wrong. */
import { type Document, isMap, isScalar, parseDocument, visit } from 'yaml'
import type { z } from 'zod'

/** Lines count from 1 in the given source. */
export type YamlProblem = Readonly<{ line: number; message: string }>
export type YamlReading<T> = { value: T; problems?: never } | { problems: readonly YamlProblem[] }

/** Nobody needs an alias here, "[*.pdf]" is one by mistake, and nested ones can grow without bounds. */
const NO_ALIAS = 'a value that starts with * must stand between quotes'
/** A mistake repeated on every line is told once a screen. */
const MAX_TOLD = 20

export function readYaml<T>(schema: z.ZodType<T>, source: string): YamlReading<T> {
  const document = parseDocument(source, { schema: 'core', prettyErrors: false })
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ pos, message }) => ({
        line: lineAt(source, pos[0]),
        message: (message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, ''),
      })),
    }
  }
  const alias = firstAlias(document)
  if (alias !== undefined) return { problems: [{ line: lineAt(source, alias), message: NO_ALIAS }] }
  const parsed = schema.safeParse(document.toJS() ?? {})
  if (parsed.success) return { value: parsed.data }
  return { problems: parsed.error.issues.flatMap((issue) => describe(issue, document, source)) }
}

/** Reads the file's content or throws an Error that names file, line and field of every problem. */
export function readYamlOrThrow<T>(schema: z.ZodType<T>, source: string, file: string): T {
  const reading = readYaml(schema, source)
  if (reading.problems === undefined) return reading.value
  const lines = reading.problems.map(({ line, message }) => `${file}, line ${line}: ${message}`)
  const more = lines.length - MAX_TOLD
  throw new Error(
    [...lines.slice(0, MAX_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  )
}

function describe(
  issue: z.core.$ZodIssue,
  document: Document,
  source: string,
): readonly YamlProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: lineOfKey(document, source, issue.path, key),
      message: `"${key}" is not a field that Vraagbaak knows`,
    }))

  const line = lineOf(document, source, issue.path)
  const field = `"${issue.path.map(String).join('.')}"`
  const found = JSON.stringify(document.getIn(issue.path))
  if (found === undefined)
    return [
      { line, message: `${field} ${issue.code === 'invalid_type' ? 'is missing' : issue.message}` },
    ]
  return [{ line, message: `${field} ${issue.message} (found ${found})` }]
}

/** A value can start on a later line than its key. */
function lineOfKey(
  document: Document,
  source: string,
  path: readonly PropertyKey[],
  key: string,
): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined
  return hasRange(pair?.key)
    ? lineAt(source, pair.key.range[0])
    : lineOf(document, source, [...path, key])
}

/** Line of the deepest node that exists on the way to the path. */
function lineOf(document: Document, source: string, path: readonly PropertyKey[]): number {
  const node = document.getIn(path, true)
  if (hasRange(node)) return lineAt(source, node.range[0])
  return path.length === 0 ? 1 : lineOf(document, source, path.slice(0, -1))
}

/** Place of the first alias, in characters from the start. */
function firstAlias(document: Document): number | undefined {
  let place: number | undefined
  visit(document, {
    Alias: (_, alias) => {
      place = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return place
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

const lineAt = (source: string, offset: number): number =>
  source.slice(0, offset).split('\n').length
