/** Telling phrases: sentences about answers that changed, and about announcements. */
import type { Language } from '../../../knowledge/language.ts'
import type { ReplyOf } from '../reply.ts'
import {
  type AnnouncementCounts,
  type AnnouncementLine,
  type AnnouncementPlan,
  type ChangeView,
  LISTENING_DAYS,
} from '../telling.ts'
import { amountOf, datedMoment } from './long-moments.ts'
import { layeredVersion } from './phrases.ts'
import { peoplePhrase } from './poll-phrases.ts'
import { textsFor } from './texts.ts'

/** What somebody agrees to. */
export function offerPhrases(language: Language): readonly [string, ...string[]] {
  const texts = textsFor(language)
  return [
    texts.tellMeOffer,
    texts.tellMeKept({ days: LISTENING_DAYS }),
    texts.tellMeUnnamed,
    texts.tellMeStop,
  ]
}

/** What holds from here on. */
export function tellingOnPhrases({ language }: ReplyOf<'telling-on'>): readonly string[] {
  const texts = textsFor(language)
  return [
    texts.tellingOnText,
    texts.tellingOnKept({ days: LISTENING_DAYS }),
    texts.tellingOnEnds({ days: LISTENING_DAYS }),
    texts.tellMeStop,
  ]
}

export function changedTitle({ changes, more, language }: ReplyOf<'changed-answers'>): string {
  const texts = textsFor(language)
  return changes.length + more === 1 ? texts.changedAnswerOne : texts.changedAnswerMany
}

export function versionsPhrase({ versions, language }: ReplyOf<'changed-answers'>): string {
  const { before, after, base } = versions
  const named = (version: number, below?: number) =>
    layeredVersion(`${version}`, below === undefined ? undefined : `${below}`, language)
  return textsFor(language).changedVersions({
    number: named(before, base?.before),
    version: named(after, base?.after),
  })
}

/** Who gets it and when, before anything is sent. */
export function announcePhrases(reply: ReplyOf<'announcement-confirm'>): readonly string[] {
  const { plan, timeZone, language } = reply
  const texts = textsFor(language)
  const persons = peoplePhrase(plan.unreachable, language)
  const unreachable = plan.unreachable > 0 ? [texts.announceUnreachable({ persons })] : []
  if (plan.people === 0) return [texts.announceConfirmNobody, ...unreachable]
  const from = datedMoment(plan.startsAt, timeZone, language)
  return [audiencePhrase(plan, language), texts.announceStarts({ from }), ...unreachable]
}

function audiencePhrase({ people, unit }: AnnouncementPlan, language: Language): string {
  const texts = textsFor(language)
  const persons = peoplePhrase(people, language)
  return unit === undefined
    ? texts.announceConfirmAll({ persons })
    : texts.announceConfirmUnit({ persons, title: unit })
}

/** Names the number once more, so that nobody tells thousands by mistake. */
export function announceConfirmTitle({ people }: AnnouncementPlan, language: Language): string {
  return textsFor(language).announceConfirmYes({ persons: peoplePhrase(people, language) })
}

/** "Nieuw: Mag ik thuis printen?". */
export function changeName({ kind, section: { title } }: ChangeView, language: Language): string {
  const texts = textsFor(language)
  const words = {
    added: texts.announceAdded({ title }),
    changed: texts.announceChanged({ title }),
    removed: texts.announceRemoved({ title }),
  }
  return words[kind]
}

/** "Versie 13, aan alle medewerkers". */
export function announcementName({ version, unit }: AnnouncementLine, language: Language): string {
  const texts = textsFor(language)
  return unit === undefined
    ? texts.announcementToAll({ version: String(version) })
    : texts.announcementToUnit({ version: String(version), title: unit })
}

/** How far it is, and how many ended how. */
export function announcementStatus(
  announcement: AnnouncementLine,
  timeZone: string,
  language: Language,
): readonly string[] {
  const { state, sendAt, people, counts } = announcement
  const texts = textsFor(language)
  const words = {
    planned: texts.announcementPlanned({
      moment: datedMoment(sendAt, timeZone, language),
      persons: peoplePhrase(people, language),
    }),
    sending: texts.announcementSending,
    done: texts.announcementDone,
    cancelled: texts.announcementCancelled,
  }
  return [words[state], ...countPhrases(counts, language)]
}

function countPhrases(counts: AnnouncementCounts, language: Language): readonly string[] {
  const texts = textsFor(language)
  const phrases = {
    sent: texts.announcementSent,
    blocked: texts.announcementBlocked,
    unknown: texts.announcementUnknown,
    cancelled: texts.announcementStopped,
    waiting: texts.announcementWaiting,
  }
  const states = ['sent', 'blocked', 'unknown', 'cancelled', 'waiting'] as const
  return states
    .filter((state) => counts[state] > 0)
    .map((state) => phrases[state]({ amount: amountOf(counts[state], language) }))
}

/** Something of it is not on its way yet. */
export const canCancel = ({ state, counts }: AnnouncementLine): boolean =>
  state === 'planned' || (state === 'sending' && counts.waiting > 0)
