/** Round keys: whole, for this user only, and gone when the round is. */
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedKeys, keysInFolder, type RoundKeys } from '../bot/round-keys.ts'
import { createSecret } from '../bot/secret.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { engines } from './storage/engines.ts'

const HERE = 'waterveen'
const ROUND = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0001'
const OTHER = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0002'
const secret = createSecret(Buffer.alloc(32, 7))

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'vraagbaak-keys-')), 'rounds')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const [sqlite] = engines
let storage: Storage
beforeAll(async () => {
  if (sqlite === undefined) throw new Error('there is no engine')
  storage = await sqlite.open()
})
afterAll(() => storage.close())
afterEach(() => storage.transaction(({ polls }) => polls.loseOpen())) // wipes the salts

describe.each<[string, () => RoundKeys]>([
  ['in a folder', () => keysInFolder(folder)],
  ['derived from the secret', () => derivedKeys(secret)],
])('keys %s', (_kind, create) => {
  let keys: RoundKeys
  beforeEach(() => {
    keys = create()
  })
  const make = (round: string) => keys.make(HERE, round, storage.stores)
  const tagOf = async (round: string, ...parts: readonly string[]) =>
    (await create().open(HERE, round, storage.stores))?.tag(...parts)

  it('give the same tag for the same, also after a restart and a second making', async () => {
    await make(ROUND)
    const tag = await tagOf(ROUND, HERE, 'noor')
    await make(ROUND)

    expect(tag).toMatch(/^[\w-]{43}$/)
    expect(await tagOf(ROUND, HERE, 'noor')).toBe(tag)
  })

  it('give another tag for another round, person, or border between parts', async () => {
    await make(ROUND)
    await make(OTHER)

    const tags = [
      await tagOf(ROUND, HERE, 'noor'),
      await tagOf(OTHER, HERE, 'noor'),
      await tagOf(ROUND, HERE, 'kim'),
      await tagOf(ROUND, `${HERE}noor`),
      await tagOf(ROUND, `${HERE},noor`),
      secret.tag(HERE, 'noor'),
      createHash('sha256').update('noor').digest('base64url'),
    ]

    expect(new Set(tags).size).toBe(tags.length)
  })

  it('are unknown for a round that has none', async () => {
    await make(ROUND)

    expect(await keys.open(HERE, OTHER, storage.stores)).toBeUndefined()
  })

  it.each([
    '../secret',
    `${ROUND}/..`,
    '',
    'round',
    ROUND.toUpperCase(),
    `${ROUND}\n`,
    `x${ROUND}`,
  ])('refuse %j as the id of a round', async (round) => {
    await expect(make(round)).rejects.toThrow('UUID')
    await expect(keys.open(HERE, round, storage.stores)).rejects.toThrow('UUID')
  })
})

describe('keys in a folder', () => {
  const keys = () => keysInFolder(folder)
  const make = (...rounds: readonly string[]) =>
    Promise.all(rounds.map((round) => keys().make(HERE, round, storage.stores)))
  const open = (round: string) => keys().open(HERE, round, storage.stores)
  const fileOf = (round: string) => join(folder, `${round}.key`)

  it('are for the eyes of this user only, with nothing beside them', async () => {
    await make(ROUND)

    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(fileOf(ROUND)).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual([`${ROUND}.key`])
    expect(Buffer.from(readFileSync(fileOf(ROUND), 'utf8'), 'base64')).toHaveLength(32)
    expect(await storage.stores.participation.salt(HERE, ROUND)).toBeUndefined()
  })

  it('are destroyed when their round is not open any more, and the others stay', async () => {
    await make(ROUND, OTHER)
    const kept = (await open(OTHER))?.tag('noor')

    expect(await keys().destroyOthers([OTHER, randomUUID()])).toBe(1)

    expect(readdirSync(folder)).toEqual([`${OTHER}.key`])
    expect(await open(ROUND)).toBeUndefined()
    expect((await open(OTHER))?.tag('noor')).toBe(kept)
    expect(await keys().destroyOthers([OTHER])).toBe(0)
    expect(await keys().destroyOthers([])).toBe(1)
  })

  it('are overwritten before they are removed', async () => {
    await make(ROUND)
    const witness = join(folder, '..', 'same-bytes-on-the-disk')
    const key = readFileSync(fileOf(ROUND))
    linkSync(fileOf(ROUND), witness)

    await keys().destroyOthers([])

    expect(readFileSync(witness)).toEqual(Buffer.alloc(key.length))
  })

  it('take along what a killed process left half-made', async () => {
    await make(ROUND)
    writeFileSync(`${fileOf(ROUND)}.4242`, 'draft of a key')

    expect(await keys().destroyOthers([ROUND])).toBe(1)

    expect(readdirSync(folder)).toEqual([`${ROUND}.key`])
  })

  it('have nothing to destroy before the first is made', async () => {
    expect(await keys().destroyOthers([])).toBe(0)
    expect(existsSync(folder)).toBe(false)
  })

  it.each([
    ['cut off', Buffer.from('c2hvcnQ=')],
    ['empty', Buffer.alloc(0)],
    ['overwritten and not removed', Buffer.alloc(45)],
  ])('that are %s count as lost', async (_what, bytes) => {
    await make(ROUND)
    writeFileSync(fileOf(ROUND), bytes)

    expect(await open(ROUND)).toBeUndefined()
  })

  it('that cannot be read are trouble, not lost', async () => {
    await make(ROUND)
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file in its place')
    chmodSync(folder, 0o600)

    await expect(open(ROUND)).rejects.toThrow('ENOTDIR')
  })
})

describe.each(engines)('derived keys on $name', ({ open }) => {
  it('are gone with the salt, and are another one’s with another secret', async () => {
    const store = await open()
    const keys = derivedKeys(secret)
    const other = derivedKeys(createSecret(Buffer.alloc(32, 8)))
    await keys.make(HERE, ROUND, store.stores)
    await keys.make(HERE, OTHER, store.stores)
    const tagWith = async (from: RoundKeys, organisation = HERE) =>
      (await from.open(organisation, ROUND, store.stores))?.tag('noor')

    expect(await tagWith(other)).not.toBe(await tagWith(keys))
    expect(await tagWith(keys, 'lindedam')).toBeUndefined()

    await store.stores.participation.wipe(HERE, ROUND)

    expect(await tagWith(keys)).toBeUndefined()
    expect(await keys.open(HERE, OTHER, store.stores)).toBeDefined()
    expect(await keys.destroyOthers([])).toBe(0)
    await store.close()
  })
})
