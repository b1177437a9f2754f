/** What is delivered or said twice has one effect (F10). */
import type { Storage } from '../bot/storage/storage.ts'
import { anArrival, type Receiving, startReceiving } from './stand-ins/receiving.ts'
import { engines } from './storage/engines.ts'

const SECOND = 1_000

describe.each(engines)('on $name', ({ open }) => {
  let storage: Storage
  let receiving: Receiving

  beforeEach(async () => {
    storage = await open()
    receiving = startReceiving(storage)
  }, 30_000)
  afterEach(async () => {
    await receiving.stop()
    await storage.close()
  })

  describe('said twice (F10)', () => {
    it('by a delivery that is repeated has one effect', async () => {
      const arrival = anArrival()

      const kinds = [
        ...(await receiving.receiveAll(arrival)),
        ...(await receiving.receiveAll(arrival)),
      ]

      expect(kinds).toEqual(['replied', 'repeated'])
      expect([receiving.asked.length, receiving.sent.length]).toEqual([1, 1])
    })

    it('by five deliveries at once has one effect', async () => {
      const arrival = anArrival()

      const kinds = await receiving.receiveAll(arrival, arrival, arrival, arrival, arrival)

      expect(kinds.toSorted()).toEqual(['repeated', 'repeated', 'repeated', 'repeated', 'replied'])
      expect([receiving.asked.length, receiving.sent.length]).toEqual([1, 1])
    })

    it('under a new id within a minute has one effect, also at once', async () => {
      const kinds = await receiving.receiveAll(anArrival(), anArrival(), anArrival())
      receiving.clock.now += 59 * SECOND
      const later = await receiving.receiveAll(anArrival())

      expect(kinds.toSorted()).toEqual(['repeated', 'repeated', 'replied'])
      expect(later).toEqual(['repeated'])
      expect(receiving.sent).toHaveLength(1)
    })

    it('under a new id after a minute is asked again', async () => {
      await receiving.receiveAll(anArrival())
      receiving.clock.now += 60 * SECOND
      const later = await receiving.receiveAll(anArrival())

      expect(later).toEqual(['replied'])
      expect(receiving.sent).toHaveLength(2)
    })

    it('is known a day later by its id', async () => {
      const arrival = anArrival()
      await receiving.receiveAll(arrival)

      receiving.clock.now += 24 * 3_600 * SECOND - 1
      expect(await receiving.receiveAll(arrival)).toEqual(['repeated'])
    })

    it.each([
      ['by another person', { person: 'person-2' }],
      ['in other words', { text: 'mag dat?' }],
      ['where others read along', { shared: true }],
    ])('%s is no repetition', async (_name, change) => {
      await receiving.receiveAll(anArrival())

      expect(await receiving.receiveAll(anArrival(change))).toEqual(['replied'])
    })

    it('by two people in one channel is no repetition', async () => {
      const kinds = await receiving.receiveAll(
        anArrival({ shared: true, person: 'person-1' }),
        anArrival({ shared: true, person: 'person-2' }),
      )

      expect(kinds).toEqual(['replied', 'replied'])
    })

    it.each(['help', 'Dank je wel!', 'mijn vragen'])('may be "%s"', async (text) => {
      const kinds = [
        ...(await receiving.receiveAll(anArrival({ text }))),
        ...(await receiving.receiveAll(anArrival({ text }))),
      ]

      expect(kinds).toEqual(['replied', 'replied'])
    })

    it('that it joined gets one welcome', async () => {
      const joined = () => anArrival({ request: { kind: 'joined' } })

      expect((await receiving.receiveAll(joined(), joined())).toSorted()).toEqual([
        'repeated',
        'replied',
      ])
      expect(receiving.sent).toHaveLength(1)
    })
  })
})
