/**
 * Log: lines of ids, kinds and durations for who runs the bot, and nothing else.
 *
 * What may be logged is a list, so what nobody thought of stays out: question text, names and
 * tokens have no field to stand in (BIO2 8.15.02; OWASP ASVS 16.2.5, 16.4.1).
 */
import pino, { type DestinationStream } from 'pino'

const FIELDS = [
  'organisation',
  'kind',
  'section',
  'version',
  'helpful',
  'reference',
  'reason',
  'state',
  'platform',
  'perSecond',
  'tookMs',
  'status',
  'port',
  'times',
  'error',
  'code',
  'at',
] as const
type Field = (typeof FIELDS)[number]
export type LogFields = Readonly<Partial<Record<Field, string | number | boolean | undefined>>>

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** The event is a constant of the code, in kebab-case, never text from outside. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void

export function createLog(level: LogLevel | 'silent', destination?: DestinationStream): Log {
  const options = { level, base: undefined, messageKey: 'event' }
  const lines = destination === undefined ? pino(options) : pino(options, destination)
  return (lineLevel, event, fields = {}) => lines[lineLevel](onlyListed(fields), clean(event))
}

function onlyListed(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    FIELDS.filter((field) => fields[field] !== undefined).map((field) => {
      const value = fields[field]
      return [field, typeof value === 'string' ? clean(value) : value]
    }),
  )
}

const MAX_LENGTH = 500

/** Without control characters and marks that reverse the text, so no value can forge a line. */
function clean(text: string): string {
  return text.slice(0, MAX_LENGTH).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�')
}

/**
 * What a line may tell of an error: its name, code and place, never its message.
 *
 * Messages quote what went wrong, and that can be a question, a name or a token.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown }
  return {
    error: error.name,
    code: typeof code === 'string' ? code : undefined,
    status: typeof statusCode === 'number' ? statusCode : undefined,
    at: placeOf(error),
  }
}

/** The first three places of the stack, from the last folder on. */
function placeOf(error: Error): string | undefined {
  const places = (error.stack ?? '').matchAll(/^ {4}at .*?([\w.@-]+\/[\w.-]+:\d+):\d+\)?$/gm)
  const first = [...places].slice(0, 3).map(([, place]) => place)
  return first.length === 0 ? undefined : first.join(' < ')
}

const CONSOLE = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const
const QUIET_MS = 10_000

/**
 * Turns what libraries print into at most one line in ten seconds that says how often.
 *
 * botbuilder prints the stack and the public key at every bad token, so anybody could fill a disk.
 *
 * @returns a function that gives the console back.
 */
export function captureConsole(log: Log, clock: () => number): () => void {
  // biome-ignore lint/suspicious/noConsole: here it is taken over
  const original = Object.fromEntries(CONSOLE.map((method) => [method, console[method]]))
  let unreported = 0
  let lastAt = Number.NEGATIVE_INFINITY

  const report = (...printed: readonly unknown[]) => {
    unreported += 1
    if (clock() - lastAt < QUIET_MS) return
    const error = printed.find((value) => value instanceof Error)
    log('warn', 'library-printed', { times: unreported, error: error?.name })
    unreported = 0
    lastAt = clock()
  }
  Object.assign(console, Object.fromEntries(CONSOLE.map((method) => [method, report])))
  return () => {
    Object.assign(console, original)
  }
}
