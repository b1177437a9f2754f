/** Differencing: nobody is found by adding and subtracting what is shown (P2). */
import { seeded } from '../../stand-ins/seeded.ts'
import { differencing } from './differencing.ts'

it('finds nobody in organisations of many units, and would without the remainder rule', () => {
  const { hiding, leaking } = differencing(seeded(2026), { rounds: 60, units: () => 40 })
  expect(hiding).toBeGreaterThan(40)
  expect(leaking / hiding).toBeGreaterThan(0.25)
})

it('finds nobody in organisations of few units, trying all sets of people', () => {
  const random = seeded(7)
  const units = () => 1 + Math.floor(random() * 8)
  const { hiding, leaking } = differencing(random, { rounds: 1_100, units })
  expect(hiding).toBeGreaterThan(500)
  expect(leaking / hiding).toBeGreaterThan(0.25)
})
