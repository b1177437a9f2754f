/**
 * `npm run people -- import FILE.csv [--apply] [--force] | list | show ID | forget ID`
 *
 * The roster of an organisation; with several of them, each takes `--organisation ID`.
 */
import { parseArgs } from 'node:util'
import { loadStorageConfig } from '../config.ts'
import type { Removed } from '../contract/reply.ts'
import { forgetEmployee } from '../forget.ts'
import { loadSecret } from '../load-secret.ts'
import { openStorage } from '../open-storage.ts'
import { describeChange } from '../roster/describe-change.ts'
import { type ImportOutcome, importRoster } from '../roster/import-roster.ts'
import { loadRoster } from '../roster/load-roster.ts'
import { describeGrant, type Person } from '../storage/people.ts'
import type { Storage } from '../storage/storage.ts'
import { chooseOrganisation } from './choose-organisation.ts'
import { runCommand } from './run-command.ts'

const USAGE = [
  'usage: npm run people -- import FILE.csv [--apply] [--force] [--organisation ID]',
  '       npm run people -- list [--organisation ID]',
  '       npm run people -- show ID [--organisation ID]',
  '       npm run people -- forget ID [--organisation ID]',
].join('\n')

const COMMAND_LINE = 'command line'

type Command = Readonly<{
  organisation: string
  /** File or id. */
  subject: string
  apply: boolean
  force: boolean
}>

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      apply: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    },
  })
  const [name = '', subject = '', ...rest] = positionals
  const run = COMMANDS[name]
  if (run === undefined || rest.length > 0 || (name !== 'list') !== (subject !== ''))
    throw new Error(USAGE)

  const organisation = chooseOrganisation(values.organisation).id
  const { force, apply, yes } = values
  await run({ organisation, subject, apply: apply || yes, force })
}

const COMMANDS: Readonly<Record<string, (command: Command) => Promise<void>>> = {
  import: importFile,
  list: (command) => withStorage((storage) => list(command, storage)),
  show: (command) => withStorage((storage) => show(command, storage)),
  forget: (command) => withStorage((storage) => forget(command, storage)),
}

async function withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(loadStorageConfig(), 'guest')
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

/** The file is read before the database is opened: a bad one changes nothing, not even a date. */
async function importFile(command: Command): Promise<void> {
  const { roster, warnings } = loadRoster(command.subject)
  for (const warning of warnings) console.log(`warning: ${warning}`)
  const { organisation, apply, force } = command
  const order = { organisation, roster, actor: COMMAND_LINE, apply, force }
  const outcome = await withStorage((storage) =>
    storage.transaction((stores) => importRoster(order, stores, Date.now())),
  )
  for (const line of describeChange(outcome.change)) console.log(line)
  console.log(conclusion(outcome, organisation))
}

/** @throws Error when it was refused */
function conclusion({ kind, change }: ImportOutcome, organisation: string): string {
  switch (kind) {
    case 'nothing-changes':
      return `Nothing changes in ${organisation}.`
    case 'applied':
      return `The roster of ${organisation} is up to date.`
    case 'not-applied':
      return 'Nothing was changed yet: add --apply to do this.'
    case 'removes-too-many':
      throw new Error(
        `This would remove ${change.gone.length} of ${change.before} people, more than a fifth: is the file complete? If so, add --force. Nothing was changed.`,
      )
  }
}

async function list({ organisation }: Command, { stores }: Storage): Promise<void> {
  const people = await stores.people.list(organisation)
  console.log(`${organisation}: ${people.length} people`)
  for (const { path } of await stores.people.units(organisation))
    console.log(`  ${path}: ${people.filter(({ unit }) => unit === path).length}`)
  for (const { id, roles } of people)
    if (roles.length > 0) console.log(`  ${id}: ${roles.map(describeGrant).join(', ')}`)
}

async function find({ organisation, subject }: Command, storage: Storage): Promise<Person> {
  const person = await storage.stores.people.byId(organisation, subject)
  if (person === undefined) throw new Error(`${organisation} has nobody with the id ${subject}`)
  return person
}

async function show(command: Command, storage: Storage): Promise<void> {
  const { roles, ...person } = await find(command, storage)
  for (const [field, value] of Object.entries(person)) console.log(`${field}: ${value}`)
  if (roles.length > 0) console.log(`roles: ${roles.map(describeGrant).join(', ')}`)
}

const KIND: Readonly<Record<Removed['what'], string>> = {
  roster: 'row of the roster',
  conversations: 'addresses of conversations',
  questions: 'questions to a human',
  gaps: 'questions without a good answer',
  notices: 'moments at which something was told',
  answered: 'sections that an answer came from',
  acknowledged: 'sections that they confirmed',
}

async function forget(command: Command, storage: Storage): Promise<void> {
  const { organisation } = command
  const person = await find(command, storage)
  const secret = loadSecret(loadStorageConfig())
  const now = Date.now()

  const removed = await storage.transaction(async (stores) => {
    const counts = await forgetEmployee(organisation, person, { stores, secret, now })
    const { id: object, roles } = person
    for (const grant of roles) {
      const entry = { actor: COMMAND_LINE, action: 'role-withdrawn', object, details: { ...grant } }
      await stores.audit.append(organisation, entry, now)
    }
    const entry = { actor: COMMAND_LINE, action: 'person-forgotten', object }
    await stores.audit.append(organisation, entry, now)
    return counts
  })
  for (const { what, count } of removed) console.log(`removed: ${count} ${KIND[what]}`)
  console.log('Kept, because the law asks for it: reports of incidents and the audit log.')
  console.log('Leave this person out of the next roster file too, or the import brings them back.')
}

await runCommand(main)
