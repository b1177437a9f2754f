/**
 * Slack, latency: from when Slack begins to deliver a question until it has accepted the answer.
 *
 * Beside it, asked in turn, ten lines of Bolt that say "hello" and keep nothing. One question at a
 * time, no faster than Slack lets a bot write; who asks is known to the bot already.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { figures } from './measurement.ts'
import { openTown, type Size, type Town } from './slack-town.ts'
import { percentile } from './timing.ts'

type Taken = { posted: number[]; acknowledged: number[] }

export async function slackLatency(size: Size): Promise<string> {
  const [ours, hello] = await Promise.all([openTown('ours', size), openTown('hello', size)])
  const towns = [
    { town: ours, taken: nothing() },
    { town: hello, taken: nothing() },
  ] as const
  try {
    for (let n = 0; n < size.people + size.questions; n += 1)
      for (const { town, taken } of n % 2 === 0 ? towns : towns.toReversed()) {
        const pause = wait(size.everyMs / 2)
        await askOne(town, n, n < size.people ? nothing() : taken)
        await pause
      }
    const refused = [ours, hello].map(({ slackLog }) => slackLog.filter(({ ok }) => !ok).length)
    return `${tell(size, towns[0].taken, towns[1].taken)}\n\nCalls that Slack refused: ${refused.join(' and ')}.`
  } finally {
    await Promise.all([ours.close(), hello.close()])
  }
}

const nothing = (): Taken => ({ posted: [], acknowledged: [] })

async function askOne({ slack }: Town, person: number, taken: Taken): Promise<void> {
  const { acknowledgedMs, postedMs } = await slack.ask(person)
  taken.posted.push(await postedMs)
  taken.acknowledged.push(acknowledgedMs)
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
