/** Telling slots: where words of a handbook, the CISO and the roster stand on the cards of telling. */
import type { Reply } from '../../bot/contract/reply.ts'
import type { ChangeView, ToldChange } from '../../bot/contract/telling.ts'
import { anOrganisation, aReply } from '../builders.ts'
import {
  aChange,
  aLink,
  anAnnouncementLine,
  anAnnouncementPlan,
  anAnnouncementView,
} from '../telling-builders.ts'

const told = (change: ChangeView): Reply =>
  aReply('changed-answers', { changes: [{ day: '2026-11-03', change }] })
const announced = (change: Parameters<typeof anAnnouncementView>[0]): Reply =>
  aReply('announcement', { announcement: anAnnouncementView(change) })
const marked = (text: string) => [{ text, marked: true }]

export const TELLING_SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'section to hear of': (title) => aReply('tell-me-offer', { section: aLink({ title }) }),
  'section that somebody hears of': (title) => aReply('telling-on', { section: aLink({ title }) }),
  'section that changed': (title) => told(aChange({ section: aLink({ title }) })),
  'title that it had': (titleBefore) => told(aChange({ titleBefore })),
  'short answer before': (text) => told(aChange({ before: marked(text) })),
  'short answer now': (text) => told(aChange({ after: marked(text) })),
  'section that is gone': (title) => told({ kind: 'removed', section: aLink({ title }) }),
  'section that is back': (title) =>
    told({ kind: 'added', section: aLink({ title }), after: marked('Ja.') }),
  'words of the CISO in an announcement': (words) => announced({ words: words || 'Let op.' }),
  'title in an announcement': (title) =>
    announced({ changes: [aChange({ section: aLink({ title }) })] }),
  'new answer in an announcement': (text) =>
    announced({ changes: [{ kind: 'added', section: aLink(), after: marked(text) }] }),
  'title on the form of an announcement': (title) =>
    aReply('announcement-form', {
      announcement: anAnnouncementView({ changes: [aChange({ section: aLink({ title }) })] }),
    }),
  'unit to announce to': (path) =>
    aReply('announcement-form', { units: [{ path: path || 'Ruimte', name: 'x' }] }),
  'words to confirm': (words) =>
    aReply('announcement-confirm', {
      announcement: anAnnouncementView({ words: words || 'Let op.' }),
    }),
  'unit to confirm': (unit) =>
    aReply('announcement-confirm', { plan: anAnnouncementPlan({ unit }) }),
  'unit of an announcement': (unit) =>
    aReply('announcements', { announcements: [anAnnouncementLine({ unit })] }),
}

type Fill = (length: number) => string

/** As long as the contract lets each be. */
export function largestTelling(of: Fill): readonly Reply[] {
  const section = aLink({ title: of(400) })
  const pieces = [of(150), of(100), of(150)].map((text, nth) => ({ text, marked: nth === 1 }))
  const answers = { titleBefore: of(400), before: pieces, after: pieces }
  const change = aChange({ section, ...answers })
  const changes = Array.from({ length: 5 }, () => change)
  const day = '2026-11-03'
  const organisation = anOrganisation({ name: of(200) })
  const announcement = anAnnouncementView({ words: of(500), changes, more: 99 })
  const unit = of(400)
  const told = changes.map((one): ToldChange => ({ day, change: one }))
  const units = Array.from({ length: 400 }, (_, index) => ({
    ...{ path: `${index}${of(390)}`, name: unit },
  }))
  const announcements = Array.from({ length: 10 }, () => anAnnouncementLine({ unit }))
  return [
    aReply('tell-me-offer', { section }),
    aReply('telling-on', { section }),
    aReply('changed-answers', { changes: told, more: 99 }),
    aReply('announcement', { announcement, organisation }),
    aReply('announcement-form', { announcement, units }),
    aReply('announcement-form', { announcement, units: units.slice(0, 8) }),
    aReply('announcement-confirm', {
      ...{ announcement, organisation },
      plan: anAnnouncementPlan({ unit, people: 20_000, sendAt: 1 }),
    }),
    aReply('announcements', { announcements }),
  ]
}
