/** Deliveries: what goes into the outbox, who tries to send it, and how it ends. */
import type { Language } from '../../knowledge/language.ts'
import type { Address, MessageClass, Platform } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import type { DeliveryTable } from './tables.ts'

/** Of a person whom only the bot itself may know: see `Secret.seal`; opened just before sending. */
export type SealedAddress = Readonly<{ kind: 'sealed'; platform: Platform; sealed: string }>

/** One message for one recipient. */
export type Post = Readonly<{
  id: string
  organisation: string
  class: MessageClass
  /** Enqueueing the same key again adds nothing, for as long as the first is not sent. */
  dedupeKey: string
  address: Address | SealedAddress
  content: Reply
}>

export type Recipient = Readonly<{
  /** Of the delivery. Random: the order of sending must not tell who works where. */
  id: string
  address: Address | SealedAddress
  /** Such as the round and the person: one delivery each, however often it is enqueued. */
  dedupeKey: string
  language?: Language
}>

export type FanOut = Readonly<{
  batch: string
  organisation: string
  class: MessageClass
  /** Working: only when the organisation works. */
  hours: Hours
  /** At least one; a recipient gets the one in their language, else the first. */
  messages: readonly Reply[]
  recipients: readonly Recipient[]
}>

export type Lane = DeliveryTable['lane']
export type Hours = DeliveryTable['hours']
export type DeliveryState = DeliveryTable['state']

export const DELIVERY_STATES: readonly DeliveryState[] = [
  'ready',
  'sending',
  'sent',
  'rejected',
  'unknown',
  'cancelled',
]

/** Where deliveries queue: nobody waits for another organisation or platform. */
export type Queue = Readonly<{ organisation: string; platform: Platform; lane: Lane; hours: Hours }>

export type Lease = Readonly<{
  /** Of a process that runs; another one after each start. */
  owner: string
  now: number
  /** Later than the slowest attempt ends. */
  until: number
  limit: number
}>

/** A delivery that this process, and no other, tries now. */
export type Claimed = Readonly<{
  id: string
  organisation: string
  platform: Platform
  class: MessageClass
  lane: Lane
  batch?: string
  /** Id of what is said: see `contents`. */
  message: string
  address: Address | SealedAddress
  /** This one included. */
  attempts: number
  /** How often nobody could know whether it arrived. */
  unknowns: number
  createdAt: number
  firstTriedAt: number
}>

/** What becomes of a delivery. */
export type Next =
  | Readonly<{ state: 'sent' | 'rejected' | 'unknown' }>
  | Readonly<{ state: 'ready'; runAt: number }>

export type Settlement = Readonly<{
  id: string
  lane: Lane
  next: Next
  /** A word such as "http-429"; absent for what was put back untried. */
  outcome?: string
  /** Nobody can know whether this attempt arrived. */
  isUnknown: boolean
  /** The platform's id of what was sent. */
  reference?: string
}>

export type Progress = Readonly<{
  class: MessageClass
  createdAt: number
  cancelledAt?: number
  counts: Readonly<Record<DeliveryState, number>>
}>

export type Tally = Readonly<{
  class: MessageClass
  lane: Lane
  state: DeliveryState
  /** Such as "http-403"; the same word for all that are counted here. */
  outcome?: string
  n: number
}>

/** One of a batch, by its key: what became of it. */
export type Ending = Readonly<{ dedupeKey: string; state: DeliveryState; outcome?: string }>

export type Posts = Readonly<{
  /** Interactive: at once, before any bulk. @returns false when the key was there already */
  post: (post: Post, now: number) => Promise<boolean>
  /** Bulk: at the organisation's rate. @returns how many were not there already */
  fanOut: (fanOut: FanOut, now: number) => Promise<number>
}>

export type Claims = Readonly<{
  isDue: (queue: Queue, now: number) => Promise<boolean>
  /** Oldest first; each is "sending" from here, so that a crash leaves no doubt about the others. */
  claim: (queue: Queue, lease: Lease) => Promise<readonly Claimed[]>
  /**
   * What a claim took that the owner never heard of, such as when the connection broke: it was not
   * tried, so it is ready again.
   *
   * @param inHand ids that the owner does know of
   */
  putBack: (
    organisation: string,
    platform: Platform,
    by: Readonly<{ owner: string; inHand: readonly string[] }>,
  ) => Promise<void>
  /** Answers and reports that are to be tried again later are due now. @returns how many */
  bringForward: (organisation: string, platform: Platform, now: number) => Promise<number>
  /** What a process that is no more was sending. */
  takeOver: (organisation: string, lease: Lease) => Promise<readonly Claimed[]>
  contents: (organisation: string, messages: readonly string[]) => Promise<Contents>
  /**
   * Only what the owner still holds changes. An interactive delivery that is sent leaves no row: it
   * would tell who asked something and when.
   *
   * @returns how many changed
   */
  settle: (
    organisation: string,
    settlements: readonly Settlement[],
    by: Readonly<{ owner: string; now: number }>,
  ) => Promise<number>
}>

export type Contents = ReadonlyMap<string, Reply>

export type Endings = Readonly<{
  /** What is being sent now still arrives. @returns how many were cancelled, undefined for no batch */
  cancel: (organisation: string, batch: string, now: number) => Promise<number | undefined>
  /**
   * Nothing is left of a batch, whatever became of it: neither whom it was for, nor what it said.
   * What is being sent at this moment still arrives.
   *
   * @returns how many deliveries it had
   */
  remove: (organisation: string, batch: string) => Promise<number>
  /** Of all organisations: after a restore nothing old is sent. @returns how many */
  cancelUnfinished: (reason: string, now: number) => Promise<number>
  /** Nothing is left that leads to this address. @returns how many deliveries it was in */
  forget: (organisation: string, address: Address, now: number) => Promise<number>
  /** What waits under a key that begins so is not said. @returns how many */
  withdraw: (organisation: string, keyPrefix: string) => Promise<number>
  /** Removes texts that nobody will get any more, and what came into a batch after its cancelling. */
  sweep: (organisation: string, now: number) => Promise<void>
  /** Retention of what has ended. @returns how many deliveries went */
  purgeBefore: (organisation: string, moment: number) => Promise<number>
}>

export type ProgressReports = Readonly<{
  /** Undefined for a batch that the organisation does not have, and for reminders. */
  progress: (organisation: string, batch: string) => Promise<Progress | undefined>
  /** In order of key; none for a batch that the organisation does not have. */
  endings: (organisation: string, batch: string) => Promise<readonly Ending[]>
  /** Newest first. */
  batches: (organisation: string) => Promise<readonly string[]>
  tally: (organisation: string) => Promise<readonly Tally[]>
  /** Interactive deliveries that have not ended, and since when the oldest waits. */
  waiting: (
    organisation: string,
    platform: Platform,
  ) => Promise<Readonly<{ n: number; oldestAt?: number }>>
}>
