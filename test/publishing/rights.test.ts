/** Rights: who is no editor changes nothing of a handbook and sees nothing of a draft, whatever they send (S7). */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { DOCUMENT_ACTIONS } from '../../bot/contract/documents.ts'
import type { PUBLISHING_ACTIONS } from '../../bot/contract/publishing.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../bot/contract/request.ts'
import type { Grant } from '../../bot/contract/role.ts'
import type { TELLING_ACTIONS } from '../../bot/contract/telling.ts'
import type { Database } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { aSpeaker } from '../bot/a-bot.ts'
import { ciso, TWO_CISOS } from '../bot/an-office.ts'
import { storedRows } from '../bot/stored-rows.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import { anEditorialOffice, type EditorialOffice, edit } from './an-editorial-office.ts'

type Tested = z.infer<
  (typeof PUBLISHING_ACTIONS | typeof DOCUMENT_ACTIONS | typeof TELLING_ACTIONS)[number]
>
type Actions = { readonly [V in Tested['verb']]: Extract<Action, { verb: V }> }
type Ids = Readonly<{ draftId: string; hash: string; documentId: string; announcementId: string }>

/** What no one but an editor may see before it is published. */
const SECRET = 'Kwartelgeheim'
const FORM_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0042'
const sectionId = 'thuiswerken-wifi'

/** With everything right but the person; the compiler sees to it that none is left out. */
const actionsFor = ({ draftId, hash, documentId, announcementId }: Ids): Actions => ({
  'show-versions': { verb: 'show-versions' },
  'show-difference': { verb: 'show-difference', from: 1, to: 2 },
  'roll-back': { verb: 'roll-back', version: 1 },
  'confirm-roll-back': { verb: 'confirm-roll-back', version: 1, after: 2 },
  'show-drafts': { verb: 'show-drafts' },
  'show-draft': { verb: 'show-draft', draftId },
  'show-change': { verb: 'show-change', draftId, sectionId },
  'discard-draft': { verb: 'discard-draft', draftId, hash },
  'edit-section': { verb: 'edit-section', sectionId, draftId },
  'write-section': { verb: 'write-section', question: 'mag dit' },
  'save-section': {
    ...{ verb: 'save-section', draftId, sectionId, basedOn: 2, chapter: '' },
    ...{ title: 'Mag dit?', text: '**Nee.**', questions: '', note: '' },
  },
  'rebase-draft': { verb: 'rebase-draft', draftId, hash, side: 'mine' },
  'take-base-text': { verb: 'take-base-text', sectionId, draftId },
  'publish-draft': { verb: 'publish-draft', draftId, hash, accepted: '0,1,2' },
  'ask-approval': { verb: 'ask-approval', draftId, hash, accepted: '0,1,2' },
  'settle-document': {
    ...{ verb: 'settle-document', documentId, settled: 0, s0: 'new' },
    ...{ s1: '', s2: '', s3: '', s4: '', s5: '', s6: '', s7: '' },
  },
  'tell-me': { verb: 'tell-me', sectionId },
  'stop-telling': { verb: 'stop-telling' },
  announce: { verb: 'announce', version: 2 },
  'plan-announcement': {
    ...{ verb: 'plan-announcement', formId: FORM_ID, version: 2, audience: 'all', unit: '' },
    ...{ words: '', when: 'now', date: '', time: '' },
  },
  'confirm-announcement': {
    ...{ verb: 'confirm-announcement', formId: FORM_ID, version: 2, words: '', people: 9 },
  },
  'show-announcements': { verb: 'show-announcements' },
  'cancel-announcement': { verb: 'cancel-announcement', announcementId },
})

/** Of everybody: about oneself. */
const FOR_ALL: ReadonlySet<string> = new Set(['tell-me', 'stop-telling'])
const WORDS = [
  ...['versies', 'concepten', 'terug naar 1', 'wijzig 1.2', 'verschil 1 2', 'aankondigen'],
  ...['aankondigingen', 'versions', 'drafts', 'announcements', 'announce'],
]

const grant = (role: Grant['role']): Grant =>
  role === 'manager' ? { role, unit: 'Waterveen' } : { role }
const person = (role: Grant['role']) => ({
  ...{ id: `the-${role}`, email: `${role}@waterveen.example`, entraId: `entra-${role}` },
  roles: [grant(role)],
})
const REFUSED = ['manager', 'auditor', 'admin'] as const
const EVERYBODY = [...TWO_CISOS, ...REFUSED.map(person)]

type Who = Readonly<{ label: string; speaker: Partial<Speaker> }>
const NO_EDITORS: readonly Who[] = [
  { label: 'nobody', speaker: { person: 'who-left', conversation: 'a:left' } },
  { label: 'a guest', speaker: { person: 'guest', conversation: 'a:guest', shared: true } },
  { label: 'an employee', speaker: { person: TWO_CISOS[0]?.entraId ?? '' } },
  ...REFUSED.map((role) => ({ label: role, speaker: { person: `entra-${role}` } })),
]
const EDITORS: readonly Who[] = (['joris', 'gerrit'] as const).map((id) => ({
  label: id,
  speaker: { person: EVERYBODY.find((one) => one.id === id)?.entraId ?? '' },
}))

afterAll(removeFolders)

