/** A chat on the terminal: what is typed, what is shown, and what its numbers stand for. */
import { PassThrough } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { cardFor } from '../../../adaptive-cards/card-for.ts'
import { chat, choicesOf } from '../../../bot/adapters/terminal/terminal.ts'
import type { Action } from '../../../bot/contract/action.ts'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../../bot/contract/request.ts'
import { plainText } from '../../../bot/plain-text.ts'
import type { Talk } from '../../../bot/talk.ts'
import { nodesOfType } from '../../adaptive-cards/nodes.ts'
import { aReply, everyReply } from '../../builders.ts'

const speaker: Speaker = {
  organisation: 'lindedam',
  platform: 'terminal',
  person: 'terminal',
  conversation: 'terminal',
  shared: false,
  language: 'nl',
}

/** Types the lines into a chat whose bot always gives the same reply. */
async function chatOf(lines: readonly string[], reply: Reply) {
  const requests: Request[] = []
  const talk: Talk = async (request) => {
    requests.push(request)
    return reply
  }
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines.map((line) => `${line}\n`).join(''))
  await chat(talk, { input, output, speaker })
  output.end()
  return { requests, shown: await readAll(output) }
}

it('greets, then shows the reply to each line', async () => {
  const { requests, shown } = await chatOf(['mag ik thuis printen?', '  '], aReply('no-answer'))

  expect(requests).toEqual([
    { kind: 'joined', speaker },
    { kind: 'message', text: 'mag ik thuis printen?', speaker },
  ])
  expect(shown.match(/Dat weet ik niet/g)).toHaveLength(2)
})

it('takes a number for the choice that was printed, and any other for a message', async () => {
  const reply = aReply('suggestions')
  const { requests } = await chatOf(['2', '4', '5', '0', '-1'], reply)

  expect(requests.slice(1)).toEqual([
    {
      kind: 'action',
      action: { verb: 'show-section', sectionId: reply.sections[1]?.id },
      speaker,
    },
    { kind: 'action', action: { verb: 'none-of-these', question: reply.question }, speaker },
    { kind: 'message', text: '5', speaker },
    { kind: 'message', text: '0', speaker },
    { kind: 'message', text: '-1', speaker },
  ])
})

it('ends at "stop"', async () => {
  const { requests } = await chatOf(['stop', 'nog iets'], aReply('help'))

  expect(requests).toEqual([{ kind: 'joined', speaker }])
})

it.each(everyReply())('prints every number that can be typed after $kind', (reply) => {
  const shown = words(plainText(reply))

  choicesOf(reply).forEach((action, index) => {
    if (action === undefined) return
    const name = nameOnCard(action, reply)
    expect(name).not.toBe('')
    expect(` ${shown} `).toContain(` ${index + 1} ${name} `)
  })
})

it('offers what the cards of a human loop offer, where nothing has to be filled in', () => {
  const verbs = (reply: Reply) => choicesOf(reply).map((action) => action?.verb)

  expect(verbs(aReply('no-answer'))).toEqual(['ask-human'])
  expect(verbs(aReply('rating-reasons'))).toEqual([
    ...['give-reason', 'give-reason', 'give-reason', 'give-reason', 'ask-human'],
  ])
  expect(verbs(aReply('human-form'))).toEqual(['escalate', 'escalate'])
  expect(verbs(aReply('human-form', { question: '' }))).toEqual([])
  expect(verbs(aReply('escalation'))).toEqual(['answer-with-section', 'answer-with-section'])
  expect(verbs(aReply('forget-me'))).toEqual(['confirm-forget-me'])
})

it('offers of a poll what needs no card: declining it, and planning without a form', () => {
  const verbs = (reply: Reply) => choicesOf(reply).map((action) => action?.verb)
  const { plan: _, ...nothingPlanned } = aReply('poll-plan')

  expect(verbs(aReply('poll'))).toEqual(['decline-poll', 'decline-poll', 'decline-poll'])
  expect(verbs(aReply('poll-thanks'))).toEqual(['show-section'])
  expect(verbs(aReply('poll-thanks', { report: true }))).toEqual([
    ...['report-incident', 'show-section'],
  ])
  expect(verbs(aReply('poll-declined', { how: 'never' }))).toEqual(['rejoin-polls'])
  expect(verbs(aReply('poll-plan'))).toEqual(['edit-polls', 'stop-polls'])
  expect(verbs(nothingPlanned)).toEqual(['edit-polls'])
  expect(verbs(aReply('poll-confirm'))).toEqual(['confirm-polls', 'edit-polls'])
  expect(verbs(aReply('poll-stop'))).toEqual(['confirm-stop-polls'])
  expect(verbs(aReply('poll-news'))).toEqual(['show-polls'])
  expect(verbs(aReply('poll-result'))).toEqual(['show-section'])
})

it('offers of results what the card offers, in its order', () => {
  const verbs = (reply: Reply) => choicesOf(reply).map((action) => action?.verb)

  expect(verbs(aReply('results'))).toEqual([
    ...['show-section', 'show-figures', 'open-results', 'show-results', 'show-results'],
  ])
  expect(verbs(aReply('results', { page: false }))).not.toContain('open-results')
  expect(verbs(aReply('results-choice'))).toEqual(['show-results', 'show-results'])
  expect(verbs(aReply('results-link'))).toEqual(['show-results'])
})

it('reaches the whole section of an answer and of an incident', () => {
  const wholeSection = (sectionId: string) => ({ verb: 'show-section', sectionId })

  expect(choicesOf(aReply('answer'))[0]).toEqual(wholeSection('thuiswerken-printen'))
  expect(choicesOf(aReply('incident'))).toEqual([
    ...[undefined, undefined, undefined],
    wholeSection('incident-geklikt'),
  ])
})

/** What the card calls this action: the title in its list, or of its button. */
function nameOnCard(action: Action, reply: Reply): string {
  const card = cardFor(reply)
  const listed = nodesOfType(card, 'Input.ChoiceSet')
    .flatMap(({ choices }) => Choices.parse(choices))
    .find(({ value }) => 'sectionId' in action && value === action.sectionId)
  const button = nodesOfType(card, 'Action.Execute').find(({ data }) => isPartOf(data, action))
  return words(String(listed?.title ?? button?.title ?? '').replace(/^\d+\. /, ''))
}

const Choices = z.array(z.object({ value: z.string(), title: z.string() }))

/** A button leaves out what the fields of its card add. */
const isPartOf = (data: unknown, action: Action): boolean =>
  isDeepStrictEqual({ ...action, ...Payload.parse(data) }, action)

const Payload = z.looseObject({ verb: z.string() })

const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
