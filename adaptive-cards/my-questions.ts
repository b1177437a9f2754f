/** My questions: what somebody asked the CISO, and what came of it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { HumanAnswer, MyQuestion, ReplyOf } from '../bot/contract/reply.ts'
import { myQuestionPhrase } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import {
  card,
  clip,
  type Element,
  heading,
  richText,
  row,
  run,
  smallPrint,
  text,
} from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

const MAX_QUESTION = 300
/** Of an answer that was sent in full before. */
const MAX_ANSWER = 600

export function myQuestionsCard(reply: ReplyOf<'my-questions'>): IAdaptiveCard {
  const { language, questions } = reply
  const texts = textsFor(language)
  if (questions.length === 0)
    return card(language, [heading(texts.myQuestions), text(texts.myQuestionsNone)])

  return fittedCard(entries(reply), ({ elements, cut }) =>
    card(language, [
      heading(texts.myQuestions),
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
    ]),
  )
}

function* entries({
  questions,
  organisation,
  language,
}: ReplyOf<'my-questions'>): Generator<Block> {
  for (const question of questions) {
    const head = myQuestionPhrase(question, organisation, language)
    const items = [
      smallPrint(head),
      text(clip(question.question, MAX_QUESTION), { weight: 'Bolder' }, { spacing: 'Small' }),
      ...answerOf(question, language),
    ]
    const element = { type: 'Container', separator: true, spacing: 'Medium', items } as const
    yield { element, cut: false }
  }
}

function answerOf({ answer }: MyQuestion, language: Language): readonly Element[] {
  if (answer === undefined) return []
  const texts = textsFor(language)
  switch (answer.kind) {
    case 'section':
      return [sectionOf(answer, language)]
    case 'text':
      return [labelled(texts.answerOf, answer.text)]
    case 'reason':
      return [labelled(texts.reasonOf, answer.reason)]
  }
}

const labelled = (label: string, words: string): Element =>
  richText([run(`${label} `, { isSubtle: true }), run(clip(words, MAX_ANSWER))], {
    spacing: 'Small',
  })

function sectionOf({ section }: Extract<HumanAnswer, { kind: 'section' }>, language: Language) {
  const title = `${textsFor(language).sectionOf} ${section.title}`
  return row(title, { verb: 'show-section', sectionId: section.id })
}