describe.each(engines)('on $name', ({ openDatabase }) => {
  let database: Database
  let storage: Storage
  let office: EditorialOffice
  let actions: Actions
  beforeAll(async () => {
    database = await openDatabase()
    await migrate(database)
    storage = createStorage(database)
    office = await anEditorialOffice(storage)
    await office.place(EVERYBODY)
    actions = actionsFor(await something(office))
  })
  afterAll(() => storage.close())

  const dump = async (organisation?: string) =>
    (await storedRows(database))
      .filter((row) => organisation === undefined || row['organisation'] === organisation)
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join('\n')

  /** In a transaction that is taken back. */
  const looking = async (request: Request): Promise<Reply> => {
    let reply: Reply | undefined
    const back = new Error('this was only to look')
    await storage
      .transaction(async (stores) => {
        reply = await office.bot.reply(request, stores)
        throw back
      })
      .catch((error: unknown) => {
        if (error !== back) throw error
      })
    if (reply === undefined) throw new Error('there was no reply')
    return reply
  }

  it.each(NO_EDITORS)('$label is refused everything, and nothing changes', async ({ speaker }) => {
    const before = await dump()
    expect(before).toContain(SECRET)
    for (const action of Object.values(actions).filter(({ verb }) => !FOR_ALL.has(verb))) {
      const reply = await office.press(speaker, action)
      expect([action.verb, reply]).toMatchObject([action.verb, { notice: 'not-allowed' }])
      expect(JSON.stringify(reply)).not.toContain(SECRET)
    }
    for (const text of WORDS) {
      const reply = await looking({ kind: 'message', text, speaker: aSpeaker(speaker) })
      expect(JSON.stringify(reply)).not.toContain(SECRET)
      expect([text, reply]).toMatchObject([text, { notice: 'not-allowed' }])
    }
    const document = { name: 'handboek.docx', url: 'https://files.example/a' }
    const sent = { kind: 'document', document, text: '', speaker: aSpeaker(speaker) } as const
    expect(await looking(sent)).toMatchObject({ notice: 'documents-of-editors' })
    expect(await dump()).toBe(before)
  })

  it.each(NO_EDITORS)('$label sees nothing of a draft by asking', async ({ speaker }) => {
    for (const text of [SECRET, `wat is ${SECRET}`, 'hoe maak ik mijn wifi thuis veilig']) {
      const reply = await looking({ kind: 'message', text, speaker: aSpeaker(speaker) })
      const shown = JSON.stringify({ ...reply, question: '' })
      expect(shown).not.toContain(SECRET)
    }
  })

  it('the same person as CISO of another organisation is a stranger here', async () => {
    const lindedam = { ...office.organisation, id: 'lindedam' }
    const served = new Map(
      [...office.handbooks.served].map(([, one]) => {
        return ['lindedam', { ...one, organisation: lindedam }] as const
      }),
    )
    const { observe, secret, keys, newId } = office
    const clock = () => office.clock.now
    const bot = createBot({ served, observe, secret, keys, newId, clock })
    await office.place(TWO_CISOS, 'lindedam')
    const before = await dump('waterveen')
    const speaker = aSpeaker({ ...ciso, organisation: 'lindedam' })
    for (const action of Object.values(actions)) {
      const reply = await storage.transaction((stores) =>
        bot.reply({ kind: 'action', action, speaker }, stores),
      )
      expect([action.verb, reply]).not.toMatchObject([action.verb, { notice: 'not-allowed' }])
      expect(JSON.stringify(reply)).not.toContain(SECRET)
    }
    expect(await dump('waterveen')).toBe(before)
  })

  it.each(EDITORS)('$label is refused nothing of it', async ({ speaker }) => {
    for (const action of Object.values(actions)) {
      const reply = await looking({ kind: 'action', action, speaker: aSpeaker(speaker) })
      expect([action.verb, reply]).not.toMatchObject([action.verb, { notice: 'not-allowed' }])
    }
  })
})

/** Version 2, a draft with a secret in it, a document in doubt and an announcement. */
async function something(office: EditorialOffice): Promise<Ids> {
  const { handbooks, documents, announcements } = office.storage.stores
  const first = await handbooks.version('waterveen', 1)
  const files = first?.files ?? new Map()
  const version = { files, author: 'marit', note: '', publishedAt: office.clock.now }
  await handbooks.publish('waterveen', version, 1)
  await office.settle()
  const { draft } = await edit(office, ciso, sectionId, ({ text }) => ({
    text: `${text} ${SECRET}.`,
  }))
  const documentId = randomUUID()
  const doubt = { madeId: 'made', title: SECRET, candidates: [] }
  const inDoubt = {
    files: [['01.md', SECRET] as [string, string]],
    notes: [],
    doubts: [doubt],
    answers: [],
  }
  const about = { id: documentId, name: `${SECRET}.docx`, sender: 'marit', basedOn: 2, inDoubt }
  await documents.keepInDoubt('waterveen', about, office.clock.now)
  const announcementId = randomUUID()
  await announcements.add('waterveen', {
    ...{ id: announcementId, version: 2, words: SECRET, author: 'marit', people: 9 },
    ...{ sendAt: office.clock.now + 1e9, createdAt: office.clock.now, state: 'planned' },
  })
  return { draftId: draft.id, hash: draft.hash, documentId, announcementId }
}
