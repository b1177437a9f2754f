/** Help: how to ask, what to expect, and what is kept. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { privacyPhrases } from '../bot/contract/texts/human-phrases.ts'
import { deskOf } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, buttons, card, heading, marked, smallPrint, text } from './elements.ts'
import { askCisoButton, chaptersButton, myQuestionsButton } from './parts.ts'

export function helpCard({ language, organisation }: ReplyOf<'help'>): IAdaptiveCard {
  const texts = textsFor(language)
  const { helpAsk, helpFollowUp, helpSource, helpUnknown, helpMine, helpPolls } = texts
  const facts = [helpAsk, helpFollowUp, helpSource, helpUnknown, helpMine, helpPolls]
  const kept = [
    ...privacyPhrases(organisation, language),
    texts.privacyPolls,
    texts.privacyResidents,
  ]

  return card(language, [
    heading(texts.helpTitle),
    ...facts.map((fact) => marked('•', text(fact))),
    box('attention', [
      text(texts.welcomeIncident(deskOf(organisation, language)), { weight: 'Bolder' }),
      text(texts.helpIncident),
    ]),
    buttons(
      chaptersButton(language),
      askCisoButton({ question: '', origin: 'no-answer' }, language),
      myQuestionsButton(language),
    ),
    heading(texts.helpPrivacy, 'Default'),
    ...kept.map((phrase) => marked('•', smallPrint(phrase))),
  ])
}
