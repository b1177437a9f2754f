/**
 * Slack, latency: from when Slack begins to deliver a question until it has accepted the answer.
 *
 * Beside it, asked in turn, ten lines of Bolt that say "hello" and keep nothing. One question at a
 * time, no faster than Slack lets a bot write; who asks is known to the bot already.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { figures } from './measurement.ts'
import { openTown, type Town } from './slack-town.ts'
import { percentile } from './timing.ts'

export type Size = Readonly<{
  /** In Slack; each asks once before the measurement. */
  people: number
  questions: number
  /** Between two questions to one bot. */
  everyMs: number
}>

type Taken = { posted: number[]; acknowledged: number[] }

export async function slackLatency(size: Size): Promise<string> {
  const [ours, hello] = await Promise.all([
    openTown('ours', size.people),
    openTown('hello', size.people),
  ])
  try {
    const taken = { ours: taking(), hello: taking() }
    for (let n = 0; n < size.people + size.questions; n += 1) {
      const pause = wait(size.everyMs)
      const isWarm = n >= size.people
      await askOne(ours, n, isWarm ? taken.ours : undefined)
      await askOne(hello, n, isWarm ? taken.hello : undefined)
      await pause
    }
    return tell(size, taken.ours, taken.hello)
  } finally {
    await Promise.all([ours.close(), hello.close()])
  }
}

const taking = (): Taken => ({ posted: [], acknowledged: [] })

async function askOne({ slack }: Town, person: number, taken: Taken | undefined): Promise<void> {
  const { acknowledgedMs, postedMs } = await slack.ask(person)
  const posted = await postedMs
  taken?.posted.push(posted)
  taken?.acknowledged.push(acknowledgedMs)
}

function tell({ questions }: Size, ours: Taken, hello: Taken): string {
  const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other)
  const row = (what: string, of: keyof Taken, share: number) => ({
    what,
    ours: percentile(sorted(ours[of]), share),
    peer: percentile(sorted(hello[of]), share),
    unit: 'ms' as const,
  })
  return figures('Bolt that says hello', [
    row(`${questions} questions, delivered until the answer was accepted: p50`, 'posted', 0.5),
    { ...row('the same: p99', 'posted', 0.99), target: { atMost: 50 } },
    row('the same: slowest', 'posted', 1),
    row('delivered until acknowledged: p50', 'acknowledged', 0.5),
    { ...row('the same: slowest', 'acknowledged', 1), target: { atMost: 1_000 } },
  ])
}
