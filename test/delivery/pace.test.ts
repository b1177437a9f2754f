/** How soon a conversation may be written to again, and what calls beside the bucket cost it. */
import { createDebt } from '../../bot/delivery/debt.ts'
import { createPace } from '../../bot/delivery/pace.ts'
import { PLATFORM_LIMITS } from '../../bot/delivery/platform-limits.ts'
import { createTenantPace } from '../../bot/delivery/tenant-pace.ts'
import { seeded } from '../stand-ins/seeded.ts'
import { createTeamsLimits } from '../stand-ins/teams-limits.ts'
import { NOW } from './a-claim.ts'

const { teams } = PLATFORM_LIMITS

describe('the pace of a conversation', () => {
  it('lets the first go at once, and the others one after the other', () => {
    const pace = createPace(teams.conversation)

    const waits = [0, 0, 0].map(() => pace.reserve('a', NOW))

    expect(waits).toEqual([0, 334, 668])
    expect(pace.reserve('a', NOW + 10_000)).toBe(0)
  })

  it('keeps nobody waiting for another conversation', () => {
    const pace = createPace(teams.conversation)
    pace.reserve('a', NOW)

    expect(pace.reserve('b', NOW)).toBe(0)
  })

  it('stays within what Teams allows in a second and in two', () => {
    const pace = createPace(teams.conversation)
    const limits = createTeamsLimits()

    for (let sent = 0; sent < 15; sent++) {
      const at = NOW + pace.reserve('a', NOW)
      expect(limits.take({ thread: 'a', kind: 'send' }, at)).toEqual({})
    }
  })

  it('takes no place for who would have to wait too long', () => {
    const pace = createPace(teams.conversation)
    for (let sent = 0; sent < 10; sent++) pace.reserve('a', NOW)

    expect([0, 0].map(() => pace.reserve('a', NOW, 3_000))).toEqual([3_340, 3_340])
  })

  it('keeps nobody waiting for a clock that was put back', () => {
    const pace = createPace(teams.conversation)
    const tenantPace = createTenantPace(teams.tenant)
    pace.reserve('a', NOW + 3_600_000)
    tenantPace.reserve(NOW + 3_600_000)

    expect([pace.reserve('a', NOW), tenantPace.reserve(NOW)]).toEqual([0, 0])
  })

  it('remembers who has to wait, however many others there are', () => {
    const pace = createPace(teams.conversation)
    for (let sent = 0; sent < 100; sent++) pace.reserve('busy', NOW)
    for (let other = 0; other < 20_000; other++)
      pace.reserve(`other-${other}`, NOW - 20_000 + other)

    expect(pace.reserve('busy', NOW)).toBe(33_400)
  })
})

describe('the pace of a tenant', () => {
  it('lets a few go at once, and keeps all within what Teams allows in a second', () => {
    const pace = createTenantPace(teams.tenant)
    const limits = createTeamsLimits()
    const random = seeded(4)
    let now = NOW
    let last = NOW

    expect([0, 0, 0, 0, 0].map(() => pace.reserve(now))).toEqual([0, 0, 0, 0, 0])
    now += 60_000
    for (let sent = 0; sent < 500; sent++) {
      now += random() < 0.02 ? 5_000 : Math.floor(random() * 20)
      last = Math.max(last, now + pace.reserve(now))
      expect(limits.take({ kind: 'send' }, last)).toEqual({})
    }
  })
})

describe('the debt of calls beside the bucket', () => {
  it('is paid once', () => {
    const debt = createDebt(() => NOW)
    debt.owe(2)
    debt.owe(3)

    expect([debt.take(), debt.take()]).toEqual([5, 0])
  })

  it('counts no call of more than a second ago, nor less than none', () => {
    let now = NOW
    const debt = createDebt(() => now)
    debt.owe(7)
    debt.owe(-1)
    now += 1_001

    expect(debt.take()).toBe(0)
  })
})
