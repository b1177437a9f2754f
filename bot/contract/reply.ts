/**
 * Reply: what the bot says, by meaning and not by layout.
 *
 * Each adapter shows it as its platform does best. A new kind does not compile until every
 * adapter renders it.
 */
import type { IncidentKind, RichText } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { PersonalData } from '../../knowledge/personal-data.ts'
import type { Recurrence } from '../polls/series.ts'
import type { Origin } from './action.ts'
import type { AcknowledgeView, CareNotice, CareReply } from './care.ts'
import type { DocumentNotice, DocumentReply } from './documents.ts'
import type { LayerNotice } from './layers.ts'
import type { Organisation } from './organisation.ts'
import type {
  Declined,
  Lesson,
  OpenRoundView,
  PollNews,
  PollPlanView,
  PollResultView,
  PollView,
} from './poll.ts'
import type { ChangeView, PublishingNotice, PublishingReply, VersionView } from './publishing.ts'
import type { ResultsView, UnitName } from './results.ts'
import type { TellingNotice, TellingReply } from './telling.ts'

export type SectionLink = Readonly<{ id: string; title: string }>

/** A section that the question found; the score compares within one reply only. */
export type Hit = SectionLink & Readonly<{ score: number }>

/** Where quoted text comes from. */
export type Source = Readonly<{
  handbook: string
  version: string
  /** ISO date. */
  inForce?: string
  /** Version of the base handbook, where this one builds on another. */
  baseVersion?: string
  /** Name of the base handbook, when the section comes from there. */
  layer?: string
  /** Number of the section, such as "5.8". */
  number: string
  owner?: string
  /** True when the text should have been reviewed before today. */
  reviewOverdue: boolean
}>

export type ChapterLink = Readonly<{ number: number; title: string; sections: number }>

export type Notice =
  | PublishingNotice
  | DocumentNotice
  | TellingNotice
  | LayerNotice
  | CareNotice
  | 'too-long'
  | 'empty'
  | 'outdated-card'
  | 'unknown-section'
  | 'rated-helpful'
  | 'rated-unhelpful'
  | 'you-are-welcome'
  /** Only a CISO or deputy may do this. */
  | 'not-allowed'
  | 'unknown-escalation'
  /** Somebody else answered or closed it before. */
  | 'already-handled'
  | 'question-missing'
  | 'answer-missing'
  | 'reason-missing'
  | 'section-missing'
  | 'incident-incomplete'
  /** More questions to a human in an hour than one person has. */
  | 'too-many-questions'
  | 'proposal-kept'
  | 'no-open-questions'
  /** A team's words that set a route were said where only one person reads along. */
  | 'route-needs-team'
  /** Asked where others read along: the reply is on its way to the private chat. */
  | 'sent-privately'
  /** The store is down: nothing was kept, the way to a human is named. */
  | 'not-stored'
  /** Answered before: nothing changed, and nobody knows what the answers were. */
  | 'poll-answered-before'
  | 'poll-closed'
  | 'poll-not-invited'
  /** One of the questions has no answer yet. */
  | 'poll-incomplete'
  /** The round cannot be answered now; the CISO is told. */
  | 'poll-unavailable'
  | 'no-open-poll'
  /** Invitations come again. */
  | 'poll-rejoined'
  | 'poll-stopped'
  /** None runs, so there is nothing to stop. */
  | 'no-poll-runs'
  /** A field of the form cannot be read. */
  | 'poll-form-wrong'
  /** Results are for who leads people, the CISO and the auditor. */
  | 'results-not-yours'
  | 'no-results'
  /** Only one round has closed. */
  | 'no-earlier-results'
  /** The round of an older card is not kept any more. */
  | 'results-gone'
  | 'no-results-page'
  /** A link is for one person: not where others read along. */
  | 'results-page-private'

/** What a question is about that the handbook is not for, and who does know. */
export type Elsewhere = Readonly<{ topic: string; ask: string }>

type About = Readonly<{
  /** The masked message, to pre-fill a question to a human; '' when there is none. */
  question: string
  /** Kinds of personal data that were taken out of the message before it was read. */
  masked: readonly PersonalData[]
  /** 0 (nothing known) to 1 (certain). */
  confidence: number
}>

/** A question to a human, as the CISO sees it. */
export type EscalationView = Readonly<{
  id: string
  number: string
  question: string
  origin: Origin
  /** The section that did not help. */
  about?: SectionLink
  /** Absent when the asker wants to stay unknown. */
  asker?: string
  /** Milliseconds since the epoch. */
  askedAt: number
}>

