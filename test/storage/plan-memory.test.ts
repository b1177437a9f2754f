/** What the memory of plans keeps, and that nothing is taken from it which is not stored. */
import { createPlanMemory } from '../../bot/storage/plan-memory.ts'
import { aPlan, aRound } from './a-poll.ts'
import { engines } from './engines.ts'

const CELLS = aPlan().cells.length

describe('a memory of plans', () => {
  it('forgets what was used longest ago when it holds too much', () => {
    const memory = createPlanMemory(2 * CELLS)
    for (const round of ['one', 'two']) memory.keep('waterveen', aPlan({ round }))
    memory.get('waterveen', 'one')

    memory.keep('waterveen', aPlan({ round: 'three' }))

    const kept = ['one', 'two', 'three'].filter((round) => memory.get('waterveen', round))
    expect(kept).toEqual(['one', 'three'])
  })

  it('keeps one that is larger than all it may hold, until the next', () => {
    const memory = createPlanMemory(CELLS - 1)
    memory.keep('waterveen', aPlan({ round: 'one' }))
    expect(memory.get('waterveen', 'one')).toBeDefined()

    memory.keep('waterveen', aPlan({ round: 'two' }))
    expect(memory.get('waterveen', 'one')).toBeUndefined()
  })

  it('tells rounds of one id of two organisations apart', () => {
    const memory = createPlanMemory()
    memory.keep('waterveen', aPlan({ round: 'one' }))

    expect(memory.get('lindedam', 'one')).toBeUndefined()
  })
})

describe.each(engines)('plans on $name', ({ open }) => {
  it('that were rolled back are never shown, nor those that were removed', async () => {
    const storage = await open()
    const { polls } = storage.stores
    await polls.addRound('waterveen', aRound({ id: 'one' }))
    const broken = storage.transaction(async (stores) => {
      await stores.polls.close('waterveen', 'one', async () => aPlan({ round: 'one', demo: true }))
      await stores.polls.plans('waterveen')
      throw new Error('the transaction fails')
    })
    await expect(broken).rejects.toThrow('the transaction fails')
    expect(await polls.plans('waterveen')).toEqual([])

    await polls.close('waterveen', 'one', async () => aPlan({ round: 'one' }))
    expect(await polls.plans('waterveen')).toEqual([aPlan({ round: 'one' })])
    expect(await polls.plans('waterveen')).toEqual([aPlan({ round: 'one' })])

    await polls.forgetBefore('waterveen', Number.MAX_SAFE_INTEGER)
    expect(await polls.plans('waterveen')).toEqual([])
    await storage.close()
  })
})
