import { captureConsole, createLog, describeError, type LogFields } from '../../bot/web/log.ts'

/** A real log whose lines stay here. */
function aLog() {
  const lines: string[] = []
  return { lines, log: createLog('debug', { write: (line: string) => void lines.push(line) }) }
}

it('writes one line of JSON with the event and its fields', () => {
  const { lines, log } = aLog()

  log('info', 'replied', { organisation: 'waterveen', kind: 'answer', tookMs: 3 })

  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 30,
    event: 'replied',
    organisation: 'waterveen',
    kind: 'answer',
    tookMs: 3,
  })
})

it('has no place for a field that is not on the list', () => {
  const { lines, log } = aLog()
  const careless = { kind: 'answer', question: 'mag dit?', name: 'Jan', token: 'eyJ' } as LogFields

  log('info', 'replied', careless)

  expect(lines[0]).toContain('"kind":"answer"')
  expect(lines[0]).not.toMatch(/mag dit|Jan|eyJ/)
})

it.each(['a\nb', 'a\r\n{"level":50}', 'a\u001b[31mb', 'a\u2028b', 'a\u202eb', 'a\u0085b'])(
  'lets no value begin a new line or colour one: %j',
  (reason) => {
    const { lines, log } = aLog()

    log('info', 'dropped', { reason })

    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\u2028]|\\n|\\r|\\u/u)
  },
)

it('cuts a value that is far too long', () => {
  const { lines, log } = aLog()

  log('info', 'dropped', { reason: 'x'.repeat(100_000) })

  expect(lines[0]?.length).toBeLessThan(1_000)
})

it('tells of an error what and where, never its message', () => {
  const error = Object.assign(new TypeError('mag ik camscanner?'), { code: 'E_X', statusCode: 403 })

  expect(describeError(error)).toMatchObject({ error: 'TypeError', code: 'E_X', status: 403 })
  expect(describeError(error)['at']).toMatch(/log\.test\.ts:\d+/)
  expect(JSON.stringify(describeError(error))).not.toContain('camscanner')
  expect(describeError('mag ik camscanner?')).toEqual({ error: 'string' })
})

describe('what libraries print', () => {
  it('becomes one line in ten seconds, without what was printed', () => {
    let now = 0
    const { lines, log } = aLog()
    const giveBack = captureConsole(log, () => now)

    // biome-ignore lint/suspicious/noConsole: this is what a library does
    const print = () => console.error('Available keys: eyJ', new TypeError('mag dit?'))
    for (let i = 0; i < 50; i++) print()
    now = 10_000
    print()
    giveBack()

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'library-printed', times: 1, error: 'TypeError' },
      { event: 'library-printed', times: 50 },
    ])
    expect(lines.join()).not.toMatch(/eyJ|mag dit/)
  })

  it('goes its own way again afterwards', () => {
    // biome-ignore lint/suspicious/noConsole: compared only
    const before = console.error
    captureConsole(aLog().log, () => 0)()

    // biome-ignore lint/suspicious/noConsole: compared only
    expect(console.error).toBe(before)
  })
})
