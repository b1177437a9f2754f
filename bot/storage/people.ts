/** People: the roster of an organisation, with its units and roles. */
import { setImmediate as others } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { Language } from '../../knowledge/language.ts'
import type { Platform } from '../contract/message.ts'
import { type Grant, RoleName } from '../contract/role.ts'
import type { Engine } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import { isPlain, linkSlack } from './slack-links.ts'
import type { PersonTable, RoleTable, Tables } from './tables.ts'

export type Person = Readonly<{
  /** The roster's own id. */
  id: string
  email?: string
  entraId?: string
  slackId?: string
  /** The Slack id was found by the e-mail address: the roster file had none. */
  slackFound?: true
  /** Path of the unit, such as "Sociaal Domein/Jeugd". */
  unit?: string
  language?: Language
  roles: readonly Grant[]
}>

export type Unit = Readonly<{ path: string; name: string; parent?: string }>

export type Roster = Readonly<{ people: readonly Person[]; units: readonly Unit[] }>

export type PeopleStore = Readonly<{
  /** By the platform's id of the person; undefined for who is not in the roster. */
  byPlatform: (
    organisation: string,
    platform: Platform,
    platformId: string,
  ) => Promise<Person | undefined>
  byId: (organisation: string, id: string) => Promise<Person | undefined>
  /** Sorted by id. */
  withRole: (organisation: string, role: RoleName) => Promise<readonly Person[]>
  /** Sorted by id. As they are at one moment when called in a transaction. */
  list: (organisation: string) => Promise<readonly Person[]>
  /** Sorted by path. */
  units: (organisation: string) => Promise<readonly Unit[]>
  /** Puts this roster in the place of the one before: people, units and roles. */
  replace: (organisation: string, roster: Roster) => Promise<void>
  /**
   * Links the row with this e-mail address to a Slack account, when it has none and the account is
   * nobody's; see `roster/link-slack.ts` for who may be linked. To be called in a transaction.
   *
   * @returns who was linked just now; undefined when nothing changed
   */
  linkSlack: (organisation: string, slackId: string, email: string) => Promise<Person | undefined>
  /** @returns false when there was nobody of that id */
  remove: (organisation: string, id: string) => Promise<boolean>
}>

/** An engine takes some 30,000 values in a statement; a row has eight. */
const ROWS_AT_ONCE = 1_000

const COLUMN = { teams: 'entra_id', slack: 'slack_id', terminal: 'id' } as const

/** As ids and addresses are stored, so that another way of writing the same finds them. */
export const folded = {
  email: (text: string) => text.trim().toLowerCase(),
  entraId: (text: string) => text.trim().toLowerCase(),
  slackId: (text: string) => text.trim().toUpperCase(),
}

const foldedFor: Readonly<Record<Platform, (text: string) => string>> = {
  teams: folded.entraId,
  slack: folded.slackId,
  terminal: (text) => text,
}

export function createPeopleStore(db: Kysely<Tables>, engine: Engine): PeopleStore {
  return {
    byPlatform: async (organisation, platform, platformId) => {
      const id = foldedFor[platform](platformId)
      const rows = await rowsOf(db, organisation)
        .where(`person.${COLUMN[platform]}`, '=', id)
        .execute()
      return toPeople(rows)[0]
    },
    byId: async (organisation, id) => {
      const rows = await rowsOf(db, organisation).where('person.id', '=', id).execute()
      return toPeople(rows)[0]
    },
    withRole: async (organisation, role) => {
      const rows = await rowsOf(db, organisation)
        .where('person.id', 'in', (eb) =>
          eb
            .selectFrom('role')
            .select('role.person')
            .where('role.organisation', '=', organisation)
            .where('role.role', '=', role),
        )
        .execute()
      return toPeople(rows)
    },
    list: (organisation) => listPeople(db, engine, organisation),
    units: async (organisation) => {
      const rows = await db
        .selectFrom('unit')
        .select(['path', 'name', 'parent'])
        .where('organisation', '=', organisation)
        .execute()
      return rows
        .map(({ path, name, parent }) => ({ path, name, ...(parent !== null && { parent }) }))
        .sort((a, b) => inOrder(a.path, b.path))
    },
    replace: (organisation, roster) =>
      inTransaction(db, (trx) => replaceRoster(trx, organisation, roster)),
    ...linkingOn(db, engine),
    remove: (organisation, id) => inTransaction(db, (trx) => removePerson(trx, organisation, id)),
  }
}

const linkingOn = (db: Kysely<Tables>, engine: Engine): Pick<PeopleStore, 'linkSlack'> => ({
  linkSlack: (organisation, id, address) =>
    inTransaction(db, async (trx) => {
      const [slackId, email] = [folded.slackId(id), folded.email(address)]
      const may = isPlain(slackId) && isPlain(address)
      if (!may || !(await linkSlack(trx, engine, { organisation, slackId, email }))) return
      return toPeople(await rowsOf(trx, organisation).where('slack_id', '=', slackId).execute())[0]
    }),
})

/** Few enough that SQLite, which works while everybody waits, is done in some milliseconds. */
const PEOPLE_AT_ONCE = 500

/**
 * SQLite gives some at a time, and a transaction of it sees nobody else's changes. PostgreSQL lets
 * others go on while it works, and one query sees one moment.
 */
