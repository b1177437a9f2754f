/** Routes: one conversation a topic, in each organisation. */
import { engines } from './engines.ts'

const desk = { platform: 'teams', conversation: 'desk' } as const
const team = { platform: 'slack', conversation: 'team' } as const

it.each(engines)('routes on $name are set, replaced and removed by topic', async ({ open }) => {
  const storage = await open()
  const { routes } = storage.stores
  await routes.set('waterveen', 'incidents', desk)
  await routes.set('waterveen', 'questions', desk)
  await routes.set('waterveen', 'questions-3', desk)
  await routes.set('waterveen', 'questions', team)

  expect(await routes.find('waterveen', 'incidents')).toEqual(desk)
  expect(await routes.find('waterveen', 'questions')).toEqual(team)
  expect(await routes.find('waterveen', 'questions-3')).toEqual(desk)
  expect(await routes.find('oosterhaven', 'incidents')).toBeUndefined()
  expect(await routes.remove('oosterhaven', 'incidents')).toBe(false)
  expect(await routes.remove('waterveen', 'incidents')).toBe(true)
  expect(await routes.find('waterveen', 'incidents')).toBeUndefined()
  await storage.close()
})
