/** A crash while telling leaves nobody out, and tells nobody twice; nor do two processes. */
import type { Storage } from '../../bot/storage/storage.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import { aNewsroom, type Newsroom, toldTo } from './a-newsroom.ts'
import { breaking } from './breaking.ts'

const NO = 'Nee, thuis printen mag niet.'

let storage: Storage
let newsroom: Newsroom
afterEach(() => storage.close())
afterAll(removeFolders)

const told = (n: number) => toldTo(newsroom, n)

describe.each(engines)('a crash while telling, on $name', ({ open }) => {
  it('leaves some told and some not, and afterwards each was told once', async () => {
    const inner = await open()
    let left = Number.POSITIVE_INFINITY
    storage = breaking(inner, () => --left < 0)
    newsroom = await aNewsroom({ storage })
    const people = [1, 2, 3, 4, 5, 6]
    for (const n of people) await newsroom.listen(n)
    await newsroom.publish({ printing: NO })

    left = 3
    await newsroom.chores.runDue()
    left = Number.POSITIVE_INFINITY
    await newsroom.deliver()
    expect(newsroom.failures.length).toBeGreaterThan(0)
    const before = people.filter((n) => told(n).length > 0)
    await newsroom.look()
    await newsroom.look()

    expect(before.length).toBeGreaterThan(0)
    expect(before.length).toBeLessThan(people.length)
    expect(people.map((n) => told(n).length)).toEqual(people.map(() => 1))
  })

  it('of two processes at once each person is told by one', async () => {
    storage = await open()
    newsroom = await aNewsroom({ storage })
    const other = await aNewsroom({ storage })
    const people = [1, 2, 3, 4, 5, 6]
    for (const n of people) await newsroom.listen(n)
    await newsroom.publish({ printing: NO })
    await other.refresh()

    await Promise.all([newsroom.chores.runDue(), other.chores.runDue()])
    await newsroom.look()

    expect(people.map((n) => told(n).length)).toEqual(people.map(() => 1))
  })
})
