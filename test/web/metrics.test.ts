import { createLog } from '../../bot/web/log.ts'
import { createMetrics } from '../../bot/web/metrics.ts'

function someMetrics() {
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => void lines.push(line) })
  return { lines, metrics: createMetrics(log) }
}

it('counts and logs replies, ratings and failures', async () => {
  const { lines, metrics } = someMetrics()
  const organisation = 'waterveen'

  metrics.observe({ organisation, kind: 'replied', reply: 'answer', section: 'a', tookMs: 2.4 })
  metrics.observe({ organisation, kind: 'answer-rated', section: 'a', version: '1', helpful: true })
  metrics.observe({ organisation, kind: 'failed', reference: '3f9a', error: new Error('mag dit?') })

  const text = await metrics.text()
  expect(text).toContain('vraagbaak_replies_total{organisation="waterveen",reply="answer"} 1')
  expect(text).toContain(
    'vraagbaak_answer_ratings_total{organisation="waterveen",helpful="true"} 1',
  )
  expect(text).toContain('vraagbaak_failures_total{organisation="waterveen"} 1')
  expect(text).toContain('vraagbaak_reply_seconds_count 1')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'replied', kind: 'answer', section: 'a', tookMs: 2 },
    { event: 'answer-rated', section: 'a', version: '1', helpful: true },
    { event: 'failed', reference: '3f9a', error: 'Error' },
  ])
  expect(lines.join() + text).not.toContain('mag dit')
})

it('counts what was turned away and answered', async () => {
  const { metrics } = someMetrics()

  metrics.onDropped('bad-token')
  metrics.onAnswered('/api/messages', 401)

  const text = await metrics.text()
  expect(text).toContain('vraagbaak_dropped_total{reason="bad-token"} 1')
  expect(text).toContain('vraagbaak_http_refusals_total{route="/api/messages",status="401"} 1')
})
