/** A row of the roster file: each cell checked, and turned into a person. */
import { z } from 'zod'
import { Language } from '../../knowledge/language.ts'
import { type Grant, RoleName } from '../contract/role.ts'
import { folded, type Person } from '../storage/people.ts'
import type { Problem, TableRow } from './read-table.ts'

export const COLUMNS = ['id', 'email', 'entra_id', 'slack_id', 'unit', 'roles', 'language'] as const
export type Column = (typeof COLUMNS)[number]
export type RosterRow = TableRow<Column>

const MAX_UNIT = 200
const MAX_EMAIL = 254
const ROLES = ['employee', ...RoleName.options].join(', ')

const Id = z
  .string()
  .regex(/^[\w.@-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, hyphens or underscores')

const Email = z
  .string()
  .transform(folded.email)
  .pipe(z.email('must be an e-mail address such as noor@lindedam.example').max(MAX_EMAIL))

const EntraId = z
  .guid('must be an Entra object id such as 8b1c6f0e-6a3f-4a0c-9d53-0e2f6b6d1a77')
  .transform(folded.entraId)

const SlackId = z
  .string()
  .transform(folded.slackId)
  .pipe(z.string().regex(/^[UW][A-Z0-9]{2,20}$/, 'must be a Slack member id such as U012AB3CD'))

/** Visible characters only, so that two units never look the same. */
const UnitPath = z
  .string()
  .transform((path) => path.normalize('NFC').replace(/\s+/g, ' '))
  .transform((path) => path.split('/').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => part !== ''), 'has an empty part between slashes')
  .transform((parts) => parts.join('/'))
  .pipe(
    z
      .string()
      .max(MAX_UNIT, `must be at most ${MAX_UNIT} characters`)
      .regex(/^[\p{L}\p{N}\p{P}\p{S} ]+$/u, 'has characters that cannot be seen')
      .regex(/^[^|]*$/, 'must not have a | in it'),
  )

const RowLanguage = z
  .string()
  .toLowerCase()
  .pipe(z.enum(Language.options, `must be one of ${Language.options.join(', ')}`))

/** Also of the roles' units, which the roster as a whole knows and this row does not. */
export type RowReading = Readonly<{ person?: Person; problems: readonly Problem[] }>

export function readRow({ line, cells }: RosterRow): RowReading {
  const problems: Problem[] = []
  const read = <T>(column: Column, schema: z.ZodType<T>): T | undefined => {
    if (cells[column] === '') return undefined
    const parsed = schema.safeParse(cells[column])
    for (const { message } of parsed.error?.issues ?? []) problems.push({ line, column, message })
    return parsed.data
  }

  if (cells.id === '') problems.push({ line, column: 'id', message: 'is missing' })
  const id = read('id', Id)
  const email = read('email', Email)
  const entraId = read('entra_id', EntraId)
  const slackId = read('slack_id', SlackId)
  const unit = read('unit', UnitPath)
  const roles = read('roles', rolesWithin(unit)) ?? []
  const language = read('language', RowLanguage)
  if (id === undefined) return { problems }
  return { person: withoutAbsent({ id, email, entraId, slackId, unit, language, roles }), problems }
}

/** As "ciso | manager(Sociaal Domein/Jeugd)"; who is only an employee needs none. */
const rolesWithin = (ownUnit: string | undefined) =>
  z.string().transform((text, context): readonly Grant[] => {
    const grants = text
      .split('|')
      .map((role) => role.trim())
      .filter((role) => role !== '')
      .flatMap((role) => {
        const reading = readRole(role, ownUnit)
        if (typeof reading !== 'string') return reading
        context.addIssue({ code: 'custom', message: reading })
        return []
      })
    return [...new Map(grants.map((grant) => [`${grant.role} ${grant.unit}`, grant])).values()]
  })

/** @returns what is wrong, as text */
function readRole(text: string, ownUnit: string | undefined): readonly Grant[] | string {
  const [, word = '', unit] = /^([a-z]+)\s*(?:\((.*)\))?$/i.exec(text) ?? []
  const name = word.toLowerCase()
  if (name === 'employee' && unit === undefined) return []
  if (name === 'manager') return readManager(unit, ownUnit)

  const role = RoleName.safeParse(name).data
  if (role === undefined) return `"${text}" is none of ${ROLES}; write several with | between them`
  return unit === undefined
    ? [{ role }]
    : `"${role}" holds for the whole organisation: leave out "(${unit})"`
}

function readManager(
  text: string | undefined,
  ownUnit: string | undefined,
): readonly Grant[] | string {
  if (text === undefined)
    return ownUnit === undefined
      ? 'a manager needs a unit: fill in the unit, or write manager(Unit)'
      : [{ role: 'manager', unit: ownUnit }]
  const unit = UnitPath.safeParse(text)
  return unit.success
    ? [{ role: 'manager', unit: unit.data }]
    : `the unit in "manager(${text})" ${unit.error.issues[0]?.message}`
}

/** A store gives a person back without the fields that are not filled in. */
function withoutAbsent({ id, roles, ...others }: Person): Person {
  const present = Object.entries(others).filter(([, value]) => value !== undefined)
  return { id, ...Object.fromEntries(present), roles }
}
