/** Claims of chores: one for each moment. */
import { engines } from './engines.ts'

const chore = { name: 'retention', organisation: 'waterveen', due: '2026-06-01' }

it.each(engines)('a chore on $name is claimed once for a moment', async ({ open }) => {
  const storage = await open()
  const { chores } = storage.stores

  expect(await chores.isDone(chore)).toBe(false)
  expect(await chores.claim(chore, 100)).toBe(true)
  expect(await chores.claim(chore, 101)).toBe(false)
  expect(await chores.isDone(chore)).toBe(true)
  for (const other of [{ name: 'x' }, { organisation: 'x' }, { due: '2026-06-02' }])
    expect(await chores.claim({ ...chore, ...other }, 102)).toBe(true)
  expect(await chores.forgetBefore(101)).toBe(1)
  expect(await chores.isDone(chore)).toBe(false)
  await storage.close()
})
