/**
 * Tables: every stored row, as both engines give it back.
 *
 * Only types that SQLite and PostgreSQL share: ids are text, instants (`…_at`) are whole
 * milliseconds since the epoch, yes and no are 1 and 0, objects are JSON in text.
 */

import type {
  DocumentTable,
  DraftReviewTable,
  HandbookDraftTable,
  HandbookVersionTable,
  HelpfulQuestionTable,
} from './handbook-tables.ts'

type Flag = 0 | 1
type Instant = number
type Json = string

type OfOrganisation = { organisation: string }

/** A unit of the organisation; the path is the parent's, a slash and the name. */
export type UnitTable = OfOrganisation & { path: string; name: string; parent: string | null }

/** A row of the roster. Who has left keeps no row. */
export type PersonTable = OfOrganisation & {
  /** The roster's own id, such as a staff number. */
  id: string
  email: string | null
  entra_id: string | null
  slack_id: string | null
  /** 1 when the Slack id was found by the e-mail address, and stood in no roster file. */
  slack_found: number
  unit: string | null
  language: string | null
}

export type RoleTable = OfOrganisation & {
  person: string
  role: string
  /** Path of the unit it holds for; '' for the whole organisation. */
  unit: string
}

/** Where somebody, or a team, can be reached: what a platform needs to send a first message. */
export type ConversationTable = OfOrganisation & {
  platform: string
  id: string
  /** The platform's id of the person; null for a conversation that several share. */
  person: string | null
  service_url: string
  tenant: string | null
  /** The bot's own id in that conversation. */
  bot: string
  language: string
  /** 0 once the platform said that it is blocked or gone, until the bot is installed again. */
  open: Flag
}

/** What was handled before, by the hash of a key. */
export type SeenTable = { key: string; expires_at: Instant }

/** Which conversation gets what reports and questions. */
export type RouteTable = OfOrganisation & { topic: string; platform: string; conversation: string }

export type AuditTable = OfOrganisation & {
  /** 1, 2, 3 … within the organisation. */
  sequence: number
  at: Instant
  actor: string
  action: string
  object: string
  details: Json
  previous: string
  hash: string
}

/** Where an organisation's chain begins and ends, so that a cut at either side shows. */
export type AuditHeadTable = OfOrganisation & {
  first: number
  /** Hash of the row before the first that is kept. */
  first_previous: string
  last: number
  last_hash: string
}

/** What is to be said, once for all who get it. */
export type MessageTable = OfOrganisation & { id: string; content: Json; created_at: Instant }

/** Messages that went to many at once. */
export type BatchTable = OfOrganisation & {
  id: string
  class: string
  created_at: Instant
  cancelled_at: Instant | null
}

/** One message for one recipient, until its end is known. */
export type DeliveryTable = OfOrganisation & {
  id: string
  message: string
  batch: string | null
  class: string
  lane: 'interactive' | 'bulk'
  hours: 'any' | 'working'
  platform: string
  /** An address as JSON, sealed where nobody may see whose it is. */
  address: string
  /** Enqueueing the same key again adds nothing. */
  dedupe_key: string
  state: 'ready' | 'sending' | 'sent' | 'rejected' | 'unknown' | 'cancelled'
  attempts: number
  /** How often the outcome could not be known. */
  unknowns: number
  run_at: Instant
  created_at: Instant
  /** From here the day is counted after which nobody tries any more. */
  first_tried_at: Instant | null
  ended_at: Instant | null
  lease_owner: string | null
  lease_until: Instant | null
  /** The platform's id of what was sent. */
  reference: string | null
  /** A word for what happened last, such as "http-429". */
  last_outcome: string | null
}

export type RateTable = {
  /** Organisation and platform. */
  key: string
  tokens: number
  updated_at: Instant
  per_second: number
  /** Nothing is sent before this moment. */
  paused_until: Instant
  changed_at: Instant
}

/** Numbers such as "V-2026-0042" without gaps for who reads them. */
export type CounterTable = OfOrganisation & { name: string; value: number }

