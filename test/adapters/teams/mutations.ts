/** Mutations: activities with something wrong in them, sent to a bot as Teams would. */
import fc from 'fast-check'
import { readFixture } from '../../stand-ins/fixture.ts'
import { forService, type TeamsRig } from '../../stand-ins/teams.ts'

const AT_ONCE = 20
const SEED = 20261122

export type Mutant = Readonly<{ body: string; status: number }>

/** The same activities for the same number of them. */
export async function sendMutants(teams: TeamsRig, cases: number): Promise<readonly Mutant[]> {
  const token = await teams.identity.sign(forService(teams.connector))
  const bodies = fc
    .sample(mutated, { numRuns: cases, seed: SEED })
    .map((text, id) => bodyOf(text, id, teams.connector.serviceUrl))
  const mutants: Mutant[] = []
  for (let from = 0; from < bodies.length; from += AT_ONCE) {
    const batch = bodies.slice(from, from + AT_ONCE).map(async (body) => ({
      body: body.slice(0, SHOWN),
      status: await statusOf(body, teams.url, token),
    }))
    mutants.push(...(await Promise.all(batch)))
  }
  return mutants
}

const SHOWN = 200

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    [[]],
    '\ud800',
    '\u0000',
    '__proto__',
  ),
  fc.constantFrom(
    'x'.repeat(5_000),
    '<at>'.repeat(500),
    'message',
    'invoke',
    'adaptiveCard/action',
  ),
  fc.integer({ min: 10, max: 10_000 }).map((levels) => `DEEP ${levels}`), // see bodyOf
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A fixture with a value at a random place of it replaced, removed or doubled under another name. */
const mutated = fc
  .record({
    fixture: fc.constantFrom(
      'message-personal',
      'message-channel',
      'message-submit',
      'invoke-show-section',
      'installation-personal',
      'conversation-update-bot-added',
    ),
    steps: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    value: odd,
    how: fc.constantFrom('replace', 'remove', 'rename'),
    name: fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'extra'),
  })
  .map(({ fixture, steps, value, how, name }) => {
    const body = { ...readFixture(fixture), serviceUrl: 'SERVICE' }
    change(body, steps, { value, how, name })
    return JSON.stringify(body)
  })

type Change = Readonly<{ value: unknown; how: string; name: string }>

function change(at: Record<string, unknown>, [step = 0, ...steps]: number[], what: Change): void {
  const keys = Object.keys(at)
  const key = keys[step % keys.length] ?? what.name
  const inner = at[key]
  if (steps.length > 0 && typeof inner === 'object' && inner !== null) {
    change(inner as Record<string, unknown>, steps, what)
    return
  }
  const { value, how, name } = what
  const own = { value, enumerable: true, configurable: true, writable: true }
  if (how === 'remove') delete at[key]
  else Object.defineProperty(at, how === 'rename' && !Array.isArray(at) ? name : key, own) // also for __proto__
}

/** What JSON.stringify cannot write, such as lists in lists in lists, is put in afterwards. */
function bodyOf(text: string, id: number, serviceUrl: string): string {
  return text
    .replace('"SERVICE"', JSON.stringify(serviceUrl))
    .replace('1763800000001', `m-${id}`)
    .replace(/"DEEP (\d+)"/g, (_match, levels) => deep(Number(levels)))
}

async function statusOf(body: string, url: string, token: string): Promise<number> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  })
  await response.arrayBuffer()
  return response.status
}
