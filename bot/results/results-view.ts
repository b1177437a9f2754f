/** Results view: what somebody should know first of a unit, as far as they may see it. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { HeadlineView, ResultsView, UnitName } from '../contract/results.ts'
import type { Plan } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import { type RoundUnit, WHOLE } from '../polls/units.ts'
import { responseOf } from './figures.ts'
import { headlinesOf, weakestOf } from './headlines.ts'
import { maySee, mergedFor, type Viewer } from './viewer.ts'

export type ViewContext = Readonly<{
  viewer: Viewer
  handbook: Handbook
  language: Language
  /** The plan is not of the only round that is kept. */
  hasEarlier: boolean
}>

/** What is shown, and what was asked for but may not be. */
export type Shown = Readonly<{ unit: string; refused?: string }>

/** A filter over the plan. @param shown.unit path of a unit that the viewer may see */
export function resultsView(
  plan: Plan,
  { unit, refused }: Shown,
  { viewer, handbook, language, hasEarlier }: ViewContext,
): ResultsView {
  const { round, demo, opensAt, closesAt, thresholds } = plan
  const suggestion = suggestionFor(plan, unit, { handbook, language })
  return {
    ...{ round, demo, opensAt, closesAt },
    unit: { path: unit, name: nameIn(plan, unit) },
    response: responseOf(plan, unit),
    headlines: headlineViews(plan, unit, language),
    units: countBelow(plan, unit),
    minimum: thresholds.answers,
    ...(suggestion === undefined ? {} : { suggestion }),
    others: nearby(plan, unit, viewer),
    merged: mergedFor(plan, viewer).map(lastName),
    hasEarlier,
    ...(refused === undefined ? {} : { refused }),
  }
}

/** What somebody sees first: all of it, else the first unit that they lead, in order of the tree. */
export function firstUnitOf(plan: Plan, viewer: Viewer): string {
  if (viewer.seesAll) return WHOLE
  const own = plan.units.find(({ path }) => path !== WHOLE && maySee(path, viewer))
  return own?.path ?? WHOLE
}

export function nameIn({ units }: Plan, unit: string): string {
  return units.find(({ path }) => path === unit)?.name ?? lastName(unit)
}

/** "Jeugd" of "Sociaal Domein/Jeugd". */
export const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** How many units below this one have a figure of their own, and how many have none. */
export function countBelow({ units, response }: Plan, unit: string): ResultsView['units'] {
  const above = `${unit}/`
  const isBelow = (path: string): boolean =>
    unit === WHOLE ? path !== WHOLE : path.startsWith(above)
  const all = units.filter(({ path }) => isBelow(path)).length
  const shown = response.filter((one) => isBelow(one.unit) && one.cell.state === 'shown').length
  return { shown, hidden: all - shown }
}

function headlineViews(plan: Plan, unit: string, language: Language): readonly HeadlineView[] {
  return headlinesOf(plan, unit).flatMap(({ question, cell, finding, sinceAt }) => {
    if (cell.state !== 'percentage') return []
    const since = sinceAt === undefined ? {} : { sinceAt }
    const [topic, text] = [question.areaName[language], question.text[language]]
    const favourable = favourableWords(question, language)
    return [{ topic, question: text, favourable, finding, percent: cell.favourable, ...since }]
  })
}

/** The answers that count as safe, such as "ja, altijd of meestal". */
export function favourableWords({ options, favourable }: Question, language: Language): string {
  const words = options.filter(({ value }) => favourable.includes(value))
  const or = new Intl.ListFormat(language, { type: 'disjunction' })
  return or.format(words.map(({ text }) => text[language]))
}

/** Undefined also when the handbook has no such section any more. */
function suggestionFor(
  plan: Plan,
  unit: string,
  { handbook, language }: Pick<ViewContext, 'handbook' | 'language'>,
): ResultsView['suggestion'] {
  const question = weakestOf(plan, unit)
  const section = question && handbook.byId.get(question.section)
  if (question === undefined || section === undefined) return undefined
  return {
    question: question.text[language],
    section: { id: section.id, title: section.title },
  }
}

/** From where somebody is: the whole, the unit above, those right below, and what they lead. */
function nearby(plan: Plan, unit: string, viewer: Viewer): readonly UnitName[] {
  const here = plan.units.find(({ path }) => path === unit)
  const isNear = ({ path, parent }: RoundUnit): boolean =>
    path === WHOLE || path === here?.parent || parent === unit || viewer.leads.includes(path)
  return plan.units
    .filter((one) => one.path !== unit && isNear(one) && maySee(one.path, viewer))
    .map(({ path, name }) => ({ path, name }))
}
