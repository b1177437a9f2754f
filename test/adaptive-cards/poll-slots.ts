/** Poll slots: where words of a question bank, a handbook and an organisation stand on the cards of polls. */
import type { Reply } from '../../bot/contract/reply.ts'
import { aReply } from '../builders.ts'
import {
  aLesson,
  aNationalView,
  anOption,
  aPollPlanView,
  aPollResult,
  aPollView,
  aQuestion,
  aQuestionResult,
} from '../poll-builders.ts'

const both = (text: string) => ({ nl: text, en: text })

const asked = (change: Parameters<typeof aQuestion>[0]): Reply =>
  aReply('poll', { poll: aPollView({ questions: [aQuestion(change)] }) })

const taught = (change: Parameters<typeof aLesson>[0]): Reply =>
  aReply('poll-thanks', { lessons: [aLesson(change)] })

const planned = (change: Parameters<typeof aPollPlanView>[0]): Reply =>
  aReply('poll-confirm', { plan: aPollPlanView(change) })

const found = (change: Parameters<typeof aQuestionResult>[0]): Reply =>
  aReply('poll-result', { result: aPollResult({ questions: [aQuestionResult(change)] }) })

export const POLL_SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'question of a poll': (text) => asked({ text: both(text) }),
  'answer to choose in a poll': (text) =>
    asked({ options: [{ ...anOption('a', 'a'), text: both(text) }] }),
  'question that was asked': (question) => taught({ question }),
  'right answer': (right) => taught({ right }),
  'section about a question': (title) => taught({ section: { id: 'paragraaf', title } }),
  'unit that is too small': (name) => planned({ mergedUnits: [name] }),
  'question of a round to come': (text) =>
    planned({ upcoming: [{ opensAt: 0, closesAt: 0, questions: [text] }] }),
  'question of a result': (question) => found({ question }),
  'favourable answer': (favourable) => found({ favourable }),
  'section about a result': (title) => found({ section: { id: 'paragraaf', title } }),
  'national figure': (figure) => found({ national: aNationalView({ figure }) }),
  'label of a national figure': (label) => found({ national: aNationalView({ label }) }),
  'note on a national figure': (note) => found({ national: aNationalView({ note }) }),
  'source of a national figure': (source) => found({ national: aNationalView({ source }) }),
  'caveat of a national figure': (caveat) => found({ national: aNationalView({ caveat }) }),
}
