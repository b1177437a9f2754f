/** `npm run handbook -- announcements`: what was told to many, and what became of it for each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage } from '../../bot/open-storage.ts'
import { keyFor } from '../../bot/telling/announcement-view.ts'
import { ANNOUNCEMENT_ID as ID } from '../telling-builders.ts'
import { hostCommands } from './host-commands.ts'

const HERE = 'waterveen'
/** Tuesday, ten o'clock in Amsterdam. */
const AT = Date.UTC(2026, 10, 24, 9)
const PEOPLE = ['sem', '=noor', 'eva;"x"']

let dataDir: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-announcements-'))
  const { stores, close } = await openStorage({ dataDir }, 'bot')
  await stores.announcements.add(HERE, {
    ...{ id: ID, version: 13, unit: 'Ruimte', words: 'geheim', author: '1001', people: 3 },
    ...{ state: 'sending', createdAt: AT, sendAt: AT },
  })
  await stores.outbox.fanOut(
    {
      ...{ batch: `announcement:${ID}`, organisation: HERE, class: 'notice', hours: 'any' },
      messages: [{ kind: 'notice', language: 'nl', notice: 'you-are-welcome' }],
      recipients: PEOPLE.map((person) => ({
        ...{ id: person, dedupeKey: keyFor(ID, person) },
        address: { kind: 'person', platform: 'teams', person: `entra-${person}` } as const,
      })),
    },
    AT,
  )
  const queue = { organisation: HERE, platform: 'teams', lane: 'bulk', hours: 'any' } as const
  await stores.outbox.claim(queue, { owner: 'bot', now: AT, until: AT + 1, limit: 9 })
  const by = { owner: 'bot', now: AT }
  const settled = { lane: 'bulk', isUnknown: false } as const
  const sent = { ...settled, id: 'sem', next: { state: 'sent' }, outcome: 'sent' } as const
  const blocked = { ...settled, id: '=noor', next: { state: 'rejected' } } as const
  await stores.outbox.settle(HERE, [sent, { ...blocked, outcome: 'http-403' }], by)
  await close()
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const hosted = hostCommands()
const handbook = (...args: readonly string[]) => hosted({ DATA_DIR: dataDir }, 'handbook', ...args)

it('lists each with its state and counts, without what was written', async () => {
  const { output } = await handbook('announcements')

  expect(output).toBe(
    `${ID}  version 13  to Ruimte  sending  2026-11-24 10:00  1 sent, 1 blocked, 1 waiting\n`,
  )
})

it('gives a line for each person that no spreadsheet runs, and notes that somebody looked', async () => {
  const { output } = await handbook('announcements', ID)

  expect(output.split('\n')).toEqual([
    'person;state;reason',
    "'=noor;blocked;http-403",
    '"eva;""x""";waiting;',
    'sem;sent;',
    '',
  ])
  const { stores, close } = await openStorage({ dataDir }, 'guest')
  expect(await stores.audit.list(HERE)).toMatchObject([
    { action: 'announcement-exported', actor: 'command line', object: ID, details: { people: 3 } },
  ])
  await close()
})

it('says so when there is no such announcement, or a word too many', async () => {
  expect((await handbook('announcements', 'x')).errors).toContain('there is no announcement x')
  expect((await handbook('announcements', ID, 'x')).errors).toContain('Say what to do')
})