/** What a human said to a question. */
export type HumanAnswer =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'section'; section: SectionLink; lead: RichText; source: Source }>
  /** Closed without an answer, and why. */
  | Readonly<{ kind: 'reason'; reason: string }>

export type MyQuestion = Readonly<{
  number: string
  question: string
  askedAt: number
  state: 'open' | 'answered' | 'closed'
  answer?: HumanAnswer
}>

export type IncidentReport = Readonly<{
  number: string
  incident: IncidentKind
  what: string
  when: string
  devices: string
  personalData: 'yes' | 'no' | 'unknown'
  callBack: string
  reporter?: string
  /** When the reporter first told the bot: the clock of 72 hours runs from here. */
  firstNoticeAt: number
  reportedAt: number
}>

/** Questions alike that the handbook did not answer. */
export type GapGroup = Readonly<{
  /** The most typical of them, masked. */
  question: string
  /** How often it was asked. */
  times: number
  /** By how many people. */
  people: number
  /** The section that did not help, when it is about one. */
  section?: SectionLink
}>

/** Versions of the base handbook on a day, as of the own ones. */
export type HeldBase = Readonly<{
  name: string
  versions: ReadonlyArray<Readonly<{ number: number; publishedAt: number }>>
}>

/** What a question would have got. */
export type SaidThen = Readonly<
  | { kind: 'answer'; title: string; lead: RichText; passage?: RichText; source: Source }
  | { kind: 'suggestions'; titles: readonly string[] }
  | { kind: 'no-answer'; elsewhere?: Elsewhere }
  | { kind: 'incident'; steps: readonly string[] }
>

/** What is removed of a person who asks to be forgotten. */
export type Removed = Readonly<{
  what:
    | ('roster' | 'conversations' | 'questions' | 'gaps' | 'notices' | 'answered')
    | 'acknowledged'
  count: number
}>

export type RouteTopic =
  | Readonly<{ kind: 'incidents' }>
  | Readonly<{ kind: 'questions' }>
  | Readonly<{ kind: 'chapter'; number: number; title: string }>

export type Answer = About &
  Readonly<{
    kind: 'answer'
    section: Hit
    /** The section's short answer. */
    lead: RichText
    /** The paragraph that the question matches best, when it is not the short answer. */
    passage?: RichText
    source: Source
    related: readonly Hit[]
  }>

