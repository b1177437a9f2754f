/** How long messages to many will take, over nights, weekends and holidays. */
import { estimate } from '../../bot/delivery/estimate.ts'
import { anOrganisation } from '../builders.ts'

const calendar = anOrganisation({ closedDays: ['2026-11-27'] })
const PLAN = { recipients: 20_000, firstContacts: 0, perSecond: 20, calendar }

const amsterdam = (local: string) => Date.parse(`${local}+01:00`)
const estimateAt = (local: string, change: Partial<typeof PLAN> = {}) =>
  estimate({ ...PLAN, ...change, now: amsterdam(local) })

it('divides the calls by the rate', () => {
  const { seconds, startsAt, endsAt } = estimateAt('2026-11-24T10:00')

  expect(seconds).toBe(1_000)
  expect(startsAt).toBe(amsterdam('2026-11-24T10:00'))
  expect(endsAt).toBe(startsAt + 1_000_000)
})

it('counts a first contact twice', () => {
  expect(estimateAt('2026-11-24T10:00', { firstContacts: 20_000 }).seconds).toBe(2_000)
})

it('waits for the morning, and for Monday', () => {
  expect(estimateAt('2026-11-24T18:00').startsAt).toBe(amsterdam('2026-11-25T09:15'))
  expect(estimateAt('2026-11-28T10:00').startsAt).toBe(amsterdam('2026-11-30T09:15'))
})

it('goes on the next morning with what the evening left', () => {
  const { endsAt } = estimateAt('2026-11-24T15:50')

  expect(endsAt).toBe(amsterdam('2026-11-25T09:15') + 400_000)
})

it('goes on after the day off and the weekend', () => {
  const { endsAt } = estimateAt('2026-11-26T15:50')

  expect(endsAt).toBe(amsterdam('2026-11-30T09:15') + 400_000)
})

it('takes several days when the rate is low', () => {
  const { seconds, endsAt } = estimateAt('2026-11-24T09:15', { perSecond: 0.5 })

  expect(seconds).toBe(40_000)
  // Of 24,300 seconds a working day.
  expect(endsAt).toBe(amsterdam('2026-11-25T09:15') + 15_700_000)
})

it('ends at the end of a working day that is just long enough', () => {
  const { endsAt } = estimateAt('2026-11-24T15:43:20')

  expect(endsAt).toBe(amsterdam('2026-11-24T16:00'))
})

it('takes no time for nobody', () => {
  const { seconds, startsAt, endsAt } = estimateAt('2026-11-24T10:00', { recipients: 0 })

  expect([seconds, endsAt - startsAt]).toEqual([0, 0])
})
