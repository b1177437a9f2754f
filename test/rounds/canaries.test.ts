/** Canaries: no file, log, backup or command holds both a person and what that person answered. */

import { createSecret } from '../../bot/secret.ts'
import type { Roster } from '../../bot/storage/people.ts'
import { aTown, CLOSES } from './a-town.ts'
import {
  CANARY,
  type CanaryRound,
  CHOSEN,
  callerOf,
  canaryRound,
  pressIdOf,
  SUSPECTS,
} from './canary-round.ts'
import { findLinks, type Loot } from './loot.ts'
import { signedIn } from './signs.ts'
import { type Stored, storedEngines } from './stored.ts'

let round: CanaryRound
beforeAll(async () => {
  round = await canaryRound()
})

/** All by which somebody is known, on the platform and in the roster. */
const idsOf = (n: number): readonly string[] => {
  const { person, name, conversation } = callerOf(n)
  return [SUSPECTS[n]?.id ?? '', person, name, conversation, pressIdOf(n)]
}
/** Without the CISO, who started it and gets the news of it. */
const EMPLOYEES = SUSPECTS.slice(1)
const EVERYBODY = [...SUSPECTS.keys()].flatMap(idsOf)

/** By name of the table. */
const tables = ({ rows }: Loot): ReadonlyMap<string, string> =>
  new Map([...rows].map(([path, text]) => [path.replace(/^.* /, ''), text]))
const rowsOf = (loot: Loot, ...names: readonly string[]): string =>
  names.map((name) => tables(loot).get(name)).join('\n')
const tablesWith = (loot: Loot, text: string): readonly string[] =>
  [...tables(loot)].flatMap(([name, rows]) => (rows.includes(text) ? [name] : [])).sort()
const filesWith = (loot: Loot, what: string | Buffer): readonly string[] =>
  [...loot.bytes].filter(([, bytes]) => bytes.includes(what)).map(([path]) => path)

const OPEN_ONLY = ['poll_person', 'poll_taker', 'poll_counter', 'poll_wish', 'poll_salt']

describe('while a round is open', () => {
  it('the answer stands in counters and in the questions, which are the same for all', () => {
    expect(tablesWith(round.during.loot, CHOSEN)).toEqual(['message', 'poll_counter', 'poll_round'])
    const counters = rowsOf(round.during.loot, 'poll_counter').split('\n')
    expect(counters.filter((row) => row.includes(CHOSEN) && row.includes('"n":1'))).toHaveLength(1)
  })

  it('whoever answered stands nowhere but among all who were asked', () => {
    const where = [...tables(round.during.loot)].filter(
      ([, rows]) => signedIn(rows, idsOf(CANARY)).length > 0,
    )
    expect(where.map(([name]) => name).sort()).toEqual([
      'conversation',
      'delivery',
      'person',
      'poll_person',
    ])
    const asked = rowsOf(round.during.loot, 'poll_person')
    expect(SUSPECTS.filter(({ id }) => !asked.includes(id))).toEqual([])
  })

  it('no log line and no metric holds a person or an answer', () => {
    expect(round.lines.length).toBeGreaterThan(25)
    for (const { said } of [round.during, round.after]) {
      expect(signedIn(said, EVERYBODY)).toEqual([])
      expect(said).not.toContain(CHOSEN)
      expect(said).not.toMatch(/answer-poll|decline-poll|poll-thanks|poll-answered|poll-declined/)
    }
  })

  it('the answer is not said back', () => {
    const { answered } = round.press
    expect(answered).toMatch(/^200 /)
    expect(answered).toContain('AdaptiveCard')
    expect(answered).not.toContain(CHOSEN)
  })

  it('that somebody answers at this moment is in no log and no metric', () => {
    expect(round.press.told).toEqual([])
  })

  it('nor when somebody answers on an old client, which sends buttons as messages', () => {
    expect(round.pressOnOldClient.told).toEqual([])
  })

  it('the key lies in its own file and nowhere else, not even in a backup', () => {
    const text = round.key.toString().trim()
    for (const what of [text, Buffer.from(text, 'base64')]) {
      const found = filesWith(round.during.loot, what).map((path) => path.includes('rounds'))
      expect(found.every(Boolean)).toBe(true)
      expect(filesWith(round.backup, what)).toEqual([])
    }
  })

  it('a backup holds nothing of who took part, also for who has every key', () => {
    for (const table of OPEN_ONLY) expect(rowsOf(round.backup, table)).toBe('')
    expect(round.tags.flatMap((tag) => filesWith(round.backup, tag))).toEqual([])
    expect(findLinks(withKeys(round.backup), EMPLOYEES, [round.key.toString()])).toEqual([])
  })
})

