/** Show read receipts: how many confirmed each section, to who may see results, of their own units. */

import type { Section } from '../../knowledge/handbook.ts'
import { sectionWords } from '../../knowledge/section-words.ts'
import { mergedUnits, readUnits } from '../care/read-units.ts'
import type { ReadSection } from '../contract/care.ts'
import type { Reply } from '../contract/reply.ts'
import { type Viewer, viewerOf } from '../results/viewer.ts'
import type { ReadFigure } from '../storage/read-figures.ts'
import { notice } from './notice.ts'
import { linkTo } from './quote.ts'
import type { Tools } from './tools.ts'

/** Looking is noted, as with results of polls. */
export async function showReadReceipts(tools: Tools): Promise<Reply> {
  const { organisation, knowledge, stores, actor, language, now } = tools
  const viewer = viewerOf(actor)
  if (viewer === undefined) return notice('results-not-yours', language)
  const asked = knowledge.handbook.sections.filter(({ acknowledge }) => acknowledge)
  if (asked.length === 0) return notice('no-read-receipts', language)
  const figures = await stores.readFigures.list(organisation.id)
  const sections = asked.map((section) => shown(section, figures, { viewer, tools }))
  const entry = { actor: actor.person ?? '', action: 'read-receipts-viewed', object: 'all' }
  await stores.audit.append(organisation.id, entry, now)
  return { kind: 'read-receipts', sections, language }
}

type Looking = Readonly<{ viewer: Viewer; tools: Tools }>

/** A count of an earlier text says nothing of this one. */
function shown(
  section: Section,
  figures: readonly ReadFigure[],
  { viewer, tools }: Looking,
): ReadSection {
  const { answers } = tools.organisation.polls.thresholds
  const words = sectionWords(section)
  const figure = figures.find((one) => one.section === section.id && one.words === words)
  const link = linkTo(section)
  if (figure === undefined) return { section: link, units: [], merged: [] }
  const { day, units } = figure
  const merged = units.length === 0 ? [] : mergedUnits(units, viewer)
  return { section: link, countedOn: day, units: readUnits(units, viewer, answers), merged }
}
