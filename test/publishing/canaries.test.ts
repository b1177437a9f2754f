/** Canaries: what is not published yet, where a document lies and who the editors are stays with editors (I6). */
import { createBot } from '../../bot/bot.ts'
import { createChores } from '../../bot/chores/chores.ts'
import { tellingTasks } from '../../bot/chores/telling-tasks.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { DocumentLink } from '../../bot/contract/documents.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { handbookTasks } from '../../bot/publishing/handbook-tasks.ts'
import type { Database } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { createTalk } from '../../bot/talk.ts'
import { createLog, describeError } from '../../bot/web/log.ts'
import { createMetrics } from '../../bot/web/metrics.ts'
import { aSpeaker, as, secret } from '../bot/a-bot.ts'
import { ciso, guest, kim, sam, secondCiso } from '../bot/an-office.ts'
import { storedRows } from '../bot/stored-rows.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import { anEditorialOffice, edit, HOME, INCIDENT, publishing, told } from './an-editorial-office.ts'

const DRAFT = 'Kwartelgeheim'
const NOTE = 'Notitiekwartel'
const LINK = 'https://files.example/Linkkwartel'
const NAME = 'Naamkwartel.docx'
/** Work addresses of the editors, whose names the bot does not know otherwise. */
const EDITORS = ['marit@', 'joris@', 'gerrit@']
const SECRETS = [DRAFT, NOTE, 'Linkkwartel', 'Naamkwartel', ...EDITORS]

afterAll(removeFolders)

describe.each(engines)('on $name', ({ openDatabase }) => {
  let database: Database
  let storage: Storage
  beforeEach(async () => {
    database = await openDatabase()
    await migrate(database)
    storage = createStorage(database)
  })
  afterEach(() => storage.close())

  const aDesk = async (bytes: Uint8Array) => {
    const fetches = { teams: async () => ({ kind: 'fetched', bytes }) as const }
    const files = { '01-home.md': HOME, '02-incident.md': INCIDENT }
    const office = await anEditorialOffice(storage, files, fetches)
    const lines: string[] = []
    const log = createLog('debug', { write: (line: string) => void lines.push(line) })
    const metrics = createMetrics(log)
    const { observe } = metrics
    const { keys, newId } = office
    const clock = () => office.clock.now
    const { served } = office.handbooks
    const parts = { served, observe, secret, keys, newId, clock, storage }
    const bot = createBot(parts)
    const talk = createTalk(bot, storage)
    const chores = createChores({
      ...{ storage, organisations: [office.organisation], chores: [], clock },
      tasks: [
        ...handbookTasks({
          ...parts,
          ...office,
          organisations: [office.organisation],
          clock,
          fetches,
        }),
        ...tellingTasks(parts),
      ],
      observe: (event) => {
        if (event.kind === 'done') log('info', 'chore-done', { kind: event.chore })
        else log('error', 'failed', describeError(event.error))
      },
    })
    return {
      ...office,
      ...{ lines, metrics },
      say: (who: Partial<Speaker>, text: string) =>
        talk({ kind: 'message', text, speaker: aSpeaker(who) }),
      press: (who: Partial<Speaker>, action: Action) =>
        talk({ kind: 'action', action, speaker: aSpeaker(who) }),
      send: (document: DocumentLink, who = ciso) =>
        talk({ kind: 'document', document, text: '', speaker: aSpeaker(who) }),
      look: async () => {
        for (let look = 0; look < 3; look += 1) await chores.runDue()
        await office.deliver()
      },
    }
  }

  it('nothing of a draft, a document or an editor reaches a log, a metric or who is no editor', async () => {
    const desk = await aDesk(
      new TextEncoder().encode(`# Thuiswerken\n\n## ${DRAFT}?\n\n${DRAFT}.\n`),
    )
    await desk.say(kim, 'kan ik ff iets printen thuis')
    await desk.press(kim, { verb: 'tell-me', sectionId: 'thuiswerken-printen' })
    as('document-received', await desk.send({ name: NAME, url: LINK }))
    await desk.look()
    const review = await edit(desk, ciso, 'thuiswerken-printen', ({ text }) => ({
      text: text.replace('Nee, print op kantoor', 'Nee, print bij ons'),
      note: NOTE,
    }))
    await edit(desk, secondCiso, 'thuiswerken-wifi', ({ text }) => ({ text: `${text} ${DRAFT}.` }))
    const done = await desk.press(secondCiso, publishing(review))
    as('published', done)
    await desk.look()
    const replies: Reply[] = []
    for (const who of [kim, sam, guest])
      for (const text of ['wifi thuis veilig', 'versies', 'concepten', 'mijn vragen', 'wijzig 1.2'])
        replies.push(await desk.say(who, text))
    await desk.look()

    const toOthers = [...replies, ...[kim, sam, guest].flatMap((who) => desk.inbox(who))]
    expect(toOthers.map(({ kind }) => kind)).toContain('changed-answers')
    const sinks = [...desk.lines, await desk.metrics.text(), JSON.stringify(toOthers)].join('\n')
    for (const word of SECRETS) expect(sinks).not.toContain(word)
    const toEditors = JSON.stringify([ciso, secondCiso].flatMap((who) => desk.inbox(who)))
    expect(toEditors).toContain(DRAFT) // the canary is there to be found
    expect(toEditors).toContain(NOTE)
  })

  it('the address of a document stands nowhere as it is, and goes once the document was read', async () => {
    const desk = await aDesk(new TextEncoder().encode('geen kop'))
    await desk.send({ name: NAME, url: LINK })
    const waiting = await storedRows(database)
    expect(JSON.stringify(waiting)).not.toContain('Linkkwartel')
    expect(waiting.filter(({ table }) => table === 'document')).toHaveLength(1)

    await desk.look()

    expect(told(desk, ciso, 'document-refused').name).toBe(NAME)
    const after = await storedRows(database)
    expect(after.filter(({ table }) => table === 'document')).toEqual([])
    expect(JSON.stringify(after.filter(({ table }) => table !== 'delivery'))).not.toContain(
      'Naamkw',
    )
    expect(await storage.stores.handbooks.drafts('waterveen')).toEqual([])
  })

  it('a document of who is no editor leaves no row at all', async () => {
    const desk = await aDesk(new Uint8Array())
    const before = JSON.stringify(await storedRows(database))

    for (const who of [kim, guest])
      expect(await desk.send({ name: NAME, url: LINK }, who)).toMatchObject({
        notice: 'documents-of-editors',
      })

    expect(JSON.stringify(await storedRows(database))).toBe(before)
  })
})
