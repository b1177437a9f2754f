/** Without a name: nothing that is stored, shown or logged leads from a question to who asked it. */
import { createHash } from 'node:crypto'
import { createReceive } from '../../bot/receive.ts'
import { createSecret } from '../../bot/secret.ts'
import type { Tables } from '../../bot/storage/tables.ts'
import { tagsOf } from '../../bot/tags.ts'
import { aSpeaker, as, secret, waterveen } from './a-bot.ts'
import { anOffice, cardFor, ciso, DRONE, escalate, kim, type Office, sam } from './an-office.ts'
import { type StoredRow, storedRows } from './stored-rows.ts'

let office: Office
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.close())

/** Who works there is no secret, nor that the bot can reach them; what else is stored must be. */
const OF_PEOPLE: readonly (keyof Tables)[] = ['person', 'role', 'unit', 'conversation']

function rows(): Promise<readonly StoredRow[]> {
  const { database } = office
  if (database === undefined) throw new Error('this office has a store that was given')
  return storedRows(database)
}

const besidePeople = async () =>
  (await rows()).filter(({ table }) => !OF_PEOPLE.some((name) => name === table))

const IDS = [kim.person, kim.name, kim.conversation, 'kim.de.wit', 'de wit'].map((id) => id ?? '')

/** In every form in which somebody may have thought it could not be read. */
const SIGNS: readonly string[] = IDS.flatMap((id) => [
  id,
  Buffer.from(id).toString('hex'),
  Buffer.from(id).toString('base64').replace(/=+$/, ''),
  Buffer.from(id).toString('base64url'),
  ...(['md5', 'sha1', 'sha256'] as const).flatMap((hash) =>
    (['hex', 'base64', 'base64url'] as const).map((form) =>
      createHash(hash).update(id).digest(form).replace(/=+$/, ''),
    ),
  ),
]).map((sign) => sign.toLowerCase())

function signsIn(what: unknown): readonly string[] {
  const text = JSON.stringify(what).toLowerCase()
  return SIGNS.filter((sign) => text.includes(sign))
}

it('knows the signs of somebody when it sees them', async () => {
  await escalate(office, kim, { name: 'with-name' })

  expect(signsIn(await besidePeople())).not.toEqual([])
  expect(
    signsIn([
      createHash('sha256')
        .update(kim.person ?? '')
        .digest('base64url'),
    ]),
  ).toHaveLength(1)
})

it('leaves no sign at any step, in any row, card or log line', async () => {
  const steps: unknown[] = []
  const look = async () => steps.push(await besidePeople())

  const missed = as('no-answer', await office.say(kim, DRONE))
  await look()
  await escalate(office, kim, { question: missed.question })
  await look()
  await office.deliver()
  await look()
  const { escalation } = cardFor(office, ciso)
  await office.press(ciso, { verb: 'open-questions' })
  await office.press(ciso, {
    verb: 'answer-escalation',
    escalationId: escalation.id,
    answer: 'Nee.',
  })
  await look()
  await office.deliver()
  await office.say(kim, 'mijn vragen')
  await look()

  expect(steps.map(signsIn)).toEqual([[], [], [], [], []])
  expect(signsIn(office.inbox(ciso))).toEqual([])
  expect(signsIn(office.observed)).toEqual([])
  expect(office.inbox(kim)).toHaveLength(1)
  expect(signsIn(cardFor(office, ciso))).toEqual([])
  expect(cardFor(office, ciso).escalation).not.toHaveProperty('asker')
})

it('leaves none in an answer that waits to be sent, or in what tells a repeated message', async () => {
  const receive = createReceive({
    ...office,
    clock: () => office.clock.now,
    hurry: () => {},
    newReference: () => '3f9a',
  })
  const speaker = aSpeaker(kim)
  const { conversation, person } = speaker
  const place = { platform: 'teams', serviceUrl: 'https://s.example/', bot: '28:bot' } as const

  await receive({
    request: { kind: 'message', text: DRONE, speaker },
    organisation: waterveen,
    id: 'activity-1',
    conversation: { ...place, id: conversation, person, language: 'nl' },
    address: { kind: 'conversation', platform: 'teams', conversation },
    isMessage: () => true,
    tell: async () => true,
  })

  const stored = await besidePeople()
  expect(stored.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['delivery', 'message', 'seen', 'gap']),
  )
  expect(signsIn(stored)).toEqual([])
})

it('leaves rows that are the same for everybody, but for what was made at random or with the secret', async () => {
  const ofTheAsker = async () => {
    const stored = await besidePeople()
    return stored.map(({ id: _, message: __, dedupe_key: ___, content: ____, ...row }) => row)
  }
  await escalate(office, kim)
  const kims = await ofTheAsker()
  await office.close()
  office = await anOffice()
  await escalate(office, sam)
  const sams = await ofTheAsker()

  const differing = new Set(
    kims.flatMap((row, i) =>
      Object.entries(row).flatMap(([column, value]) =>
        value === { ...sams[i] }[column] ? [] : [`${row.table}.${column}`],
      ),
    ),
  )

  expect([...differing].sort()).toEqual(['escalation.asker_address', 'escalation.asker_tag'])
})

it('gives another tag to what the same person asks with a name, and to what they report', async () => {
  await office.say(kim, DRONE)
  await escalate(office, kim)
  await escalate(office, kim, { name: 'with-name' })
  await office.say(kim, 'help ik heb net op een foute link geklikt')

  const stored = await rows()
  const tagsIn = (table: keyof Tables, column: string) =>
    stored.filter((row) => row.table === table).map((row) => row[column])
  const [unnamed, named] = tagsIn('escalation', 'asker_tag')

  expect(tagsIn('gap', 'asker_tag')).toEqual([unnamed])
  expect(new Set([unnamed, named, ...tagsIn('first_notice', 'tag')]).size).toBe(3)
})

it('has tags that tell nothing without the secret', () => {
  const who = { organisation: 'waterveen', platform: 'teams', person: kim.person ?? '' } as const
  const other = createSecret(Buffer.alloc(32, 'another root key'))

  expect(tagsOf(other, who).filter((tag) => tagsOf(secret, who).includes(tag))).toEqual([])
})

it('keeps the address of who asked in a form that differs each time, and opens with the secret only', async () => {
  await escalate(office, kim)
  await escalate(office, kim)

  const [one, two] = await office.storage.stores.escalations.open('waterveen')

  expect(one?.askerAddress).not.toBe(two?.askerAddress)
  expect(secret.open(one?.askerAddress ?? '')).toContain(kim.person)
  expect(
    createSecret(Buffer.alloc(32, 'another root key')).open(one?.askerAddress ?? ''),
  ).toBeUndefined()
})
