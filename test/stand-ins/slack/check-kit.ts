/** Check kit: small checks over unknown JSON, that say what is wrong as Slack does. */
import type { Json } from './types.ts'

export type Surface = 'message' | 'modal' | 'home'

/** Where we are, and what was met before. */
export type At = Readonly<{
  path: string
  surface: Surface
  say: (problem: string, path: string) => void
  /** Names that may be used once, such as block ids. */
  taken: Set<string>
}>

export type Check = (value: unknown, at: At) => void

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const inside = (at: At, key: string | number): At => ({ ...at, path: `${at.path}/${key}` })

const wrong = (at: At, problem: string): void => at.say(problem, at.path)

/** An object with these fields and no other. */
export function fields(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const known = new Map(Object.entries({ ...optional, ...required }))
  const unknown: Check = (_, at) => wrong(at, 'invalid additional property')
  return (value, at) => {
    if (!isRecord(value)) return wrong(at, 'expected an object')
    for (const key of Object.keys(required).filter((key) => value[key] === undefined))
      wrong(at, `missing required field: ${key}`)
    for (const [key, held] of Object.entries(value).filter(([, held]) => held !== undefined))
      (known.get(key) ?? unknown)(held, inside(at, key))
  }
}

export function string(most: number, least = 1): Check {
  return (value, at) => {
    if (typeof value !== 'string') return wrong(at, 'must be a string')
    if (value.length < least) wrong(at, `must be more than ${least - 1} characters`)
    if (value.length > most) wrong(at, `must be less than ${most + 1} characters`)
  }
}

export const isTrueOrFalse: Check = (value, at) => {
  if (typeof value !== 'boolean') wrong(at, 'must be a boolean')
}

export function number(least: number, most: number, isWhole = true): Check {
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(at, 'must be a number')
    if (isWhole && !Number.isInteger(value)) wrong(at, 'must be an integer')
    if (value < least || value > most) wrong(at, `must be from ${least} to ${most}`)
  }
}

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, at) => {
    if (!allowed.includes(value)) wrong(at, `must be a valid enum value: ${allowed.join(', ')}`)
  }
}

export function matches(pattern: RegExp, what: string): Check {
  return (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) wrong(at, `must be ${what}`)
  }
}

export function list(least: number, most: number, each: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong(at, 'must be an array')
    if (value.length < least) wrong(at, `no less than ${least} items allowed`)
    if (value.length > most) wrong(at, `no more than ${most} items allowed`)
    for (const [index, item] of value.entries()) each(item, inside(at, index))
  }
}

/** The check that belongs to the `type` of the object. */
export function byType(checks: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    const type = isRecord(value) ? value['type'] : undefined
    if (typeof type !== 'string') return wrong(at, 'missing required field: type')
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined
    if (check === undefined) return wrong(inside(at, 'type'), `unsupported type: ${type}`)
    check(value, at)
  }
}

export function all(...checks: readonly Check[]): Check {
  return (value, at) => {
    for (const check of checks) check(value, at)
  }
}

/** One of these sets of fields must be there. */
export function either(...names: readonly string[]): Check {
  return (value, at) => {
    if (!isRecord(value)) return
    if (!names.some((name) => value[name] !== undefined))
      wrong(at, `missing required field: one of ${names.join(', ')}`)
  }
}

/** Says that a name was used before, within everything that is checked or within `scope`. */
export function once(what: string, most: number, scope: (at: At) => string = () => ''): Check {
  return (value, at) => {
    string(most)(value, at)
    const key = `${what} ${scope(at)} ${String(value)}`
    if (at.taken.has(key)) wrong(at, `\`${what}\` already exists: ${String(value)}`)
    at.taken.add(key)
  }
}

const type = { type: () => undefined }

export const plainText = (most: number): Check =>
  byType({ plain_text: fields({ ...type, text: string(most) }, { emoji: isTrueOrFalse }) })

export const anyText = (most: number): Check =>
  byType({
    plain_text: fields({ ...type, text: string(most) }, { emoji: isTrueOrFalse }),
    mrkdwn: fields({ ...type, text: string(most) }, { verbatim: isTrueOrFalse }),
  })

export const url = all(string(3_000), matches(/^(https?|mailto|slack|tel):./, 'a valid URL'))
export const imageUrl = all(string(3_000), matches(/^https?:\/\/./, 'an image URL'))

/** How many characters stand in the `text`s of something, at any depth. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textIn(item), 0)
  if (!isRecord(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, held]) =>
      sum + (key === 'text' && typeof held === 'string' ? held.length : textIn(held)),
    0,
  )
}
