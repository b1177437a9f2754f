/** Audit: nobody changes, removes or adds a row afterwards without it showing. */
import fc from 'fast-check'
import { engines } from './engines.ts'
import { type Inspected, openInspected } from './open-inspected.ts'

const ENTRY = {
  actor: '1001',
  action: 'role-granted',
  object: '1002',
  details: { unit: 'Ruimte', role: 'manager' },
}
const DAY = 86_400_000

const whole = (rows: number) => ({ kind: 'intact', rows, lastHash: expect.any(String) })

describe.each(engines)('the audit log on $name', (engine) => {
  let storage: Inspected
  beforeAll(async () => {
    storage = await openInspected(engine)
  })
  afterEach(() => storage.clear())
  afterAll(() => storage.close())

  /** So many rows in "lindedam", one a day, and one row in "waterveen". */
  async function aChain(rows: number) {
    const { audit } = storage.stores
    for (let day = 1; day <= rows; day += 1) await audit.append('lindedam', ENTRY, day * DAY)
    await audit.append('waterveen', ENTRY, DAY)
    return audit
  }

  it('gives back what was appended, oldest first, and verifies', async () => {
    const audit = await aChain(2)

    const rows = await audit.list('lindedam')

    expect(rows).toEqual([
      { ...ENTRY, sequence: 1, at: DAY, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { ...ENTRY, sequence: 2, at: 2 * DAY, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
    expect(await audit.verify('lindedam')).toEqual({
      kind: 'intact',
      rows: 2,
      lastHash: rows[1]?.hash,
    })
    expect(await audit.verify('nowhere')).toEqual({ kind: 'intact', rows: 0, lastHash: '' })
  })

  it('keeps one chain without gaps when many append at once', async () => {
    const audit = await aChain(0)

    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        n % 2 === 0
          ? audit.append('lindedam', ENTRY, n)
          : storage.transaction((stores) => stores.audit.append('lindedam', ENTRY, n)),
      ),
    )

    const rows = await audit.list('lindedam')
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1))
    expect(await audit.verify('lindedam')).toEqual(whole(50))
  })

  it('appends nothing when the change it tells of does not happen', async () => {
    const audit = await aChain(1)

    const change = storage.transaction(async (stores) => {
      await stores.audit.append('lindedam', ENTRY, 2 * DAY)
      throw new Error('changed my mind')
    })

    await expect(change).rejects.toThrow('changed my mind')
    expect(await audit.verify('lindedam')).toEqual(whole(1))
  })

  it.each([
    ['at', 'at + 1', 2],
    ['actor', "'1009'", 2],
    ['action', "'role-granteD'", 2],
    ['object', "object || ' '", 2],
    ['details', `'{"role":"manager","unit":"ruimte"}'`, 2],
    ['previous', "'0' || substr(previous, 2)", 2],
    ['hash', "'x' || substr(hash, 2)", 2],
    ['sequence', '40', 2],
    ['sequence', '-2', -2],
    ['organisation', "'waterveen'", 2],
  ])('notices a changed %s (%s)', async (column, value, sequence) => {
    const audit = await aChain(3)

    await storage.run(
      `update audit set ${column} = ${value} where organisation = 'lindedam' and sequence = 2`,
    )

    expect(await audit.verify('lindedam')).toMatchObject({ kind: 'broken', sequence })
  })

  it('notices any character that changes in any text of any row', async () => {
    const audit = await aChain(3)
    const columns = ['actor', 'action', 'object', 'details', 'previous', 'hash'] as const
    const rows = (await storage.rows('lindedam'))['audit']?.map((row) => JSON.parse(row)) ?? []
    const write = (column: string, text: string, sequence: number) =>
      storage.run(
        `update audit set ${column} = '${text}' where organisation = 'lindedam' and sequence = ${sequence}`,
      )

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...rows.filter(({ sequence }) => sequence > 1)),
        fc.constantFrom(...columns),
        fc.nat(63),
        async (row, column, place) => {
          const text: string = row[column]
          const at = place % text.length
          const other = text[at] === 'x' ? 'y' : 'x'

          await write(column, text.slice(0, at) + other + text.slice(at + 1), row.sequence)
          const verdict = await audit.verify('lindedam')
          await write(column, text, row.sequence)

          expect(verdict).toMatchObject({ kind: 'broken', sequence: row.sequence })
        },
      ),
      { seed: 3, numRuns: 40 },
    )
    expect(await audit.verify('lindedam')).toEqual(whole(3))
  })

  it.each([
    ['first', 'first + 1'],
    ['first', 'first - 1'],
    ['first_previous', "'x'"],
    ['last', 'last + 1'],
    ['last', 'last - 1'],
    ['last_hash', "'x'"],
    ['organisation', "'elsewhere'"],
  ])('notices a changed %s of where the chain begins and ends (%s)', async (column, value) => {
    const audit = await aChain(3)

    await storage.run(`update audit_head set ${column} = ${value} where organisation = 'lindedam'`)

    expect(await audit.verify('lindedam')).toMatchObject({ kind: 'broken' })
  })

  it.each([
    ['the first row', 'sequence = 1', 1, 'this row was removed'],
    ['a row in the middle', 'sequence = 3', 3, 'this row was removed'],
    ['two rows', 'sequence in (2, 3)', 2, 'the rows 2 to 3 were removed'],
    ['the last row', 'sequence = 5', 5, 'this row was removed'],
    ['every row', 'sequence > 0', 1, 'the rows 1 to 5 were removed'],
  ])('notices that %s was removed', async (_what, where, sequence, reason) => {
    const audit = await aChain(5)

    await storage.run(`delete from audit where organisation = 'lindedam' and ${where}`)

    expect(await audit.verify('lindedam')).toEqual({ kind: 'broken', sequence, reason })
  })

  it('notices two rows that changed places', async () => {
    const audit = await aChain(4)

    for (const [from, to] of [
      [2, 90],
      [3, 2],
      [90, 3],
    ])
      await storage.run(
        `update audit set sequence = ${to} where organisation = 'lindedam' and sequence = ${from}`,
      )

    expect(await audit.verify('lindedam')).toMatchObject({ kind: 'broken', sequence: 2 })
  })

  it('notices a row that was put in, also with a hash that fits', async () => {
    const audit = await aChain(3)

    await storage.run(
      `insert into audit select organisation, 4, at, actor, action, object, details, hash, hash from audit where organisation = 'lindedam' and sequence = 3`,
    )

    expect(await audit.verify('lindedam')).toEqual({
      kind: 'broken',
      sequence: 4,
      reason: 'this row was never appended',
    })
  })

  it('notices rows of an organisation whose record of the chain was removed', async () => {
    const audit = await aChain(2)

    await storage.run(`delete from audit_head where organisation = 'lindedam'`)

    expect(await audit.verify('lindedam')).toMatchObject({ kind: 'broken', sequence: 1 })
  })

  it('still verifies after old rows were forgotten, and goes on', async () => {
    const audit = await aChain(5)

    const forgotten = await audit.forgetBefore('lindedam', 3 * DAY)
    await audit.append('lindedam', ENTRY, 6 * DAY)

    expect(forgotten).toBe(2)
    expect((await audit.list('lindedam')).map(({ sequence }) => sequence)).toEqual([3, 4, 5, 6])
    expect(await audit.verify('lindedam')).toEqual(whole(4))
    expect(await audit.list('waterveen')).toHaveLength(1)
  })

  it('still verifies after all rows were forgotten, and goes on', async () => {
    const audit = await aChain(2)

    expect(await audit.forgetBefore('lindedam', 9 * DAY)).toBe(2)
    expect(await audit.forgetBefore('lindedam', 9 * DAY)).toBe(0)
    expect(await audit.verify('lindedam')).toEqual(whole(0))
    await audit.append('lindedam', ENTRY, 9 * DAY)
    expect(await audit.verify('lindedam')).toEqual(whole(1))

    await storage.run(`delete from audit where organisation = 'lindedam'`)
    expect(await audit.verify('lindedam')).toMatchObject({ kind: 'broken', sequence: 3 })
  })

  it('does not hide a changed row by forgetting', async () => {
    const audit = await aChain(5)

    await storage.run(
      `update audit set actor = '9' where organisation = 'lindedam' and sequence = 4`,
    )
    await audit.forgetBefore('lindedam', 3 * DAY)

    expect(await audit.verify('lindedam')).toMatchObject({ kind: 'broken', sequence: 4 })
  })

  it('lists a row whose details were spoiled', async () => {
    const audit = await aChain(1)

    await storage.run(`update audit set details = 'no json' where organisation = 'lindedam'`)

    expect(await audit.list('lindedam')).toMatchObject([{ details: { unreadable: true } }])
  })
})
