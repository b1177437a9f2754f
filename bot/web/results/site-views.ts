/** Site views: which page an address is, and what is noted of who looked at it. */
import { questionsIn } from '../../results/figures.ts'
import type { AuditEntry } from '../../storage/audit.ts'
import type { Stores } from '../../storage/storage.ts'
import { localDate } from '../../working-time.ts'
import type { PageResponse } from '../site.ts'
import type { PageContext } from './page-context.ts'
import { file, page } from './site-answers.ts'
import { unitAt } from './unit-page.ts'

/** The pages themselves; given, so that what shows them knows none of them. */
export type Views = Readonly<{
  overview: (context: PageContext) => string
  question: (context: PageContext, id: string) => string
  unit: (context: PageContext, path: string) => string
  rounds: (context: PageContext) => string
  about: (context: PageContext) => string
  accessibility: (context: PageContext) => string
  /** How the handbook is used. */
  use?: (context: PageContext, stores: Stores) => Promise<string>
  csv?: (context: PageContext) => string
  xlsx?: (context: PageContext) => Promise<Uint8Array>
}>

export type View = Readonly<{
  make: () => PageResponse | Promise<PageResponse>
  /** Absent where no results are shown. */
  audit?: AuditEntry
}>

export type Looking = Readonly<{ context: PageContext; views: Views; stores: Stores }>

/** @returns undefined for what is not there, or not for this viewer: nobody can tell which */
export function viewOf(path: string, query: URLSearchParams, looking: Looking): View | undefined {
  const [name = '', id, ...more] = path.split('/')
  if (id === undefined) return viewNamed(name, query, looking)
  return name === 'questions' && more.length === 0 ? questionView(id, looking) : undefined
}

function viewNamed(name: string, query: URLSearchParams, looking: Looking): View | undefined {
  const { context, views } = looking
  switch (name) {
    case '':
      return seen({ page: 'overview' }, context, () => views.overview(context))
    case 'units':
      return unitView(query.get('path') ?? '', looking)
    case 'rounds':
      return seen({ page: 'rounds' }, context, () => views.rounds(context))
    case 'about':
      return { make: () => page(views.about(context)) }
    case 'accessibility':
      return { make: () => page(views.accessibility(context)) }
    case 'use':
      return useView(looking)
    default:
      return fileView(name, looking)
  }
}

function questionView(id: string, { context, views }: Looking): View | undefined {
  if (!questionsIn(context.plans).some((question) => question.id === id)) return undefined
  return seen({ page: 'question', question: id }, context, () => views.question(context, id))
}

function unitView(path: string, { context, views }: Looking): View | undefined {
  if (unitAt(context, path) === undefined) return undefined
  return seen({ page: 'unit', unit: path }, context, () => views.unit(context, path))
}

function useView({ context, views, stores }: Looking): View | undefined {
  const { use } = views
  if (use === undefined || !context.viewer.seesAll) return undefined
  const audit = entry('results-viewed', { page: 'use' }, context)
  return { audit, make: async () => page(await use(context, stores)) }
}

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function fileView(name: string, { context, views }: Looking): View | undefined {
  if (name === 'export.csv') return fileOf({ ending: 'csv', type: CSV }, context, views.csv)
  if (name === 'export.xlsx') return fileOf({ ending: 'xlsx', type: XLSX }, context, views.xlsx)
  return undefined
}

function fileOf(
  { ending, type }: Readonly<{ ending: string; type: string }>,
  context: PageContext,
  make: Views['csv'] | Views['xlsx'],
): View | undefined {
  const { plan, organisation } = context
  if (plan === undefined || make === undefined) return undefined
  const name = `vraagbaak-${localDate(plan.opensAt, organisation.timeZone)}.${ending}`
  return {
    audit: entry('results-exported', { page: ending }, context),
    make: async () => file(await make(context), { name, type }),
  }
}

type Details = NonNullable<AuditEntry['details']>

/** Without a round there is nothing to see. */
function seen(details: Details, context: PageContext, make: () => string): View {
  const audit = context.plan && entry('results-viewed', details, context)
  return { make: () => page(make()), ...(audit === undefined ? {} : { audit }) }
}

function entry(action: string, details: Details, { viewer, plan }: PageContext): AuditEntry {
  return { actor: viewer.actor.person ?? '', action, object: plan?.round ?? 'no-round', details }
}
