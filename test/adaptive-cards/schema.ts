/**
 * Schema: which cards Teams knows, generated from the types of @microsoft/teams.cards.
 *
 * The published JSON schema refuses good Teams cards, and its version 1.6 is itself invalid.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ErrorObject } from 'ajv'
import { type Node, nodesOf } from './nodes.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const require = createRequire(import.meta.url)

type Schema = Readonly<{
  definitions: Record<string, { properties?: { type?: { const?: string } } }>
}>

/** Problems of a card as "ColumnSet: /columns/0/width must be string", the deepest ones only. */
export function schemaProblems(card: unknown): readonly string[] {
  const [root] = nodesOf(card)
  if (root === undefined) return ['a card has a type']
  return problemsOf(root).length === 0 ? [] : [...nodesOf(card)].flatMap(deepestProblemsOf)
}

function deepestProblemsOf(node: Node): readonly string[] {
  const below = [...nodesOf(Object.values(node))].some((child) => problemsOf(child).length > 0)
  return below ? [] : problemsOf(node)
}

function problemsOf(node: Node): readonly string[] {
  const definition = definitionOf.get(node.type)
  const check = definition && ajv.getSchema(`teams#/definitions/${definition}`)
  if (!check) return [`${node.type}: Teams knows no such element`]
  return check(node) === true ? [] : (check.errors ?? []).map((error) => describeError(node, error))
}

function describeError({ type }: Node, { instancePath, message, params }: ErrorObject): string {
  return `${type}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`
}

const schema = readSchema()
const ajv = new Ajv({ strict: false }).addSchema(schema, 'teams')
const definitionOf = new Map(
  Object.entries(schema.definitions).flatMap(([name, { properties }]) => {
    const type = properties?.type?.const
    return type === undefined || !name.startsWith('I') ? [] : [[type, name] as const]
  }),
)

/** Takes 2.5 s, so it is kept until the types get another version. */
function readSchema(): Schema {
  const { version } = require('@microsoft/teams.cards/package.json')
  const cached = join(root, `node_modules/.cache/vraagbaak/teams-card-${version}.schema.json`)
  if (!existsSync(cached)) generateInto(cached)
  return JSON.parse(readFileSync(cached, 'utf8'))
}

/** By way of a file of its own, because tests run side by side. */
function generateInto(file: string): void {
  const own = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  execFileSync(process.execPath, [
    require.resolve('ts-json-schema-generator/bin/ts-json-schema-generator.js'),
    ...['--path', fileURLToPath(new URL('./teams-card.ts', import.meta.url))],
    ...['--tsconfig', join(root, 'tsconfig.json'), '--type', 'TeamsCard', '--out', own],
    // Without "--expose all" the generator runs out of memory on these types.
    ...['--no-top-ref', '--no-type-check', '--expose', 'all', '--jsDoc', 'none'],
  ])
  renameSync(own, file)
}
