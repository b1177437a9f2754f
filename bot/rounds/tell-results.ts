/** Tell results: after a round closed, each CISO hears of all of it, and each manager of what is theirs. */
import { setImmediate as others } from 'node:timers/promises'
import type { ReplyOf } from '../contract/reply.ts'
import type { Plan } from '../polls/plan.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import { firstUnitOf, resultsView } from '../results/results-view.ts'
import { type Viewer, viewerOf } from '../results/viewer.ts'
import type { Person } from '../storage/people.ts'
import type { RoundContext } from './context.ts'

/** Few enough that SQLite's driver, which keeps everybody waiting while it works, takes some 20 ms. */
const AT_ONCE = 50

/** One card to each, also to who is both; for as long as it was not sent. */
export async function tellResults(plan: Plan, context: RoundContext): Promise<void> {
  const hasEarlier = await hasEarlierRound(context)
  for (const [index, person] of (await readers(context)).entries()) {
    await tell(person, plan, { ...context, hasEarlier })
    if (index % AT_ONCE === AT_ONCE - 1) await others()
  }
}

async function readers({ stores, organisation }: RoundContext): Promise<readonly Person[]> {
  const cisos = await stores.people.withRole(organisation.id, 'ciso')
  const managers = await stores.people.withRole(organisation.id, 'manager')
  return [...new Map([...cisos, ...managers].map((one) => [one.id, one])).values()]
}

/** To look at as well. */
async function hasEarlierRound({ stores, organisation }: RoundContext): Promise<boolean> {
  const rounds = await stores.polls.rounds(organisation.id)
  return rounds.filter(({ state }) => state === 'closed').length > 1
}

type Telling = RoundContext & Readonly<{ hasEarlier: boolean }>

async function tell(person: Person, plan: Plan, context: Telling): Promise<void> {
  const { stores, organisation, platform, newId, now } = context
  const address = addressOf(person, preferredOf(organisation, platform))
  const actor = { organisation: organisation.id, person: person.id, grants: person.roles }
  const viewer = viewerOf(actor)
  if (address === undefined || viewer === undefined) return
  await stores.outbox.post(
    {
      id: newId(),
      organisation: organisation.id,
      class: 'notice',
      dedupeKey: `poll:${plan.round}:closed:${address.platform}:${address.person}`,
      address,
      content: resultsFor(person, plan, { ...context, viewer }),
    },
    now,
  )
}

function resultsFor(
  person: Person,
  plan: Plan,
  {
    organisation,
    knowledge,
    viewer,
    hasEarlier,
    resultLinks,
  }: Telling & Readonly<{ viewer: Viewer }>,
): ReplyOf<'results'> {
  const language = person.language ?? organisation.languages[0] ?? 'nl'
  const { handbook } = knowledge
  const unit = firstUnitOf(plan, viewer)
  const view = resultsView(plan, { unit }, { viewer, handbook, language, hasEarlier })
  const { timeZone } = organisation
  return { kind: 'results', view, page: resultLinks !== undefined, timeZone, language }
}
