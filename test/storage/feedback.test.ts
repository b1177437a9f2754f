/** Feedback: added up by section, version and verdict. */
import { engines } from './engines.ts'

it.each(engines)('feedback on $name adds up, also when many rate at once', async ({ open }) => {
  const storage = await open()
  const add = (section: string, version: string, verdict: 'helpful' | 'unhelpful') =>
    storage.transaction(({ feedback }) => feedback.add('waterveen', { section, version, verdict }))

  await Promise.all([
    add('wifi', '2', 'helpful'),
    add('wifi', '1', 'unhelpful'),
    add('wifi', '1', 'helpful'),
    add('wifi', '1', 'helpful'),
    add('print', '1', 'helpful'),
  ])

  expect(await storage.stores.feedback.list('waterveen')).toEqual([
    { section: 'print', version: '1', verdict: 'helpful', n: 1 },
    { section: 'wifi', version: '1', verdict: 'helpful', n: 2 },
    { section: 'wifi', version: '1', verdict: 'unhelpful', n: 1 },
    { section: 'wifi', version: '2', verdict: 'helpful', n: 1 },
  ])
  expect(await storage.stores.feedback.list('oosterhaven')).toEqual([])
  await storage.close()
})
