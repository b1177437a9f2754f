/** Poll parts: what the cards about polls have in common. */
import type { IContainer } from '@microsoft/teams.cards'
import type { PollPlanView, UpcomingRound } from '../bot/contract/poll.ts'
import { planLines, planNotes, upcomingPhrase } from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { clip, type Element, heading, marked, richText, run, smallPrint, text } from './elements.ts'

/** Longer questions than anybody reads would push the others off the card. */
export const MAX_QUESTION_TEXT = 300

/** "Wanneer: elke 6 weken op dinsdag". */
export function labelled(
  lines: ReadonlyArray<readonly [label: string, value: string]>,
): readonly Element[] {
  return lines.map(([label, value], index) =>
    richText([run(`${label} `, { weight: 'Bolder' }), run(value)], {
      spacing: index === 0 ? 'Medium' : 'Small',
    }),
  )
}

type Place = Readonly<{ timeZone: string; language: Language }>

/** What a series does, what that means for its figures, and the rounds to come. */
export function planElements(plan: PollPlanView, { timeZone, language }: Place): Element[] {
  return [
    ...labelled(planLines(plan, language)),
    ...planNotes(plan, language).map((note) => smallPrint(note, { spacing: 'Small' })),
    ...(plan.upcoming.length === 0 ? [] : [heading(textsFor(language).pollUpcoming, 'Medium')]),
    ...plan.upcoming.slice(0, MAX_UPCOMING).map((round) => upcoming(round, { timeZone, language })),
  ]
}

const MAX_UPCOMING = 3
/** There are up to fifteen of them. */
const MAX_UPCOMING_TEXT = 200

function upcoming(round: UpcomingRound, { timeZone, language }: Place): IContainer {
  const when = upcomingPhrase(round, timeZone, language)
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [
      text(when, { weight: 'Bolder' }),
      ...round.questions.map((question) => marked('•', text(clip(question, MAX_UPCOMING_TEXT)))),
    ],
  }
}
