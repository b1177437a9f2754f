import { renderMessage, renderPressed } from '../../../bot/adapters/teams/render.ts'
import { Action } from '../../../bot/contract/action.ts'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Request } from '../../../bot/contract/request.ts'
import { isMessage } from '../../../bot/pressed.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const TEXT = 'application/vnd.microsoft.activity.message'

const reply: Reply = { kind: 'chapters', chapters: [], language: 'nl' }
const notice: Reply = { kind: 'notice', notice: 'not-allowed', language: 'nl' }

type Verb = Action['verb']
const VERBS = Action.options.map(({ shape }) => shape.verb.value)

/** Only the verb and who reads along matter here. */
const pressed = (verb: Verb, shared = false): Request =>
  ({
    kind: 'action',
    action: { verb },
    speaker: { shared },
  }) as unknown as Request

it.each<Verb>([
  'ask',
  'show-help',
  'report-incident', // the card with the telephone number stays
  'my-questions',
  'open-questions',
  'show-escalation',
  'show-polls',
  'show-figures', // the card about the unit stays
  'forget-me',
])('answers %s with a message of its own, and says so', (verb) => {
  expect(isMessage(reply, pressed(verb))).toBe(true)
  expect(renderPressed(reply, pressed(verb))).toMatchObject({
    status: 200,
    body: { type: TEXT, value: 'Het antwoord staat hieronder.' },
  })
})

it.each<Verb>([
  'none-of-these',
  'rate-answer',
  'give-reason',
  'ask-human',
  'escalate',
  'answer-escalation',
  'answer-with-section',
  'close-escalation',
  'propose-section',
  'send-incident',
  'answer-poll', // what was chosen goes out of sight
  'decline-poll',
  'my-poll',
  'rejoin-polls',
  'edit-polls',
  'plan-polls',
  'confirm-polls',
  'stop-polls',
  'confirm-stop-polls',
  'show-results',
  'open-results',
  'confirm-forget-me',
])('puts the answer to %s in the place of the card', (verb) => {
  expect(isMessage(reply, pressed(verb))).toBe(false)
  expect(renderPressed(reply, pressed(verb))).toMatchObject({
    status: 200,
    body: { statusCode: 200, type: CARD, value: { type: 'AdaptiveCard' } },
  })
})

it.each<Verb>([
  'my-questions',
  'open-questions',
  'show-escalation',
  'show-polls',
  'show-figures',
  'forget-me',
])('shows %s to who pressed only, where others read along', (verb) => {
  expect(isMessage(reply, pressed(verb, true))).toBe(false)
  expect(renderPressed(reply, pressed(verb, true))).toMatchObject({ body: { type: CARD } })
})

it.each(VERBS)('tells a notice after %s without touching the card', (verb) => {
  expect(isMessage(notice, pressed(verb))).toBe(false)
  expect(renderPressed(notice, pressed(verb))).toMatchObject({ body: { type: TEXT } })
})

it('says that a message may be there twice, also to who cannot see it', () => {
  const { summary: once } = renderMessage(reply) as { summary: string }

  expect(renderMessage(reply)).not.toHaveProperty('text')
  expect(renderMessage(reply, { possiblyDouble: true })).toMatchObject({
    text: '(mogelijk dubbel)',
    summary: `(mogelijk dubbel) ${once}`,
  })
})