export type EscalationTable = OfOrganisation & {
  id: string
  number: string
  /** Masked. */
  question: string
  origin: 'no-answer' | 'unhelpful'
  section: string | null
  /** Number of the chapter that the question is nearest to. */
  topic: number | null
  /** Name to show; null when the asker wants to stay unknown. */
  asker_name: string | null
  /** Keyed hash of the asker: to list one's own questions. */
  asker_tag: string
  /** Sealed address of the asker: only the bot can open it. */
  asker_address: string
  language: string
  state: 'open' | 'answered' | 'closed'
  asked_at: Instant
  /** When the next reminder is due; null when none is left. */
  remind_at: Instant | null
  reminders: number
  /** JSON: the text, the section or the reason. */
  outcome: Json | null
  handled_by: string | null
  handled_at: Instant | null
}

/** A section that somebody proposed for the handbook. */
export type ProposalTable = OfOrganisation & {
  id: string
  escalation: string | null
  question: string
  answer: string
  author: string
  created_at: Instant
}

/** The moment somebody first told the bot that something happened. */
export type FirstNoticeTable = OfOrganisation & { tag: string; kind: string; at: Instant }

export type IncidentTable = OfOrganisation & {
  id: string
  number: string
  kind: string
  reporter: string
  reporter_name: string | null
  what: string
  happened: string
  devices: string
  personal_data: 'yes' | 'no' | 'unknown'
  call_back: string
  first_notice_at: Instant
  reported_at: Instant
}

/** Ratings, added up: no person, no moment. */
export type FeedbackTable = OfOrganisation & {
  section: string
  version: string
  verdict: string
  n: number
}

/** What the handbook was asked and said, by ISO week: no person, no moment. */
export type ReplyCountTable = OfOrganisation & {
  week: string
  kind: string
  /** Made up, to show the page with. */
  demo: Flag
  n: number
}

/** The sections that it answered with. */
export type AnswerCountTable = OfOrganisation & {
  week: string
  section: string
  demo: Flag
  n: number
}

/** Questions that got no good answer, masked. */
export type GapTable = OfOrganisation & {
  id: string
  question: string
  origin: 'no-answer' | 'unhelpful'
  section: string | null
  /** Keyed hash, to count people without knowing them. */
  asker_tag: string
  /** ISO date: the moment itself would lead to the person. */
  day: string
}

/** A recurring job that was done for a moment, once among all processes. */
export type ChoreTable = { name: string; organisation: string; due: string; done_at: Instant }

/** Who was forgotten, sealed: a restored backup must forget them again. */
export type ForgottenTable = OfOrganisation & { sealed: string; at: Instant }

export type PollSeriesTable = OfOrganisation & {
  id: string
  series: Json
  started_at: Instant
  stopped_at: Instant | null
}

export type PollRoundTable = OfOrganisation & {
  id: string
  series: string
  /** ISO date. */
  planned: string
  /** 0 for the first of its series. */
  round_index: number
  opens_at: Instant
  closes_at: Instant
  state: 'open' | 'closed' | 'missed' | 'refused' | 'lost'
  reminders: number
  demo: Flag
  /** Null for a round that was never opened. */
  frozen: Json | null
}

/** What may be shown of a round that closed. */
export type PollPlanTable = OfOrganisation & { round: string; plan: Json }

/** Of an open round, who is asked and where they are counted. Never a moment: see ParticipationStore. */
export type PollPersonTable = OfOrganisation & { round: string; person: string; unit: string }

/** Of an open round, keyed hashes of who took part. */
export type PollTakerTable = OfOrganisation & { round: string; tag: string }

/** Of an open round, how often each answer was given. */
export type PollCounterTable = OfOrganisation & {
  round: string
  unit: string
  question: string
  option: string
  n: number
}

/** Of an open round, keyed hashes of who wants no reminder up to and including an ISO date. */
export type PollWishTable = OfOrganisation & { round: string; tag: string; until: string }

/** Of an open round, from which its key is made together with the secret. */
export type PollSaltTable = OfOrganisation & { round: string; salt: string }

