/** While the store is down the bot still answers, helps first, and says of all else that nothing was kept. */
import { randomUUID } from 'node:crypto'
import type { Action } from '../../bot/contract/action.ts'
import { aBotOf, aSpeaker, press, say, waterveen } from './a-bot.ts'
import { officeKnowledge } from './office-handbook.ts'

const { replyFromMemory } = aBotOf(officeKnowledge)

it.each([
  ['answer', 'mag ik thuis printen?'],
  ['incident', 'help ik heb net op een foute link geklikt'],
  ['no-answer', 'wie wint het songfestival'],
  ['help', 'help'],
  ['chapters', 'onderwerpen'],
])('gives %s to "%s"', (kind, text) => {
  expect(replyFromMemory(say(text)).kind).toBe(kind)
})

it('shows the telephone number of the desk', () => {
  expect(replyFromMemory(say('mijn laptop is gestolen'))).toMatchObject({ organisation: waterveen })
})

it.each<Action>([
  { verb: 'show-section', sectionId: 'thuiswerken-printen' },
  { verb: 'show-chapters' },
  { verb: 'show-chapter', chapter: 1 },
  { verb: 'show-help' },
  { verb: 'none-of-these', question: 'iets over mail' },
  { verb: 'ask', question: 'mag ik thuis printen?' },
])('says as always: %j', async (action) => {
  expect(replyFromMemory(press(action))).toEqual(await aBotOf(officeKnowledge).bot(press(action)))
})

const formId = randomUUID()
const escalationId = randomUUID()

it.each<Action>([
  { verb: 'rate-answer', sectionId: 'a', version: '1', helpful: true, question: '' },
  { verb: 'give-reason', sectionId: 'a', version: '1', reason: 'unclear', question: '' },
  { verb: 'ask-human', question: '', origin: 'no-answer' },
  { verb: 'escalate', formId, question: 'q', name: 'with-name', origin: 'no-answer' },
  { verb: 'my-questions' },
  { verb: 'answer-escalation', escalationId, answer: 'nee' },
  { verb: 'report-incident', incident: 'general' },
  { verb: 'confirm-forget-me' },
])('says that nothing was kept: %j', (action) => {
  expect(replyFromMemory(press(action))).toEqual({
    kind: 'notice',
    notice: 'not-stored',
    language: 'nl',
  })
})

it('says so of words too, in their language', () => {
  expect(replyFromMemory(say('forget me'))).toMatchObject({ notice: 'not-stored', language: 'en' })
})

it('greets, and knows an older card', () => {
  expect(replyFromMemory({ kind: 'joined', speaker: aSpeaker() }).kind).toBe('welcome')
  expect(replyFromMemory({ kind: 'unknown-action', speaker: aSpeaker() })).toMatchObject({
    notice: 'outdated-card',
  })
})

it('is of no use to an organisation that is not served', () => {
  expect(() => replyFromMemory(say('hoi', { organisation: 'elders' }))).toThrow(
    'organisation "elders" is not served here',
  )
})