describe('who searches with the whole disk in hand', () => {
  it('finds who took part and who was reminded while the key is there', () => {
    const links = findLinks(round.during.loot, EMPLOYEES)
    const kind = (word: string) => links.filter((link) => link.startsWith(word))

    expect(kind('plain')).toEqual([])
    expect(kind('hashed')).toHaveLength(EMPLOYEES.length - 1) // not who wants no poll ever
    expect(kind('sealed')).toHaveLength(8) // whose reminder it is
  })

  it('finds nobody after the round closed, in the files or in a backup, not even with the key', () => {
    const key = [round.key.toString()]
    expect(findLinks(round.after.loot, EMPLOYEES, key)).toEqual([])
    expect(findLinks(withKeys(round.backupAfter), EMPLOYEES, key)).toEqual([])
  })

  const postgres = storedEngines.filter(({ name }) => name === 'PostgreSQL')
  it.each(postgres)('finds nobody after that in $name either, with its secret', async (engine) => {
    const root = Buffer.alloc(32, 'the secret of several machines')
    const stored = await engine.openStored()
    try {
      const secret = createSecret(root)
      const town = await aTown({ storage: stored.storage, secret, keys: stored.keys(secret) })
      await town.openRound()
      for (let n = 1; n <= 12; n++) await town.answer(n)

      expect(await linksIn(stored, town.roster, root)).toHaveLength(12)
      await town.goTo(CLOSES)
      expect(await linksIn(stored, town.roster, root)).toEqual([])
    } finally {
      await stored.close()
    }
  })
})

/** In the rows, by hashes: the ids of these people are too common to look for themselves. */
async function linksIn(stored: Stored, { people }: Roster, root: Buffer) {
  const rows = [...(await stored.rows())].map(([name, text]) => [`a.db ${name}`, text] as const)
  const loot = { bytes: new Map(), rows: new Map(rows) }
  const suspects = people.map(({ id, entraId = '' }) => ({ id, platformId: entraId }))
  const links = findLinks(loot, suspects, [root.toString('base64')])
  return links.filter((link) => !link.startsWith('plain'))
}

describe('after the round closed', () => {
  it('nothing of it is left but the plan, and what it says of itself', () => {
    const { loot } = round.after
    for (const table of [...OPEN_ONLY, 'batch', 'message']) expect(rowsOf(loot, table)).toBe('')
    expect(rowsOf(loot, 'delivery')).not.toMatch(/"lane":"bulk"/)
    expect([...loot.bytes.keys()].filter((path) => path.includes('rounds'))).toEqual([])
    expect(tablesWith(loot, CHOSEN)).toEqual(['poll_plan', 'poll_round'])
  })

  it('no file holds a hash, a salt or a key that existed while it was open', () => {
    expect(round.tags).toHaveLength(16)
    for (const loot of [round.after.loot, round.backupAfter])
      for (const what of [...round.tags, round.key, round.key.toString().trim()])
        expect(filesWith(loot, what)).toEqual([])
  })

  it('nobody stands in the files more often than before it opened', () => {
    const timesIn = ({ bytes }: Loot, id: string) =>
      [...bytes.values()].reduce(
        (sum, file) => sum + file.toString('latin1').split(id).length - 1,
        0,
      )
    const more = EMPLOYEES.flatMap(({ id, platformId }) => [id, platformId]).filter(
      (id) => timesIn(round.after.loot, id) !== timesIn(round.before.loot, id),
    )

    expect(more).toEqual([])
    expect(timesIn(round.before.loot, SUSPECTS[1]?.id ?? '')).toBeGreaterThan(0)
  })

  it('no command tells of a person', () => {
    expect(round.outputs).toContain('poll-closed')
    expect(round.outputs).toContain('"coverage"')
    expect(signedIn(round.outputs, EVERYBODY.slice(5))).toEqual([])
  })
})

/** With all that lies beside the database. */
function withKeys({ bytes, rows }: Loot): Loot {
  const keys = [...round.during.loot.bytes].filter(([path]) => path.endsWith('secret.key'))
  return { bytes: new Map([...bytes, ...keys]), rows }
}
