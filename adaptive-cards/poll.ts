/** Poll: the questions of a round on one card, with what happens to the answers above them. */
import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import { DECLINED } from '../bot/contract/poll.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { longMoment } from '../bot/contract/texts/long-moments.ts'
import {
  beforeQuestion,
  declineTitles,
  pollTitle,
  promisePhrases,
} from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { MAX_QUESTIONS, type Question } from '../bot/polls/question.ts'
import type { Language } from '../knowledge/language.ts'
import {
  box,
  button,
  buttons,
  card,
  type Element,
  heading,
  row,
  smallPrint,
  text,
} from './elements.ts'
import { type Field, ignoringInputs, requiredRadios } from './inputs.ts'
import { incidentReminder } from './parts.ts'

export function pollCard(reply: ReplyOf<'poll'>): IAdaptiveCard {
  const { language, poll, reminder, organisation } = reply
  const texts = textsFor(language)
  const until = longMoment(poll.closesAt, poll.timeZone, language)
  const questions = poll.questions.slice(0, MAX_QUESTIONS)

  return card(language, [
    heading(pollTitle(questions.length, language)),
    reminder ? text(texts.pollReminder, { weight: 'Bolder' }) : undefined,
    text(`${texts.pollBrief} ${texts.pollCloses({ until })}`),
    box('emphasis', [text(promisePhrases(language).join(' '))]),
    ...questions.flatMap((question, index) =>
      questionElements(question, { index, count: questions.length, language }),
    ),
    smallPrint(texts.pollFinal, { spacing: 'Medium' }),
    buttons({
      ...button(texts.pollSend, { verb: 'answer-poll', roundId: poll.round }),
      style: 'positive',
    }),
    ratherNot(reply),
    incidentReminder(organisation, language),
  ])
}

const FIELDS: readonly Field[] = ['q1', 'q2', 'q3', 'q4', 'q5']

type Place = Readonly<{ index: number; count: number; language: Language }>

function questionElements(question: Question, { index, count, language }: Place): Element[] {
  const texts = textsFor(language)
  const place = texts.pollQuestionOf({ place: index + 1, count })
  const field = FIELDS[index]
  if (field === undefined) return []
  return [
    text(place, { weight: 'Bolder' }, { separator: true, spacing: 'Large' }),
    ...beforeQuestion(question, language).map((note) => text(note, {}, { spacing: 'Small' })),
    requiredRadios(field, question.text[language], {
      errorMessage: texts.pollChoose,
      choices: question.options.map(({ value, text }) => [value, text[language]]),
    }),
  ]
}

/** Quieter than the answer, and free of it: nothing that was chosen goes along. */
function ratherNot({ language, poll }: ReplyOf<'poll'>): IContainer {
  const texts = textsFor(language)
  const titles = declineTitles(language)
  const ways = DECLINED.map((how) => {
    const decline = { verb: 'decline-poll', roundId: poll.round, how } as const
    return {
      ...row(titles[how], decline),
      selectAction: ignoringInputs(button(titles[how], decline)),
    }
  })
  return {
    type: 'Container',
    separator: true,
    spacing: 'Large',
    items: [smallPrint(texts.pollRatherNot), ...ways],
  }
}
