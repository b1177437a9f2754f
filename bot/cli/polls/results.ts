/** Results: what may be shown of rounds that closed; never anything of one that is open. */

import { plainText } from '../../plain-text.ts'
import type { Plan } from '../../polls/plan.ts'
import { WHOLE } from '../../polls/units.ts'
import { resultOf } from '../../rounds/result.ts'
import { localDate } from '../../working-time.ts'
import { type PollCommand, type PollTools, withPolls } from './with-polls.ts'

export function results(command: PollCommand): Promise<readonly string[]> {
  return withPolls(command, async (tools) => {
    const { stores, organisation } = tools
    const plans = await stores.polls.plans(organisation.id)
    const plan = command.word === undefined ? plans[0] : planOf(command.word, plans)
    if (plan === undefined) return [await nothing(tools)]
    if (command.json) return [JSON.stringify(plan, null, 2)]
    return [asText(plan, tools), ...others(plans, tools)]
  })
}

function planOf(round: string, plans: readonly Plan[]): Plan {
  const plan = plans.find((one) => one.round === round)
  if (plan !== undefined) return plan
  throw new Error(
    `no round "${round}" has closed: results without a round shows the newest, and lists the others`,
  )
}

async function nothing({ stores, organisation }: PollTools): Promise<string> {
  const round = await stores.polls.openRound(organisation.id)
  return round === undefined
    ? 'No round has closed yet.'
    : 'No round has closed yet. Of the one that is open nothing can be seen, by anybody.'
}

function asText(plan: Plan, tools: PollTools): string {
  const { timeZone } = tools.organisation
  const { language } = tools
  return plainText({
    kind: 'poll-result',
    result: resultOf(plan, WHOLE, tools),
    timeZone,
    language,
  })
}

function others(plans: readonly Plan[], { organisation }: PollTools): readonly string[] {
  const lines = plans.map(
    ({ round, opensAt, demo }) =>
      `  ${round}  opened ${localDate(opensAt, organisation.timeZone)}${demo ? '  made up' : ''}`,
  )
  return ['', 'Rounds that closed, newest first:', ...lines]
}
