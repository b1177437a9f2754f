/** Metrics: what happened, counted for Prometheus and written to the log, by kinds and ids only. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Observation, Observe } from '../contract/ports.ts'
import { describeError, type Log } from './log.ts'

export type Metrics = Readonly<{
  observe: Observe
  /** An activity that got no reply, and why: a closed set of reasons. */
  onDropped: (reason: string) => void
  onAnswered: (route: string, status: number) => void
  /** Prometheus' text format. */
  text: () => Promise<string>
}>

export function createMetrics(log: Log): Metrics {
  const registry = new Registry()
  const counters = createCounters(registry)
  collectDefaultMetrics({ register: registry })

  return {
    observe: (observation) => {
      count(counters, observation)
      write(log, observation)
    },
    onDropped: (reason) => {
      counters.dropped.inc({ reason })
      log('debug', 'dropped', { reason })
    },
    // Of those that were, replies are counted: and how many people answered a poll must not show.
    onAnswered: (route, status) => {
      if (status !== 200) counters.requests.inc({ route, status })
    },
    text: () => registry.metrics(),
  }
}

type Counters = ReturnType<typeof createCounters>

function createCounters(registry: Registry) {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `vraagbaak_${name}`, help, labelNames, registers: [registry] })

  return {
    replies: counter('replies_total', 'Replies by kind', ['organisation', 'reply']),
    ratings: counter('answer_ratings_total', 'Was this helpful?', ['organisation', 'helpful']),
    deliveries: counter(
      'delivery_attempts_total',
      'Messages tried to send, by what became of them',
      ['organisation', 'class', 'state'],
    ),
    unknowns: counter(
      'delivery_unknown_total',
      'Attempts of which nobody knows whether they arrived',
      ['organisation', 'class'],
    ),
    throttled: counter('throttled_total', 'Refusals because it was too much', [
      'organisation',
      'platform',
    ]),
    lost: new Gauge({
      name: 'vraagbaak_platform_lost',
      help: '1 from when nothing came back from a platform until the next message there gets an answer',
      labelNames: ['organisation', 'platform'],
      registers: [registry],
    }),
    failures: counter('failures_total', 'Requests that broke', ['organisation']),
    dropped: counter('dropped_total', 'Activities that got no reply', ['reason']),
    requests: counter('http_refusals_total', 'HTTP requests that were not answered with 200', [
      'route',
      'status',
    ]),
    replySeconds: new Histogram({
      name: 'vraagbaak_reply_seconds',
      help: 'Time from request to reply, without the platform',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
      registers: [registry],
    }),
  }
}

function count(counters: Counters, observation: Observation): void {
  const { organisation } = observation
  switch (observation.kind) {
    case 'replied':
      counters.replies.inc({ organisation, reply: observation.reply })
      counters.replySeconds.observe(observation.tookMs / 1000)
      return
    case 'answer-rated':
      counters.ratings.inc({ organisation, helpful: String(observation.helpful) })
      return
    case 'failed':
    case 'delivery-failed':
      counters.failures.inc({ organisation })
      return
    case 'delivery-tried': {
      const { class: kind, state, outcome } = observation
      counters.deliveries.inc({ organisation, class: kind, state })
      if (outcome === 'unknown') counters.unknowns.inc({ organisation, class: kind })
      return
    }
    case 'throttled':
      counters.throttled.inc({ organisation, platform: observation.platform })
      return
    case 'platform-lost':
    case 'platform-found': {
      const { kind, platform } = observation
      counters.lost.set({ organisation, platform }, kind === 'platform-lost' ? 1 : 0)
      return
    }
  }
}

function write(log: Log, observation: Observation): void {
  const { organisation } = observation
  switch (observation.kind) {
    case 'replied': {
      const { reply, section, tookMs } = observation
      log('info', 'replied', { organisation, kind: reply, section, tookMs: Math.round(tookMs) })
      return
    }
    case 'answer-rated': {
      const { section, version, helpful } = observation
      log('info', 'answer-rated', { organisation, section, version, helpful })
      return
    }
    case 'failed': {
      const { reference, error } = observation
      log('error', 'failed', { organisation, reference, ...describeError(error) })
      return
    }
    case 'delivery-tried': {
      const { class: kind, state, reason } = observation
      const level = state === 'sent' ? 'debug' : state === 'again' ? 'info' : 'warn'
      log(level, 'delivery-tried', { organisation, kind, state, reason })
      return
    }
    case 'throttled': {
      const { platform, perSecond } = observation
      log('warn', 'throttled', { organisation, platform, perSecond })
      return
    }
    case 'platform-lost':
    case 'platform-found': {
      const { kind, platform } = observation
      log(kind === 'platform-lost' ? 'error' : 'info', kind, { organisation, platform })
      return
    }
    case 'delivery-failed':
      log('error', 'delivery-failed', { organisation, ...describeError(observation.error) })
      return
  }
}
