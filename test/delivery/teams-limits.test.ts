/** Teams limits: the stand-in that judges our rate must itself follow the published table. */
import fc from 'fast-check'
import { createTeamsLimits, type TeamsCall } from '../stand-ins/teams-limits.ts'

const SEND: TeamsCall = { thread: 'a', kind: 'send' }

describe('the stand-in for the limits of Teams', () => {
  it.each([
    ['7 in a second', 7, 100, 1_000 - 7 * 100],
    ['8 in two seconds', 8, 200, 2_000 - 8 * 200],
    ['60 in half a minute', 60, 260, 30_000 - 60 * 260],
    ['1,800 in an hour', 1_800, 600, 3_600_000 - 1_800 * 600],
  ])('refuses a conversation more than %s', (_name, most, gapMs, leftMs) => {
    const limits = createTeamsLimits()
    for (let sent = 0; sent < most; sent++) expect(limits.take(SEND, sent * gapMs)).toEqual({})

    const refused = limits.take(SEND, most * gapMs)

    expect(refused).toEqual({ refusedForMs: leftMs })
    expect(limits.take(SEND, most * gapMs + leftMs)).toEqual({})
  })

  it('refuses a tenant more than 50 calls of all kinds in a second', () => {
    const limits = createTeamsLimits()
    const kinds = ['send', 'create', 'members'] as const
    for (let call = 0; call < 50; call++) {
      const allowed = limits.take({ thread: `${call}`, kind: kinds[call % 3] ?? 'send' }, call)
      expect(allowed).toEqual({})
    }

    expect(limits.take({ kind: 'create' }, 50)).toEqual({ refusedForMs: 950 })
    expect(limits.take({ kind: 'create' }, 1_000)).toEqual({})
  })

  it('never allows more than the table within any window, whatever is asked', () => {
    const call = fc.record({ thread: fc.constantFrom('a', 'b'), afterMs: fc.nat(300) })
    fc.assert(
      fc.property(fc.array(call, { minLength: 30, maxLength: 120 }), (calls) => {
        const allowed = allowedOf(calls)
        for (const { at, thread } of allowed) {
          const same = allowed.filter((other) => other.thread === thread)
          expect(countIn(same, at, 1_000)).toBeLessThanOrEqual(7)
          expect(countIn(same, at, 2_000)).toBeLessThanOrEqual(8)
        }
      }),
      { numRuns: 30, seed: 3 },
    )
  })
})

type At = Readonly<{ thread: string; at: number }>

function allowedOf(calls: readonly Readonly<{ thread: string; afterMs: number }>[]): readonly At[] {
  const limits = createTeamsLimits()
  let at = 0
  return calls.flatMap(({ thread, afterMs }) => {
    at += afterMs
    const { refusedForMs } = limits.take({ thread, kind: 'send' }, at)
    return refusedForMs === undefined ? [{ thread, at }] : []
  })
}

function countIn(calls: readonly At[], from: number, ms: number): number {
  return calls.filter(({ at }) => at >= from && at < from + ms).length
}
