/** Demo context: pages of the made-up history, as any viewer would get them. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeDemoHistory } from '../../../bot/cli/polls/demo-history.ts'
import type { Grant } from '../../../bot/contract/role.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../../../bot/load-organisations.ts'
import { loadBank } from '../../../bot/load-questions.ts'
import { openStorage } from '../../../bot/open-storage.ts'
import type { Plan } from '../../../bot/polls/plan.ts'
import { type Viewer, viewerOf } from '../../../bot/results/viewer.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { filesIn } from '../../../knowledge/handbook-files.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'

const NOW = Date.UTC(2026, 10, 23, 9)

type DemoSize = Readonly<{ people: number; rounds: number; seed?: number }>

/** As the CISO sees it, in Dutch, at the newest round. */
export async function aDemoContext({ people, rounds, seed = 1 }: DemoSize): Promise<PageContext> {
  const [organisation] = loadOrganisations(SAMPLE_ORGANISATIONS)
  if (organisation === undefined) throw new Error('there is no sample organisation')
  const { handbook } = readHandbook(filesIn(organisation.handbook))
  const bank = loadBank(organisation)
  const order = { people, rounds, seed, organisation, bank, newId: randomUUID, now: NOW }
  const folder = mkdtempSync(join(tmpdir(), 'results-pages-'))
  const storage = await openStorage({ dataDir: folder }, 'bot')
  const stored = await storage.transaction((stores) => storeDemoHistory(order, stores))
  await storage.close()
  rmSync(folder, { recursive: true })
  const plans = stored.toReversed()
  const viewer = aViewer({ role: 'ciso' })
  return { organisation, language: 'nl', bank, handbook, viewer, now: NOW, ...newest(plans) }
}

export function newest(plans: readonly Plan[]): Pick<PageContext, 'plans' | 'plan'> {
  const [plan] = plans
  return { plans, ...(plan === undefined ? {} : { plan }) }
}

export function aViewer(...grants: readonly Grant[]): Viewer {
  const viewer = viewerOf({ organisation: 'waterveen', person: 'p-1', grants })
  if (viewer === undefined) throw new Error('who has no such role sees no results')
  return viewer
}