/** Keyed hashes of who wants no invitation ever. */
export type PollOptOutTable = OfOrganisation & { tag: string }

/** A link to the pages, that works once. */
export type WebLinkTable = OfOrganisation & {
  /** Keyed hash of what is in the link. */
  tag: string
  /** Roster id of who asked for it. */
  person: string
  language: string
  expires_at: Instant
}

/** A browser that somebody opened the pages in; the tag is the keyed hash of its cookie. */
export type WebSessionTable = WebLinkTable

/** Which sections somebody got an answer from, who agreed to hear when those change: no moment. */
export type AnsweredTable = OfOrganisation & {
  /** Keyed hash. */
  tag: string
  /** '' for that they agreed. */
  section: string
  /** ISO date. */
  day: string
  version: number
  /** 0 for none, or not known. */
  base: number
  language: string
  /** Sealed: only the bot can open it. */
  address: string
}

/** What was said, or will be, to many about a new version. */
export type AnnouncementTable = OfOrganisation & {
  id: string
  version: number
  /** Null for everybody. */
  unit: string | null
  words: string
  author: string
  people: number
  state: 'planned' | 'sending' | 'done' | 'cancelled'
  created_at: Instant
  send_at: Instant
  /** Null until nothing of it waits. */
  counts: Json | null
}

/** Somebody confirmed that they read a section: a keyed hash, and no moment. */
export type AcknowledgementTable = OfOrganisation & {
  section: string
  /** Hash of the text. */
  words: string
  /** Keyed hash of the person. */
  tag: string
}

/** A text that somebody confirmed, and the last day on which the handbook was known to say it. */
export type AcknowledgedTextTable = OfOrganisation & {
  section: string
  words: string
  /** ISO date. */
  held_on: string
}

/** Who confirmed, by name; only where the organisation says so. */
export type AcknowledgementProofTable = OfOrganisation & {
  section: string
  words: string
  person: string
  /** Path of then; '' for none. */
  unit: string
  /** ISO date. */
  day: string
}

/** How many confirmed a section, as coarse as it may be shown; the last time that it was counted. */
export type ReadFigureTable = OfOrganisation & {
  section: string
  words: string
  /** ISO date. */
  day: string
  units: Json
}

export type Tables = {
  unit: UnitTable
  person: PersonTable
  role: RoleTable
  conversation: ConversationTable
  seen: SeenTable
  route: RouteTable
  audit: AuditTable
  audit_head: AuditHeadTable
  message: MessageTable
  batch: BatchTable
  delivery: DeliveryTable
  rate: RateTable
  counter: CounterTable
  escalation: EscalationTable
  proposal: ProposalTable
  first_notice: FirstNoticeTable
  incident: IncidentTable
  feedback: FeedbackTable
  handbook_version: HandbookVersionTable
  handbook_draft: HandbookDraftTable
  draft_review: DraftReviewTable
  document: DocumentTable
  helpful_question: HelpfulQuestionTable
  gap: GapTable
  chore: ChoreTable
  forgotten: ForgottenTable
  poll_series: PollSeriesTable
  poll_round: PollRoundTable
  poll_plan: PollPlanTable
  poll_person: PollPersonTable
  poll_taker: PollTakerTable
  poll_counter: PollCounterTable
  poll_wish: PollWishTable
  poll_salt: PollSaltTable
  poll_opt_out: PollOptOutTable
  web_link: WebLinkTable
  web_session: WebSessionTable
  answered: AnsweredTable
  announcement: AnnouncementTable
  acknowledgement: AcknowledgementTable
  acknowledged_text: AcknowledgedTextTable
  acknowledgement_proof: AcknowledgementProofTable
  read_figure: ReadFigureTable
  reply_count: ReplyCountTable
  answer_count: AnswerCountTable
}

/** Of polls, what exists only while a round is open; backups are without it. */
export const OF_OPEN_ROUNDS = [
  'poll_person',
  'poll_taker',
  'poll_counter',
  'poll_wish',
  'poll_salt',
] as const
