/** Poll slots: where words of a question bank, a handbook and an organisation stand on the cards of polls. */
import type { Reply } from '../../bot/contract/reply.ts'
import { anOrganisation, aReply } from '../builders.ts'
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
import { aHeadline, aResultsView } from '../results-builders.ts'

const both = (text: string) => ({ nl: text, en: text })

const asked = (change: Parameters<typeof aQuestion>[0]): Reply =>
  aReply('poll', { poll: aPollView({ questions: [aQuestion(change)] }) })

const taught = (change: Parameters<typeof aLesson>[0]): Reply =>
  aReply('poll-thanks', { lessons: [aLesson(change)] })

const planned = (change: Parameters<typeof aPollPlanView>[0]): Reply =>
  aReply('poll-confirm', { plan: aPollPlanView(change) })

const found = (change: Parameters<typeof aQuestionResult>[0]): Reply =>
  aReply('poll-result', { result: aPollResult({ questions: [aQuestionResult(change)] }) })

const seen = (change: Parameters<typeof aResultsView>[0]): Reply =>
  aReply('results', { view: aResultsView(change) })

const PRINTING = { id: 'thuiswerken-printen', title: 'Mag ik thuis printen?' }

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
  'unit of a result': (unit) => aReply('poll-result', { result: aPollResult({ unit }) }),
  'unit of results': (name) => seen({ unit: { path: '', name } }),
  'other unit of results': (name) => seen({ others: [{ path: 'a', name }] }),
  'unit that was merged': (name) => seen({ merged: [name] }),
  'unit that was refused': (refused) => seen({ refused }),
  'topic of a headline': (topic) => seen({ headlines: [aHeadline({ topic })] }),
  'question of a headline': (question) => seen({ headlines: [aHeadline({ question })] }),
  'question to begin with': (question) => seen({ suggestion: { question, section: PRINTING } }),
  'section to begin with': (title) =>
    seen({ suggestion: { question: 'Print je thuis?', section: { ...PRINTING, title } } }),
  'name of a unit that was typed': (asked) => aReply('results-choice', { asked }),
  'unit to choose': (path) => aReply('results-choice', { units: [{ path, name: path }] }),
  'organisation of a page of results': (name) =>
    aReply('results-link', { organisation: anOrganisation({ name }) }),
}
