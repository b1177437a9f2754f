/** A crash at any step of a publication leaves the old version or the new one, whole, and nobody out (F17). */
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import { aPressRoom } from './a-press-room.ts'
import { FILES, STEPS, VERSIONS } from './a-publication.ts'
import { answersOf, answersOfVersion, brokenPromises } from './publication-promises.ts'

const handbook = aFolder(FILES)
afterAll(removeFolders)

describe.each(engines)('a publication on $name', ({ open }) => {
  it('keeps its promises when the bot starts anew after every step', async () => {
    const storage = await open()
    const room = await aPressRoom({ storage, name: 'waterveen', handbook })

    for (const [index, { take }] of STEPS.entries()) {
      await take(room)
      await room.restart()
      const current = await storage.stores.handbooks.current('waterveen')
      const [least = 0, most = 0] = VERSIONS[index] ?? []
      expect(current?.number).toBeGreaterThanOrEqual(least)
      expect(current?.number).toBeLessThanOrEqual(most)
      expect(answersOf(room)).toBe(await answersOfVersion(room, current?.number ?? 0))
    }

    expect(await brokenPromises(room)).toEqual([])
    await storage.close()
  })

  it.each(STEPS.map(({ name }, index) => ({ name, index })))(
    'keeps its promises when the bot starts anew before: $name',
    async ({ index }) => {
      const storage = await open()
      const room = await aPressRoom({ storage, name: 'waterveen', handbook })

      for (const [at, { take }] of STEPS.entries()) {
        if (at === index) await room.restart()
        await take(room)
      }

      expect(await brokenPromises(room)).toEqual([])
      await storage.close()
    },
  )
})