export type Reply = Readonly<
  { language: Language } & (
    | { kind: 'welcome'; organisation: Organisation; examples: readonly string[] }
    | { kind: 'help'; organisation: Organisation }
    | Answer
    | (About & { kind: 'suggestions'; sections: readonly Hit[]; organisation: Organisation })
    | (About & {
        kind: 'no-answer'
        organisation: Organisation
        elsewhere?: Elsewhere
      })
    | {
        kind: 'incident'
        incident: IncidentKind
        /** The first three things to do, in order. */
        steps: readonly string[]
        /** Absent when the handbook has no section for this kind. */
        section?: SectionLink
        organisation: Organisation
        masked: readonly PersonalData[]
      }
    | {
        kind: 'section'
        section: SectionLink
        content: RichText
        source: Source
        related: readonly SectionLink[]
        /** Everybody must confirm that they read it. */
        acknowledge?: AcknowledgeView
      }
    | { kind: 'chapters'; chapters: readonly ChapterLink[] }
    | { kind: 'chapter'; chapter: ChapterLink; sections: readonly SectionLink[] }
    /** Thanks for a negative rating: why did it not help? */
    | {
        kind: 'rating-reasons'
        section: SectionLink
        version: string
        question: string
        organisation: Organisation
      }
    /** Thanks for the reason; a human can still help. */
    | { kind: 'reason-noted'; section: SectionLink; question: string; organisation: Organisation }
    /** The form in which a question goes to the CISO. */
    | {
        kind: 'human-form'
        /** The id of the escalation that it becomes: pressing twice sends it once. */
        formId: string
        question: string
        origin: Origin
        section?: SectionLink
        organisation: Organisation
      }
    /** The question is on its way to a human. */
    | {
        kind: 'escalated'
        number: string
        question: string
        withName: boolean
        masked: readonly PersonalData[]
        organisation: Organisation
      }
    /** Nobody is set to answer, so nothing was kept: mail instead. */
    | { kind: 'nobody-to-ask'; organisation: Organisation }
    /** To who works elsewhere: nothing of the handbook, and where to report. */
    | { kind: 'outsider'; organisation: Organisation }
    | { kind: 'my-questions'; questions: readonly MyQuestion[]; organisation: Organisation }
    /** To the CISO or a team. */
    | {
        kind: 'escalation'
        escalation: EscalationView
        /** Sections that may be the answer, best first. */
        sections: readonly SectionLink[]
        occasion: 'new' | 'reminder' | 'for-deputy' | 'opened'
        timeZone: string
        /** True once question and answer are kept as a proposal. */
        proposed: boolean
        /** What the CISO had typed so far, when the card takes the place of another. */
        draft?: string
      }
    /** In the place of the card: what was done with it. */
    | { kind: 'escalation-handled'; escalation: EscalationView; answer: HumanAnswer }
    | { kind: 'open-questions'; questions: readonly EscalationView[]; timeZone: string }
    /** To the asker. */
    | {
        kind: 'human-answer'
        number: string
        question: string
        answer: HumanAnswer
        organisation: Organisation
      }
    | {
        kind: 'incident-form'
        /** The id of the incident that it becomes. */
        formId: string
        incident: IncidentKind
        organisation: Organisation
      }
    | {
        kind: 'incident-reported'
        number: string
        reportedAt: number
        organisation: Organisation
        masked: readonly PersonalData[]
        /** False when nobody is set to be told: then only the telephone helps. */
        delivered: boolean
      }
    /** To the incident conversation. */
    | { kind: 'incident-alert'; report: IncidentReport; timeZone: string }
    /** To the CISO, weekly or when asked. */
    | { kind: 'gaps'; groups: readonly GapGroup[]; days: number }
    /** The questions of a round. */
    | { kind: 'poll'; poll: PollView; reminder: boolean; organisation: Organisation }
    /** In the place of the questions: what the handbook says; never what was answered. */
    | {
        kind: 'poll-thanks'
        lessons: readonly Lesson[]
        /** An answer tells that something happened that must be reported. */
        report: boolean
        organisation: Organisation
      }
    | { kind: 'poll-declined'; how: Declined; closesAt: number; timeZone: string }
    /** To the CISO: what runs, and what comes. */
    | {
        kind: 'poll-plan'
        /** Absent when none runs. */
        plan?: PollPlanView
        open?: OpenRoundView
        timeZone: string
      }
    /** The form in which a poll is planned or changed, filled in with what is or could be. */
    | { kind: 'poll-form'; recurrence: Recurrence; openDays: number; changes: boolean }
    /** Names how many people will get it; nothing has changed yet. */
    | { kind: 'poll-confirm'; plan: PollPlanView; changes: boolean; timeZone: string }
    | { kind: 'poll-stop'; open?: OpenRoundView; timeZone: string }
    /** To the CISO. */
    | { kind: 'poll-news'; news: PollNews; planned: string; timeZone: string }
    /** After closing, and when asked: what somebody should know first of a unit that they may see. */
    | {
        kind: 'results'
        view: ResultsView
        /** There is a page on which all of it stands. */
        page: boolean
        timeZone: string
      }
    /** Several units have the name that was asked for. */
    | { kind: 'results-choice'; round: string; asked: string; units: readonly UnitName[] }
    /** The way to the page of results, for who asked and nobody else. */
    | { kind: 'results-link'; url: string; minutes: number; organisation: Organisation }
    /** After closing, what may be shown of each question: of the whole organisation or of a unit. */
    | { kind: 'poll-result'; result: PollResultView; timeZone: string }
    | PublishingReply
    | DocumentReply
    | TellingReply
    | CareReply
    /** To an editor: the base says otherwise what this organisation has its own version of. */
    | {
        kind: 'base-changed'
        /** Name of the base handbook, and its version that did it. */
        base: string
        version: number
        change: ChangeView
        /** Markdown of the own section. */
        own: string
      }
    /** What held on a day, and what would have been said then. */
    | {
        kind: 'as-of'
        /** ISO date. */
        date: string
        /** At the end of that day first, then what held earlier that day. */
        versions: readonly VersionView[]
        base?: HeldBase
        /** '' when nothing was asked. */
        question: string
        said?: SaidThen
        timeZone: string
      }
    | { kind: 'forget-me' }
    | { kind: 'forgotten'; removed: readonly Removed[] }
    | { kind: 'route-set'; topic: RouteTopic; organisation: Organisation }
    | { kind: 'notice'; notice: Notice }
    /** Something broke; the reference is in the log. */
    | { kind: 'failure'; reference: string; organisation: Organisation }
  )
>

export type ReplyOf<K extends Reply['kind']> = Extract<Reply, { kind: K }>
