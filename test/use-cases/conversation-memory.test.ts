/** Conversation memory: short, bounded, and for nobody else. */
import type { Speaker } from '../../bot/contract/request.ts'
import { createConversationMemory, REMEMBERED_MS } from '../../bot/use-cases/conversation-memory.ts'

const aSpeaker = (change: Partial<Speaker> = {}): Speaker => ({
  organisation: 'waterveen',
  platform: 'teams',
  person: 'p',
  conversation: 'c',
  shared: false,
  language: 'nl',
  ...change,
})

function aMemory() {
  const clock = { now: 0 }
  return { clock, memory: createConversationMemory(() => clock.now) }
}

it('remembers the last question for ten minutes', () => {
  const { clock, memory } = aMemory()
  memory.remember(aSpeaker(), 'eerste', 'nl')
  memory.remember(aSpeaker(), 'tweede', 'nl')

  clock.now = REMEMBERED_MS
  expect(memory.recall(aSpeaker())).toBe('tweede')
  clock.now += 1
  expect(memory.recall(aSpeaker())).toBeUndefined()
})

it('never brings a question back once it was too old, also when the clock is set back', () => {
  const { clock, memory } = aMemory()
  memory.remember(aSpeaker(), 'vraag', 'nl')
  clock.now = REMEMBERED_MS + 1
  memory.remember(aSpeaker({ person: 'ander' }), 'vraag', 'nl')
  clock.now = 0

  expect(memory.recall(aSpeaker())).toBeUndefined()
})

it.each([{ organisation: 'lindedam' }, { conversation: 'd' }, { person: 'q' }])(
  'keeps it from %j',
  (change) => {
    const { memory } = aMemory()
    memory.remember(aSpeaker(), 'vraag', 'en')

    expect(memory.recall(aSpeaker(change))).toBeUndefined()
    expect(memory.languageOf(aSpeaker(change))).toBe('nl')
  },
)

it('tells speakers apart whose ids run together', () => {
  const { memory } = aMemory()
  memory.remember(aSpeaker({ conversation: 'a', person: 'bc' }), 'vraag', 'nl')

  expect(memory.recall(aSpeaker({ conversation: 'ab', person: 'c' }))).toBeUndefined()
})

it('keeps the end of a long chain of questions', () => {
  const { memory } = aMemory()
  memory.remember(aSpeaker(), `${'x'.repeat(600)} eind`, 'nl')

  expect(memory.recall(aSpeaker())).toHaveLength(500)
  expect(memory.recall(aSpeaker())).toMatch(/eind$/)
})

it('holds ten thousand conversations, and forgets the one that was silent longest', () => {
  const { memory } = aMemory()
  const nth = (n: number) => aSpeaker({ conversation: String(n) })
  for (let n = 0; n < 10_000; n += 1) memory.remember(nth(n), 'vraag', 'en')
  memory.remember(nth(0), 'nog een', 'en')
  memory.remember(nth(10_000), 'vraag', 'en')

  expect(memory.recall(nth(0))).toBe('nog een')
  expect(memory.recall(nth(1))).toBeUndefined()
  expect(memory.languageOf(nth(1))).toBe('nl')
  expect(memory.recall(nth(2))).toBe('vraag')
})

it('hears the language of what is no question, and keeps the question', () => {
  const { memory } = aMemory()
  memory.remember(aSpeaker(), 'question', 'en')

  memory.hear(aSpeaker(), 'nl')

  expect([memory.recall(aSpeaker()), memory.languageOf(aSpeaker())]).toEqual(['question', 'nl'])
})

it('forgets at once what somebody wants forgotten, and nothing of others', () => {
  const { memory } = aMemory()
  const other = aSpeaker({ person: 'q' })
  for (const speaker of [aSpeaker(), other]) memory.remember(speaker, 'vraag', 'en')

  memory.forget(aSpeaker())

  expect([memory.recall(aSpeaker()), memory.languageOf(aSpeaker())]).toEqual([undefined, 'nl'])
  expect(memory.recall(other)).toBe('vraag')
})
