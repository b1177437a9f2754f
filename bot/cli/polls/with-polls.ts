/** With polls: what every command about polls gets. */
import { randomUUID } from 'node:crypto'
import type { Handbook } from '../../../knowledge/handbook.ts'
import type { Language } from '../../../knowledge/language.ts'
import { loadStorageConfig } from '../../config.ts'
import type { Organisation } from '../../contract/organisation.ts'
import { loadBank } from '../../load-questions.ts'
import { loadSecret } from '../../load-secret.ts'
import { openStorage } from '../../open-storage.ts'
import type { Bank } from '../../polls/bank/bank.ts'
import { currentHandbook } from '../../publishing/current-handbook.ts'
import type { Secret } from '../../secret.ts'
import type { Stores } from '../../storage/storage.ts'
import { chooseOrganisation } from '../choose-organisation.ts'

export const OPTIONS = {
  organisation: { type: 'string' },
  from: { type: 'string' },
  'open-days': { type: 'string', default: '5' },
  people: { type: 'string' },
  rounds: { type: 'string', default: '6' },
  seed: { type: 'string', default: '1' },
  remove: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

export type PollCommand = Readonly<{
  organisation?: string | undefined
  from?: string | undefined
  'open-days': string
  people?: string | undefined
  rounds: string
  seed: string
  remove: boolean
  yes: boolean
  json: boolean
  /** What stands after the name of the command. */
  word?: string
}>

export type PollTools = Readonly<{
  organisation: Organisation
  /** Read, and not made ready to search. */
  knowledge: Readonly<{ handbook: Handbook }>
  bank: Bank
  secret: Secret
  language: Language
  newId: () => string
  now: number
  /** Of a transaction. */
  stores: Stores
}>

/** In one transaction, beside a bot that may be running. */
export async function withPolls<T>(
  { organisation: id }: PollCommand,
  work: (tools: PollTools) => Promise<T>,
): Promise<T> {
  const organisation = chooseOrganisation(id)
  const bank = loadBank(organisation)
  const config = loadStorageConfig()
  const storage = await openStorage(config, 'guest')
  try {
    const secret = loadSecret(config)
    const language = organisation.languages[0] ?? 'nl'
    const tools = { organisation, bank, secret, language, newId: randomUUID }
    return await storage.transaction(async (stores) => {
      const handbook = await currentHandbook(organisation, stores.handbooks)
      return work({ ...tools, knowledge: { handbook }, stores, now: Date.now() })
    })
  } finally {
    await storage.close()
  }
}

/** @throws Error that names the option */
export function countOf(option: string, text: string, most: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (count >= 1 && count <= most) return count
  throw new Error(`--${option} must be a whole number from 1 to ${most}`)
}
