/** Proposals: kept as they were made, oldest first. */
import { engines } from './engines.ts'

it.each(engines)('proposals on $name come back as they were made', async ({ open }) => {
  const storage = await open()
  const { proposals } = storage.stores
  const later = { id: 'a', question: 'q', answer: '', author: 'ciso', createdAt: 2 }
  const first = { ...later, id: 'b', escalation: 'e', answer: 'Ja.', createdAt: 1 }
  await proposals.add('waterveen', later)
  await proposals.add('waterveen', first)

  expect(await proposals.list('waterveen')).toEqual([first, later])
  expect(await proposals.list('oosterhaven')).toEqual([])
  await storage.close()
})
