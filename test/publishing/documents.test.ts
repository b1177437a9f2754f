/** Documents: an editor sends a file, and it becomes a draft without anything being guessed. */
import type { Speaker } from '../../bot/contract/request.ts'
import type { Fetched } from '../../bot/publishing/read-documents.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { aSpeaker, as } from '../bot/a-bot.ts'
import { kim } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  anEditorialOffice,
  answerTo,
  ciso,
  type EditorialOffice,
  HOME,
  publishing,
  told,
} from './an-editorial-office.ts'

const URL = 'https://waterveen-my.sharepoint.example/secret-token-123'

afterAll(removeFolders)

describe.each(engines)('a document on $name', ({ open }) => {
  let storage: Storage
  let office: EditorialOffice
  let fetched: Fetched
  const asked: string[] = []
  beforeEach(async () => {
    asked.length = 0
    storage = await open()
    const teams = async (url: string) => {
      asked.push(url)
      return fetched
    }
    office = await anEditorialOffice(storage, undefined, { teams })
  })
  afterEach(() => storage.close())

  const contains = (text: string): void => {
    fetched = { kind: 'fetched', bytes: Buffer.from(text) }
  }
  const send = (who: Partial<Speaker>, name: string, text = '') =>
    office.bot
      ? storage.transaction((stores) =>
          office.bot.reply(
            { kind: 'document', document: { name, url: URL }, text, speaker: aSpeaker(who) },
            stores,
          ),
        )
      : undefined
  const left = async () => [
    ...(await storage.stores.documents.waiting('waterveen')),
    ...(await storage.stores.handbooks.drafts('waterveen')),
  ]

  it('with one other sentence becomes a draft, and then the answer', async () => {
    contains(HOME.replace('Thuis blijven stukken liggen', 'Daar blijven stukken liggen'))
    expect(await send(ciso, 'thuiswerken.md')).toMatchObject({ kind: 'document-received' })
    await office.settle()

    const read = told(office, ciso, 'document-read')
    const review = told(office, ciso, 'draft-review')
    expect(read).toMatchObject({ name: 'thuiswerken.md', draftId: review.draft.id })
    expect(review.review.changes).toMatchObject({
      ...{ total: 1, shown: [{ id: 'thuiswerken-printen', parts: ['text'] }] },
    })
    as('published', await office.press(ciso, publishing(review)))
    await office.settle()

    const answer = await answerTo(office, 'mag ik thuis printen')
    expect(JSON.stringify(answer)).toContain('Daar blijven stukken liggen')
  })

  it('that says the same makes no draft', async () => {
    contains(HOME)
    await send(ciso, 'thuiswerken.md')
    await office.settle()

    expect(told(office, ciso, 'document-read')).not.toHaveProperty('draftId')
    expect(await left()).toEqual([])
  })

  it.each([
    ['handboek.docx', Buffer.from('\x89PNG\r\n\x1a\n not a document'), 'wrong-type'],
    ['handboek.docx', Buffer.from('PK\x03\x04 broken'), 'broken'],
    ['handboek.md', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 'bad-encoding'],
  ] as const)(
    'that is not what %s should be changes nothing, and says why',
    async (name, bytes, reason) => {
      fetched = { kind: 'fetched', bytes }
      await send(ciso, name)
      await office.settle()

      expect(told(office, ciso, 'document-refused')).toMatchObject({ name, reason })
      expect(await left()).toEqual([])
      expect(await storage.stores.handbooks.current('waterveen')).toMatchObject({ number: 1 })
    },
  )

  it.each([
    [{ kind: 'failed', reason: 'http-403' }, 'not-fetched'],
    [{ kind: 'too-large' }, 'too-large'],
  ] as const)('of which %j came changes nothing', async (outcome, reason) => {
    fetched = outcome
    await send(ciso, 'handboek.docx')
    await office.settle()

    expect(told(office, ciso, 'document-refused')).toMatchObject({ reason })
    expect(await left()).toEqual([])
  })

  it('with a section that may be another asks which it is', async () => {
    contains(
      HOME.replace(
        '## Mag ik thuis printen? {#thuiswerken-printen}',
        '## Papier op je eigen werkplek',
      ).replace(
        '**Nee, print op kantoor.** Thuis blijven stukken liggen.',
        '**Nee, dat doe je op het gemeentehuis.** Thuis blijven stukken liggen, en dat mag niet.',
      ),
    )
    await send(ciso, 'thuiswerken.md')
    await office.settle()
    const doubts = told(office, ciso, 'document-doubts')
    expect(doubts.doubts).toMatchObject([
      { title: 'Papier op je eigen werkplek', candidates: [{ id: 'thuiswerken-printen' }] },
    ])
    expect(await storage.stores.handbooks.drafts('waterveen')).toEqual([])

    const { documentId, settled } = doubts
    const empty = { s0: '', s1: '', s2: '', s3: '', s4: '', s5: '', s6: '', s7: '' }
    const form = { verb: 'settle-document', documentId, settled, ...empty } as const
    expect(await office.press(ciso, form)).toMatchObject({ incomplete: true })
    expect(await office.press(ciso, { ...form, s0: 'incident-laptop-weg' })).toMatchObject({
      incomplete: true,
    })
    const read = await office.press(ciso, { ...form, s0: 'thuiswerken-printen' })
    await office.settle()

    expect(read).toMatchObject({ kind: 'document-read', draftId: documentId })
    expect(told(office, ciso, 'draft-review').review.changes).toMatchObject({
      ...{ total: 1, shown: [{ kind: 'changed', id: 'thuiswerken-printen' }] },
    })
    expect(await office.press(ciso, { ...form, s0: 'new' })).toMatchObject({
      notice: 'document-gone',
    })
  })

  it('of somebody who is no editor is not even fetched', async () => {
    expect(await send(kim, 'dossier.docx')).toMatchObject({ notice: 'documents-of-editors' })
    expect(await send(kim, 'dossier.docx', 'mag ik thuis printen')).toMatchObject({
      ...{ kind: 'answer', section: { id: 'thuiswerken-printen' } },
    })
    await office.settle()

    expect(asked).toEqual([])
    expect(await left()).toEqual([])
  })

  it('never stands before an incident, also not of an editor', async () => {
    const reply = await send(
      ciso,
      'mail.pdf',
      'ik heb deze mail naar de verkeerde persoon gestuurd',
    )

    expect(reply).toMatchObject({ kind: 'incident' })
    await office.settle()
    expect(asked).toEqual([])
  })

  it('leaves its address nowhere that somebody could read', async () => {
    await send(ciso, 'thuiswerken.md')
    const [waiting] = await storage.stores.documents.waiting('waterveen')

    expect(JSON.stringify(waiting)).not.toContain('secret-token')
    expect(waiting).toMatchObject({ sender: 'marit', name: 'thuiswerken.md' })
  })
})
