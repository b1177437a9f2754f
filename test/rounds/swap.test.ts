/** Swap: two people of one unit who exchange their answers leave the same traces, to the last byte. */
import { differences, storedEngines } from './stored.ts'
import { ANN, BEN, swapRound, type Way } from './swap-round.ts'

const USUAL: Way = { ann: 0, ben: 2, first: ANN, random: 'fixed' }
const SWAPPED: Way = { ...USUAL, ann: 2, ben: 0 }
const OTHER_ORDER: Way = { ...USUAL, first: BEN }

describe.each(storedEngines)('on $name', (engine) => {
  let usual: Awaited<ReturnType<typeof swapRound>>
  beforeAll(async () => {
    usual = await swapRound(engine, USUAL)
  })

  it('nothing tells whose answer was whose: not while it is open, not after, not in the log', async () => {
    const swapped = await swapRound(engine, SWAPPED)

    expect(differences(usual.during, swapped.during)).toEqual([])
    expect(differences(usual.closed, swapped.closed)).toEqual([])
    expect(differences(usual.later, swapped.later)).toEqual([])
    expect(swapped.told).toBe(usual.told)
  })

  it('nothing tells who was first, once it has closed', async () => {
    const reversed = await swapRound(engine, OTHER_ORDER)

    expect(differences(usual.closed, reversed.closed)).toEqual([])
    expect(differences(usual.later, reversed.later)).toEqual([])
    expect(reversed.told).toBe(usual.told)
  })

  it('nothing is left of what was made at random', async () => {
    const other = await swapRound(engine, { ...USUAL, random: 'real' })

    expect(differences(usual.during, other.during)).toEqual(
      expect.arrayContaining(['poll_taker', 'poll_wish']),
    )
    expect(differences(usual.closed, other.closed)).toEqual([])
  })

  it('other answers do leave other traces', async () => {
    const other = await swapRound(engine, { ...USUAL, ann: 2 })

    expect(differences(usual.during, other.during)).toContain('poll_counter')
    expect(differences(usual.closed, other.closed)).toContain('poll_plan')
  })
})
