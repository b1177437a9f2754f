import { parseRetryAfter } from '../../../bot/adapters/teams/retry-after.ts'

const NOW = Date.parse('2026-11-23T09:00:00Z')

it.each<readonly [value: string | null, milliseconds: number | undefined]>([
  ['0', 0],
  ['1', 1_000],
  [' 30 ', 30_000],
  ['1000000000', 1e12],
  ['Mon, 23 Nov 2026 09:00:05 GMT', 5_000],
  ['Mon, 23 Nov 2026 08:59:00 GMT', 0],
  ['Mon, 23 Nov 2026 25:00:00 GMT', undefined],
  [null, undefined],
  ['', undefined],
  ['-3', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['9'.repeat(16), undefined],
])('reads %j as %j', (value, milliseconds) => {
  expect(parseRetryAfter(value, NOW)).toBe(milliseconds)
})
