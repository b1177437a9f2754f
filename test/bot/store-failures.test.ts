/**
 * Store failures: whichever statement of a request fails, nothing of it is kept, and asked again
 * it has the effect that it would have had.
 */
import { randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { type Database, openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage } from '../../bot/storage/storage.ts'
import { anOffice, cardFor, ciso, escalate, kim, type Office } from './an-office.ts'
import { storedRows } from './stored-rows.ts'

const TIMEOUT_MS = 30_000

/** A database of which one statement, counted from the moment that it is set, fails. */
async function aFragileOffice() {
  const database = openSqlite(':memory:')
  await migrate(database)
  const fault = { after: Number.POSITIVE_INFINITY }
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      fault.after -= 1
      if (fault.after === 0) throw new Error('the disk is gone')
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const fragile: Database = { ...database, kysely: database.kysely.withPlugin(plugin) }
  return { office: await anOffice({ storage: createStorage(fragile) }), database, fault }
}

type Flow = Readonly<{
  prepare?: (office: Office) => Promise<void>
  run: (office: Office) => Promise<unknown>
}>

const formId = randomUUID()
async function waiting(office: Office): Promise<void> {
  await escalate(office, kim)
  await office.deliver()
}
const idOf = (office: Office) => cardFor(office, ciso).escalation.id

const FLOWS: Readonly<Record<string, Flow>> = {
  'report first': { run: (office) => office.say(kim, 'help ik heb net op een foute link geklikt') },
  rate: {
    run: (office) =>
      office.press(kim, {
        verb: 'rate-answer',
        sectionId: 'thuiswerken-printen',
        version: '7',
        helpful: false,
        question: 'mag ik thuis printen',
      }),
  },
  propose: {
    prepare: waiting,
    run: (office) =>
      office.press(ciso, { verb: 'propose-section', escalationId: idOf(office), answer: 'Nee.' }),
  },
  'send an incident': {
    run: (office) =>
      office.press(kim, {
        verb: 'send-incident',
        formId,
        incident: 'general',
        what: 'laptop weg',
        when: '',
        devices: '',
        personalData: 'unknown',
        callBack: '',
      }),
  },
  forget: {
    prepare: waiting,
    run: (office) => office.press(kim, { verb: 'confirm-forget-me' }),
  },
}

/** How many rows of each table there are once it was done. */
async function tally(database: Database): Promise<Readonly<Record<string, number>>> {
  const tables = (await storedRows(database)).map(({ table }) => table)
  return Object.fromEntries(
    [...new Set(tables)].map((table) => [table, tables.filter((one) => one === table).length]),
  )
}

async function tallyWithout({ prepare, run }: Flow) {
  const { office, database } = await aFragileOffice()
  await prepare?.(office)
  await run(office)
  const done = await tally(database)
  await office.close()
  return done
}

/** @returns false when the flow has fewer statements than this */
async function survives({ prepare, run }: Flow, statement: number, expected: object) {
  const { office, database, fault } = await aFragileOffice()
  await prepare?.(office)
  const before = await storedRows(database)

  fault.after = statement
  const failed = await run(office).then(
    () => false,
    () => true,
  )
  fault.after = Number.POSITIVE_INFINITY
  if (failed) {
    expect(await storedRows(database)).toEqual(before)
    await run(office)
  }
  expect(await tally(database)).toEqual(expected)
  await office.close()
  return failed
}

it.each(Object.entries(FLOWS))(
  '%s',
  async (_, flow) => {
    const expected = await tallyWithout(flow)

    let statements = 0
    while (await survives(flow, statements + 1, expected)) statements += 1

    expect(statements).toBeGreaterThan(1)
  },
  TIMEOUT_MS,
)
