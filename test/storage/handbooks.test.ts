/** The store of handbooks, on both engines: versions stay as they were, and none is published twice. */

import type { Storage, Stores } from '../../bot/storage/storage.ts'
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
import { engines } from './engines.ts'

const HERE = 'waterveen'
const files = (text: string): HandbookFiles =>
  new Map([
    ['01.md', text],
    ['__proto__', 'é\u0000'],
  ])
const aVersion = (text: string, publishedAt = 1_000) => ({
  ...{ files: files(text), author: '1001', note: 'printen', publishedAt },
})
const aDraft = (id: string, text: string, createdAt = 1) => ({
  ...{ id, basedOn: 1, files: files(text), author: '1001', note: '', createdAt },
})

describe.each(engines)('handbooks on $name', ({ open }) => {
  let storage: Storage
  let handbooks: Stores['handbooks']
  beforeEach(async () => {
    storage = await open()
    handbooks = storage.stores.handbooks
  })
  afterEach(() => storage.close())

  it('are numbered from one, and give back every byte', async () => {
    const version = { ...aVersion('Eén\r\n'), approver: '1002', restores: 4 }
    expect(await handbooks.publish(HERE, version, 0)).toBe(1)

    const found = await handbooks.version(HERE, 1)

    expect(found).toEqual({ ...version, number: 1, hash: hashOf(version.files) })
    expect(await handbooks.version(HERE, 2)).toBeUndefined()
  })

  it('are published by one of many at once, after the same version', async () => {
    const tries = Array.from({ length: 8 }, (_, n) => handbooks.publish(HERE, aVersion(`${n}`), 0))

    const numbers = await Promise.all(tries)

    expect(numbers.filter((number) => number !== undefined)).toEqual([1])
    expect(await handbooks.versions(HERE)).toHaveLength(1)
  })

  it('are not published after a version that is no longer the newest', async () => {
    await handbooks.publish(HERE, aVersion('x'), 0)

    expect(await handbooks.publish(HERE, aVersion('x'), 0)).toBeUndefined()
    expect(await handbooks.publish(HERE, aVersion('x'), 2)).toBeUndefined()
    expect(await handbooks.publish(HERE, aVersion('x'), 1)).toBe(2)
  })

  it('are told newest first, and as they were at a moment', async () => {
    await handbooks.publish(HERE, aVersion('a', 1_000), 0)
    await handbooks.publish(HERE, aVersion('b', 3_000), 1)

    expect((await handbooks.versions(HERE)).map(({ number }) => number)).toEqual([2, 1])
    const at = async (moment: number) => (await handbooks.at(HERE, moment))?.number
    expect([await at(999), await at(1_000), await at(2_999), await at(3_000)]).toEqual([
      ...[undefined, 1, 1, 2],
    ])
    expect((await handbooks.current(HERE))?.number).toBe(2)
  })

  it('have drafts, newest first, of which the last that was kept counts', async () => {
    await handbooks.keepDraft(HERE, aDraft('one', 'a', 1))
    await handbooks.keepDraft(HERE, aDraft('two', 'b', 2))
    const hash = await handbooks.keepDraft(HERE, aDraft('one', 'c', 1))

    expect((await handbooks.drafts(HERE)).map(({ id }) => id)).toEqual(['two', 'one'])
    expect(await handbooks.draft(HERE, 'one')).toMatchObject({ hash, files: files('c') })
    expect(await handbooks.removeDraft(HERE, 'one')).toBe(true)
    expect(await handbooks.removeDraft(HERE, 'one')).toBe(false)
    expect(await handbooks.draft(HERE, 'one')).toBeUndefined()
  })
})
