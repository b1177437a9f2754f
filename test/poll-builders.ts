/** Poll builders: valid values of polls for tests; a test names only the fields that it is about. */

import type { Organisation } from '../bot/contract/organisation.ts'
import type {
  Lesson,
  NationalView,
  PollPlanView,
  PollResultView,
  PollView,
  QuestionResult,
} from '../bot/contract/poll.ts'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'
import type { Question } from '../bot/polls/question.ts'
import { parseMarkdown } from '../knowledge/markdown.ts'

const ROUND_ID = '33333333-3333-4333-8333-333333333333'
/** Tuesday 24 November 2026, 10:00 in Amsterdam, and Monday 30 November, 16:00. */
export const OPENS_AT = Date.UTC(2026, 10, 24, 9)
export const CLOSES_AT = Date.UTC(2026, 10, 30, 15)

export const aRecurrence = { everyWeeks: 6, weekday: 2, at: '10:00', from: '2026-11-24' }

export function aQuestion(change: Partial<Question> = {}): Question {
  return {
    id: 'P11',
    text: {
      nl: 'Ik vergrendel mijn scherm als ik thuis van mijn plek loop.',
      en: 'I lock my screen when I leave my place at home.',
    },
    scale: 'frequency',
    options: [
      anOption('nooit', 'never'),
      anOption('soms', 'sometimes'),
      anOption('altijd', 'always'),
      { ...anOption('nvt', 'not applicable'), substantive: false },
    ],
    area: 'werkplek',
    areaName: { nl: 'Werkplek', en: 'Workspace' },
    section: 'thuiswerken-scherm',
    favourable: ['altijd'],
    sensitive: false,
    organisationOnly: false,
    reportOn: [],
    ...change,
  }
}

/** Its Dutch text is its value. */
export function anOption(nl: string, en: string): Question['options'][number] {
  return { value: nl, text: { nl, en }, substantive: true }
}

export function aPollView(change: Partial<PollView> = {}): PollView {
  return {
    round: ROUND_ID,
    questions: [
      aQuestion(),
      aQuestion({
        id: 'P19',
        text: {
          nl: 'Ik gebruik hetzelfde wachtwoord voor werk en privé.',
          en: 'I use the same password for work and private life.',
        },
        scale: 'yesno',
        options: [anOption('ja', 'yes'), anOption('nee', 'no'), anOption('geheim', 'secret')],
        favourable: ['nee'],
        sensitive: true,
      }),
    ],
    closesAt: CLOSES_AT,
    timeZone: 'Europe/Amsterdam',
    ...change,
  }
}

export function aLesson(change: Partial<Lesson> = {}): Lesson {
  return {
    question: 'Hoeveel tijd is er om een datalek te melden?',
    right: '72 uur',
    section: { id: 'incident-72-uur', title: 'Binnen welke tijd meldt de gemeente een datalek?' },
    lead: parseMarkdown('**Binnen 72 uur.** De klok loopt vanaf het moment dat iemand het weet.'),
    ...change,
  }
}

export function aPollPlanView(change: Partial<PollPlanView> = {}): PollPlanView {
  return {
    recurrence: aRecurrence,
    openDays: 5,
    people: 214,
    needed: 10,
    unreachable: 12,
    sendingSeconds: 100,
    upcoming: [
      {
        opensAt: OPENS_AT,
        closesAt: CLOSES_AT,
        questions: ['Vergrendel je je scherm?', 'Print je thuis?', 'Is je router veilig?'],
      },
    ],
    mergedUnits: ['Griffie', 'Bestuursstaf'],
    detectablePoints: 13,
    ...change,
  }
}

export function aNationalView(change: Partial<NationalView> = {}): NationalView {
  return {
    figure: '36%',
    label: 'informatieveiligheid afgenomen',
    own: { percent: 22, answers: 140 },
    source: 'Bron: een onderzoek, eind 2020.',
    caveat: 'Een andere groep en een ander jaar.',
    ...change,
  }
}

export function aQuestionResult(change: Partial<QuestionResult> = {}): QuestionResult {
  return {
    question: 'Ik vergrendel mijn scherm als ik thuis van mijn plek loop.',
    favourable: 'vaak of altijd',
    cell: {
      state: 'percentage',
      favourable: 72,
      interval: { low: 64, high: 79 },
      answers: 140,
    },
    section: { id: 'thuiswerken-scherm', title: 'Vergrendel ik mijn scherm ook thuis?' },
    ...change,
  }
}

export function aPollResult(change: Partial<PollResultView> = {}): PollResultView {
  return {
    round: ROUND_ID,
    demo: false,
    opensAt: OPENS_AT,
    closesAt: CLOSES_AT,
    response: { state: 'shown', answers: 140, eligible: 214, rate: 65 },
    coverage: { reached: 202, eligible: 214, rate: 94 },
    questions: [aQuestionResult()],
    units: { shown: 9, hidden: 4 },
    minimum: 5,
    ...change,
  }
}

const nl = { language: 'nl' } as const
const timeZone = 'Europe/Amsterdam'

type PollKind = Extract<Reply['kind'], 'poll' | `poll-${string}`>

/** One of every kind. */
export function pollReplies(organisation: Organisation): {
  readonly [K in PollKind]: ReplyOf<K>
} {
  return {
    poll: { ...nl, kind: 'poll', poll: aPollView(), reminder: false, organisation },
    'poll-thanks': {
      ...nl,
      kind: 'poll-thanks',
      lessons: [aLesson()],
      report: false,
      organisation,
    },
    'poll-declined': {
      ...nl,
      kind: 'poll-declined',
      how: 'today',
      closesAt: CLOSES_AT,
      timeZone,
    },
    'poll-plan': { ...nl, kind: 'poll-plan', plan: aPollPlanView(), timeZone },
    'poll-form': {
      ...nl,
      kind: 'poll-form',
      recurrence: aRecurrence,
      openDays: 5,
      changes: false,
    },
    'poll-confirm': {
      ...nl,
      kind: 'poll-confirm',
      plan: aPollPlanView(),
      changes: false,
      timeZone,
    },
    'poll-stop': {
      ...nl,
      kind: 'poll-stop',
      open: { opensAt: OPENS_AT, closesAt: CLOSES_AT, people: 214 },
      timeZone,
    },
    'poll-news': {
      ...nl,
      kind: 'poll-news',
      news: { news: 'opened', people: 214, closesAt: CLOSES_AT, late: false },
      planned: '2026-11-24',
      timeZone,
    },
    'poll-result': { ...nl, kind: 'poll-result', result: aPollResult(), timeZone },
  }
}
