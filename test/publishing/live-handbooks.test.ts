/** Live handbooks: what is answered from, before, during and after another version comes. */
import { INSTALLATION, openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
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
})
