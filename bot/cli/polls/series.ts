/** Series: what runs, starting one, stopping it; starting needs the number of people who will get it. */
import type { Reply } from '../../contract/reply.ts'
import { plainText } from '../../plain-text.ts'
import { parseRecurrenceWords } from '../../polls/recurrence-words.ts'
import { Recurrence } from '../../polls/series.ts'
import {
  type Plan,
  planSeries,
  proposal,
  startSeries,
  stopSeries,
} from '../../rounds/plan-series.ts'
import { preview } from '../../rounds/preview.ts'
import { countOf, type PollCommand, type PollTools, withPolls } from './with-polls.ts'

const COMMAND_LINE = 'command line'
const MAX_PEOPLE = 1_000_000
const MAX_OPEN_DAYS = 20

export function status(command: PollCommand): Promise<readonly string[]> {
  return withPolls(command, async (tools) => {
    const { stores, organisation, language } = tools
    const { timeZone } = organisation
    const series = await stores.polls.series(organisation.id)
    const plan = series && (await preview(series, tools))
    const round = await stores.polls.openRound(organisation.id)
    const open = round?.frozen && {
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      people: round.frozen.asked,
    }
    return [
      plainText({
        kind: 'poll-plan',
        ...(plan && { plan }),
        ...(open && { open }),
        timeZone,
        language,
      }),
    ]
  })
}

export async function start(command: PollCommand): Promise<readonly string[]> {
  const words = parseRecurrenceWords(command.word ?? '')
  if (words === undefined)
    throw new Error(
      'Say how often, such as: npm run polls -- start "every 6 weeks on Tuesday at 10:00"; from 4 to 52 weeks, Monday to Friday.',
    )
  const openDays = countOf('open-days', command['open-days'], MAX_OPEN_DAYS)
  const { from } = command
  if (from !== undefined && !Recurrence.shape.from.safeParse(from).success)
    throw new Error('--from must be a date such as 2027-01-12')
  return withPolls(command, async (tools) => {
    const usual = await proposal(tools)
    const recurrence = { ...words, from: from ?? usual.recurrence.from }
    return startOrShow({ recurrence, openDays }, command, tools)
  })
}

async function startOrShow(
  plan: Plan,
  { people }: PollCommand,
  tools: PollTools,
): Promise<readonly string[]> {
  const { stores, organisation } = tools
  const series = await planSeries(plan, tools)
  const shown = await preview(series, tools)
  const changes = (await stores.polls.series(organisation.id)) !== undefined
  const { timeZone } = organisation
  const reply: Reply = {
    kind: 'poll-confirm',
    ...{ plan: shown, changes, timeZone, language: tools.language },
  }
  if (people === undefined)
    return [
      plainText(reply),
      '',
      `Nothing was changed yet: add --people ${shown.people} to start it.`,
    ]

  if (countOf('people', people, MAX_PEOPLE) !== shown.people)
    throw new Error(
      `${shown.people} people would get it, not ${people}. Nothing was changed; add --people ${shown.people} when that is right.`,
    )
  await startSeries(series, { ...tools, by: COMMAND_LINE, people: shown.people })
  return [`Started: ${shown.people} people will get it.`]
}

export function stop(command: PollCommand): Promise<readonly string[]> {
  return withPolls(command, async (tools) => {
    const { stores, organisation } = tools
    if ((await stores.polls.series(organisation.id)) === undefined)
      return ['No series runs, so there is nothing to stop.']
    if (!command.yes)
      return ['No new rounds would open; one that is open goes on. Add --yes to stop the series.']
    await stopSeries({ ...tools, by: COMMAND_LINE })
    return ['Stopped: no new rounds will open. One that is open goes on until it closes.']
  })
}
