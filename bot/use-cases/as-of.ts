/** As of: what the handbook said on a day, and what the bot would have answered from it; for an inquiry. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import { maskPersonalData } from '../../knowledge/personal-data.ts'
import { safeText } from '../../knowledge/safe-text.ts'
import { MAX_QUESTION } from '../contract/action.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { HeldBase, Reply, ReplyOf, SaidThen } from '../contract/reply.ts'
import type { Held } from '../publishing/base.ts'
import { versionView } from '../publishing/views.ts'
import type { VersionInfo } from '../storage/handbooks.ts'
import type { Stores } from '../storage/storage.ts'
import { localDate, momentOn } from '../working-time.ts'
import type { AskAsOf, TypedDay } from './as-of-words.ts'
import { type AskTools, ask } from './ask.ts'
import { sealedAddressOf } from './asker.ts'
import { createConversationMemory } from './conversation-memory.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

/** A version that is not at hand is made ready beside the turns, and the answer comes after. */
export async function askAsOf(asked: AskAsOf, tools: Tools): Promise<Reply> {
  const { organisation, speaker, handbooks, language, now } = tools
  const past = handbooks?.past
  const date = dateOf(asked, localDate(now, organisation.timeZone))
  if (date === undefined) return notice('as-of-no-date', language)
  const found = await asOf(date, tools)
  if (found.kind === 'notice') return found
  const question = asked.question.slice(0, MAX_QUESTION)
  if (question === '') return found.reply
  const knowledge = past?.ready(organisation.id, found.held)
  if (knowledge !== undefined)
    return { ...found.reply, ...saidFrom(knowledge, question, tools, date) }
  if (past === undefined) return found.reply
  const sealed = sealedAddressOf(tools)
  past.want(organisation.id, { date, question, language, platform: speaker.platform, sealed })
  return notice('as-of-coming', language)
}

/**
 * An ISO date; without a year the latest that is not still to come.
 *
 * @returns undefined for a day that no calendar has
 */
export function dateOf({ day, month, year }: TypedDay, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4))
  if (year !== undefined) return isoDate(year, month, day)
  // 29 February may be years ago
  return Array.from({ length: 9 }, (_, back) => isoDate(thisYear - back, month, day)).find(
    (date) => date !== undefined && date <= today,
  )
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const [y, m, d] = [
    `${year}`.padStart(4, '0'),
    `${month}`.padStart(2, '0'),
    `${day}`.padStart(2, '0'),
  ]
  const date = `${y}-${m}-${d}`
  const moment = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date
    ? undefined
    : date
}

export type AsOfTools = Readonly<{
  organisation: Organisation
  stores: Pick<Stores, 'handbooks' | 'people' | 'draftReviews'>
  language: Language
  now: number
}>

type Found = Readonly<{ kind: 'found'; held: Held; reply: ReplyOf<'as-of'> }> | ReplyOf<'notice'>

/** What held on the day, without an answer. @param date ISO date */
export async function asOf(date: string, tools: AsOfTools): Promise<Found> {
  const { organisation, stores, language, now } = tools
  if (date > localDate(now, organisation.timeZone)) return notice('as-of-future', language)
  const day = dayOn(date, organisation, now)
  const [own, ...earlier] = heldOn(day, await stores.handbooks.versions(organisation.id))
  if (own === undefined) return notice('as-of-before', language)
  const { buildsOn, timeZone } = organisation
  const bases = buildsOn ? heldOn(day, await stores.handbooks.versions(buildsOn.id)) : []
  const views = [own, ...earlier].map((version) => versionView(version, tools))
  const base: HeldBase | undefined = buildsOn && { name: buildsOn.name, versions: bases.map(short) }
  const reply: ReplyOf<'as-of'> = {
    ...{
      kind: 'as-of',
      date,
      versions: await Promise.all(views),
      question: '',
      timeZone,
      language,
    },
    ...(base === undefined || bases.length === 0 ? {} : { base }),
  }
  return { kind: 'found', held: { own, base: bases[0] }, reply }
}

const short = ({ number, publishedAt }: VersionInfo) => ({ number, publishedAt })

type Day = Readonly<{ start: number; end: number }>

/** On the clock of the organisation; of today as far as it is. */
function dayOn(date: string, organisation: Organisation, now: number): Day {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  return {
    start: momentOn(date, '00:00', organisation),
    end: Math.min(momentOn(next, '00:00', organisation) - 1, now),
  }
}

const DAY_MS = 86_400_000

/** The last first; with what held when the day began. @param versions newest first */
function heldOn({ start, end }: Day, versions: readonly VersionInfo[]): readonly VersionInfo[] {
  const until = versions.filter(({ publishedAt }) => publishedAt <= end)
  const atStart = until.findIndex(({ publishedAt }) => publishedAt <= start)
  return atStart < 0 ? until : until.slice(0, atStart + 1)
}

/** Never counted and never a gap: nobody needed this answer. */
export function saidFrom(
  knowledge: KnowledgeBase,
  question: string,
  { organisation, language }: Pick<AsOfTools, 'organisation' | 'language'>,
  date: string,
): Pick<ReplyOf<'as-of'>, 'question' | 'said'> {
  const clock = () => Date.parse(`${date}T12:00:00Z`)
  const tools: AskTools = {
    organisation,
    knowledge,
    clock,
    memory: createConversationMemory(clock),
  }
  const nobody = { organisation: organisation.id, platform: 'terminal', shared: false } as const
  const reply = ask(question, { ...nobody, person: '', conversation: '', language }, tools)
  const masked = safeText(maskPersonalData(question).text)
  const said = saidThen(reply)
  return { question: masked, ...(said === undefined ? {} : { said }) }
}

function saidThen(reply: Reply): SaidThen | undefined {
  switch (reply.kind) {
    case 'answer': {
      const { section, lead, passage, source } = reply
      const about = { kind: 'answer', title: section.title, lead, source } as const
      return passage === undefined ? about : { ...about, passage }
    }
    case 'suggestions':
      return { kind: 'suggestions', titles: reply.sections.map(({ title }) => title) }
    case 'incident':
      return { kind: 'incident', steps: reply.steps }
    case 'no-answer':
      return reply.elsewhere === undefined
        ? { kind: 'no-answer' }
        : { kind: 'no-answer', elsewhere: reply.elsewhere }
    default:
      return undefined
  }
}
