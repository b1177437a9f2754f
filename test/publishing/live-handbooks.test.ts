/** Live handbooks: what is answered from, before, during and after another version comes. */
import { INSTALLATION, openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
import { plainTextOf } from '../../knowledge/markdown.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'

const NOW = 1_000
const chapter = (answer: string) => `## Mag ik thuis printen? {#printen}\n\n${answer}\n`
const files = (answer: string): HandbookFiles => new Map([['01.md', chapter(answer)]])
const version = (text: HandbookFiles) => ({
  ...{ files: text, author: '1001', note: '', publishedAt: NOW + 1 },
})

afterAll(removeFolders)

describe.each(engines)('live handbooks on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  const organisation = anOrganisation({ handbook: aFolder({ '01.md': chapter('Nee.') }) })
  const start = () => openLiveHandbooks([organisation], storage.stores.handbooks, NOW)
  const handbookIn = ({ served }: Awaited<ReturnType<typeof start>>) =>
    served.get(organisation.id)?.knowledge.handbook
  const answerIn = (live: Awaited<ReturnType<typeof start>>) => {
    const answer = handbookIn(live)?.byId.get('printen')?.shortAnswer
    return answer && plainTextOf(answer)
  }
  const publish = (text: HandbookFiles, after: number) =>
    storage.stores.handbooks.publish(organisation.id, version(text), after)

  it('begin with the folder, once, also when processes start together', async () => {
    const [one, other] = await Promise.all([start(), start()])

    expect([handbookIn(one)?.version, handbookIn(other)?.version]).toEqual(['1', '1'])
    const versions = await storage.stores.handbooks.versions(organisation.id)
    expect(versions).toMatchObject([
      { number: 1, author: INSTALLATION, hash: hashOf(files('Nee.')), publishedAt: NOW },
    ])
  })

  it('are those of the store at the next start, whatever the folder says', async () => {
    await start()
    await publish(files('Ja.'), 1)

    expect(handbookIn(await start())?.byId.get('printen')).toMatchObject({ number: '1.1' })
    expect(handbookIn(await start())?.version).toBe('2')
  })

  it('take another version over whole, and say whose it was', async () => {
    const live = await start()
    const before = handbookIn(live)
    expect(await live.refresh(organisation.id)).toEqual([])
    await publish(files('Ja.'), 1)
    expect(handbookIn(live)).toBe(before)

    expect(await live.refresh(organisation.id)).toEqual(['version 2'])

    expect(handbookIn(live)?.version).toBe('2')
    expect(before?.version).toBe('1') // what was asked for before stays as it was
  })

  it('keep the version that they have when another cannot be read', async () => {
    const live = await start()
    const before = handbookIn(live)
    await publish(
      new Map([
        ['01.md', chapter('Ja.')],
        ['handbook.yaml', 'title: ['],
      ]),
      1,
    )

    await expect(live.refresh(organisation.id)).rejects.toThrow('handbook.yaml')

    expect(handbookIn(live)).toBe(before)
  })

  it('swap to what was prepared of those very files, under its number, without reading them', async () => {
    const live = await start()
    const ready = await live.prepare(organisation.id, files('Ja.'))
    await publish(files('Ja.'), 1)

    expect(await live.refresh(organisation.id)).toEqual(['version 2'])

    const shown = live.served.get(organisation.id)?.knowledge
    expect(shown?.find).toBe(ready.find) // the index of the draft, not another of the same text
    expect(shown?.handbook.version).toBe('2')
    expect(shown?.handbook.sections).toBe(ready.handbook.sections)
  })

  it('do not take a draft for what was published', async () => {
    const live = await start()
    const draft = await live.prepare(organisation.id, files('Misschien.'))
    await publish(files('Ja.'), 1)

    await live.refresh(organisation.id)

    expect(live.served.get(organisation.id)?.knowledge.find).not.toBe(draft.find)
    expect(answerIn(live)).toBe('Ja.')
  })

  it('prepare the same files once, and the last only', async () => {
    const live = await start()
    const [one, same] = await Promise.all([
      live.prepare(organisation.id, files('Ja.')),
      live.prepare(organisation.id, files('Ja.')),
    ])
    await live.prepare(organisation.id, files('Misschien.'))

    expect(same).toBe(one)
    expect(await live.prepare(organisation.id, files('Ja.'))).not.toBe(one)
  })

  it('say what is wrong with files that cannot be read, and answer as before', async () => {
    const live = await start()
    const broken = new Map([['01.md', '---\nreview: gisteren\n---\n## A {#a}\n\nTekst.\n']])

    await expect(live.prepare(organisation.id, broken)).rejects.toThrow('01.md, line 2')

    expect(answerIn(live)).toBe('Nee.')
  })

  it('build another version once when two look at the same time', async () => {
    const live = await start()
    await publish(files('Ja.'), 1)

    const told = await Promise.all([live.refresh(organisation.id), live.refresh(organisation.id)])

    expect(told.toSorted()).toEqual([[], ['version 2']])
  })

  it('keep the questions of polls as they were at the start', async () => {
    const live = await start()
    const bank = live.served.get(organisation.id)?.bank
    await publish(files('Ja.'), 1)

    await live.refresh(organisation.id)

    expect(live.served.get(organisation.id)?.bank).toBe(bank)
  })

  it('do not begin without the judged questions that the organisation names', async () => {
    const without = { ...organisation, goldenQuestions: '/nergens/vragen.jsonl' }

    await expect(openLiveHandbooks([without], storage.stores.handbooks, NOW)).rejects.toThrow(
      '/nergens/vragen.jsonl is not a file: goldenQuestions',
    )
  })
})
