/** Poll plan: what runs and what comes, for the CISO. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { openRoundPhrases } from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, type Element, heading, text } from './elements.ts'
import { planElements } from './poll-parts.ts'

export function pollPlanCard(reply: ReplyOf<'poll-plan'>): IAdaptiveCard {
  const { language, plan, timeZone } = reply
  const texts = textsFor(language)
  if (plan === undefined)
    return card(language, [
      heading(texts.pollPlanTitle),
      ...openRound(reply),
      text(texts.pollPlanNone),
      text(texts.pollPlanWhat),
      buttons(button(texts.pollMake, { verb: 'edit-polls' })),
    ])

  return card(language, [
    heading(texts.pollPlanTitle),
    ...openRound(reply),
    ...planElements(plan, { timeZone, language }),
    buttons(
      button(texts.pollChange, { verb: 'edit-polls' }),
      button(texts.pollStop, { verb: 'stop-polls' }),
    ),
  ])
}

/** Nothing about answers: those are nobody's to see until it closes. */
function openRound({ language, open, timeZone }: ReplyOf<'poll-plan'>): readonly Element[] {
  if (open === undefined) return []
  const phrases = openRoundPhrases(open, timeZone, language)
  return [
    {
      type: 'Container',
      style: 'emphasis',
      roundedCorners: true,
      items: [
        heading(textsFor(language).pollOpenTitle, 'Medium'),
        ...phrases.map((phrase) => text(phrase)),
      ],
    },
  ]
}
