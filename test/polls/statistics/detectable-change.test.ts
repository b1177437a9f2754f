import { detectableChange } from '../../../bot/polls/statistics/detectable-change.ts'
import { chanceOfChange } from './chance-of-change.ts'

describe('detectableChange', () => {
  it.each([
    [30, 33],
    [50, 26],
    [100, 18],
    [200, 13],
    [500, 8],
    [1000, 6],
  ])('of %d answers is %d points', (answers, points) => {
    expect(detectableChange(answers)).toBe(points)
  })

  it.each([30, 50, 100])('of %d answers is really shown about four times in five', (answers) => {
    const half = detectableChange(answers) / 200
    const chance = chanceOfChange(answers, 0.7 - half, 0.7 + half)

    expect(chance).toBeGreaterThan(0.77)
    expect(chance).toBeLessThan(0.87)
  })

  it('is largest about a half, and the same on either side', () => {
    expect(detectableChange(100, 0.5)).toBeGreaterThan(detectableChange(100, 0.7))
    expect(detectableChange(100, 0.3)).toBe(detectableChange(100, 0.7))
  })

  it('never exceeds 100 points', () => {
    expect(detectableChange(1)).toBe(100)
  })

  it.each([
    [0, 0.7],
    [Number.NaN, 0.7],
    [100, 0],
    [100, 1],
  ])('refuses %d answers about %d', (answers, share) => {
    expect(() => detectableChange(answers, share)).toThrow(RangeError)
  })
})