async function listPeople(
  db: Kysely<Tables>,
  engine: Engine,
  organisation: string,
): Promise<readonly Person[]> {
  const people: Person[] = []
  const pages = engine === 'sqlite' ? pagesOf(db, organisation) : wholeOf(db, organisation)
  for await (const rows of pages) {
    people.push(...toPeople(rows))
    await others()
  }
  return people.sort((a, b) => inOrder(a.id, b.id))
}

async function* pagesOf(db: Kysely<Tables>, organisation: string) {
  for (let after = ''; ; ) {
    const ids = await db
      .selectFrom('person')
      .select('id')
      .where('organisation', '=', organisation)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PEOPLE_AT_ONCE)
      .execute()
    const last = ids.at(-1)
    if (last === undefined) return
    yield await rowsOf(db, organisation)
      .where('person.id', '>', after)
      .where('person.id', '<=', last.id)
      .execute()
    after = last.id
  }
}

async function* wholeOf(db: Kysely<Tables>, organisation: string) {
  const rows = await rowsOf(db, organisation).orderBy('person.id').execute()
  for (let from = 0; from < rows.length; ) {
    const some = wholePeople(rows, from)
    yield some
    from += some.length
  }
}

/** Some rows, but all those of the last person in them. */
function wholePeople(rows: readonly Row[], from: number): readonly Row[] {
  let to = Math.min(from + PEOPLE_AT_ONCE, rows.length)
  while (to < rows.length && rows[to]?.id === rows[to - 1]?.id) to++
  return rows.slice(from, to)
}

/** A row for each role of each person, and one for who has none. */
const rowsOf = (db: Kysely<Tables>, organisation: string) =>
  db
    .selectFrom('person')
    .leftJoin('role', (join) =>
      join
        .onRef('role.organisation', '=', 'person.organisation')
        .onRef('role.person', '=', 'person.id'),
    )
    .select(['id', 'email', 'entra_id', 'slack_id', 'slack_found', 'person.unit', 'language'])
    .select(['role.role', 'role.unit as role_unit'])
    .where('person.organisation', '=', organisation)

type Row = Omit<PersonTable, 'organisation'> &
  Readonly<{ role: string | null; role_unit: string | null }>

function toPeople(rows: readonly Row[]): readonly Person[] {
  const byId = new Map<string, Row[]>()
  for (const row of rows) {
    const known = byId.get(row.id)
    if (known === undefined) byId.set(row.id, [row])
    else known.push(row)
  }
  return [...byId.values()].flatMap(toPerson).sort((a, b) => inOrder(a.id, b.id))
}

function toPerson(rows: readonly Row[]): readonly Person[] {
  const [row] = rows
  if (row === undefined) return []
  const person: Person = {
    id: row.id,
    ...(row.email !== null && { email: row.email }),
    ...(row.entra_id !== null && { entraId: row.entra_id }),
    ...(row.slack_id !== null && { slackId: row.slack_id }),
    ...(row.slack_found === 1 && { slackFound: true }),
    ...(row.unit !== null && { unit: row.unit }),
    ...(row.language !== null && { language: Language.parse(row.language) }),
    roles: rows.flatMap(toGrant).sort((a, b) => inOrder(describeGrant(a), describeGrant(b))),
  }
  return [person]
}

function toGrant({ role, role_unit: unit }: Row): readonly Grant[] {
  if (role === null) return []
  return [{ role: RoleName.parse(role), ...(unit ? { unit } : {}) }]
}

/** As in the roster file, such as "manager(Ruimte)". */
export const describeGrant = ({ role, unit }: Grant): string =>
  unit === undefined ? role : `${role}(${unit})`

/** By code unit: the engines sort text each in their own way. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function replaceRoster(
  db: Kysely<Tables>,
  organisation: string,
  { people, units }: Roster,
): Promise<void> {
  for (const table of ['role', 'person', 'unit'] as const)
    await db.deleteFrom(table).where('organisation', '=', organisation).execute()

  for (const some of inParts(units))
    await db
      .insertInto('unit')
      .values(
        some.map(({ parent, ...unit }) => ({ organisation, ...unit, parent: parent ?? null })),
      )
      .execute()
  for (const some of inParts(people))
    await db
      .insertInto('person')
      .values(some.map((person) => toRow(organisation, person)))
      .execute()
  for (const some of inParts(people.flatMap((person) => toRoleRows(organisation, person))))
    await db.insertInto('role').values(some).execute()
}

function toRow(organisation: string, person: Person): PersonTable {
  const { id, email, entraId, slackId, slackFound, unit, language } = person
  return {
    organisation,
    id,
    email: email === undefined ? null : folded.email(email),
    entra_id: entraId === undefined ? null : folded.entraId(entraId),
    slack_id: slackId === undefined ? null : folded.slackId(slackId),
    slack_found: slackFound ? 1 : 0,
    unit: unit ?? null,
    language: language ?? null,
  }
}

const toRoleRows = (organisation: string, { id, roles }: Person): readonly RoleTable[] =>
  roles.map(({ role, unit }) => ({ organisation, person: id, role, unit: unit ?? '' }))

function inParts<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, part) => part)
  return starts.map((part) => rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE))
}

async function removePerson(
  db: Kysely<Tables>,
  organisation: string,
  id: string,
): Promise<boolean> {
  await db
    .deleteFrom('role')
    .where('organisation', '=', organisation)
    .where('person', '=', id)
    .execute()
  const { numDeletedRows } = await db
    .deleteFrom('person')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
