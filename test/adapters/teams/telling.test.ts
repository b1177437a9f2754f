/** The offer to tell of changes comes below the answer, and what many get is a card like any other. */
import { renderMessage, renderPressed } from '../../../bot/adapters/teams/render.ts'
import type { Request } from '../../../bot/contract/request.ts'
import { isMessage } from '../../../bot/pressed.ts'
import { aSpeaker } from '../../bot/a-bot.ts'
import { aReply } from '../../builders.ts'

const rated: Request = {
  kind: 'action',
  action: {
    ...{ verb: 'rate-answer', sectionId: 'printen', version: '1', helpful: true, question: '' },
  },
  speaker: aSpeaker(),
}

it('leaves the answer in sight under the offer', () => {
  const offer = aReply('tell-me-offer')

  expect(isMessage(offer, rated)).toBe(true)
  expect(renderPressed(offer, rated)).toMatchObject({
    body: { type: 'application/vnd.microsoft.activity.message' },
  })
  expect(isMessage(aReply('rating-reasons'), rated)).toBe(false)
})

it('shows the change in a notification as words', () => {
  expect(JSON.stringify(renderMessage(aReply('changed-answers')))).toMatch(
    /"summary":"Een antwoord dat je kreeg, is gewijzigd/,
  )
})
