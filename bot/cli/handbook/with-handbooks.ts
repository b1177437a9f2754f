/** With handbooks: what every command about versions of a handbook gets. */
import { loadStorageConfig } from '../../config.ts'
import type { Organisation } from '../../contract/organisation.ts'
import { openStorage } from '../../open-storage.ts'
import type { Stores } from '../../storage/storage.ts'
import { chooseOrganisation } from '../choose-organisation.ts'

export type HandbookCommand = Readonly<{
  organisation?: string | undefined
  note: string
  yes: boolean
  /** With the base handbook below it. */
  merged?: boolean
  /** The questions that get a worse answer are known. */
  acceptLost: boolean
  /** Why nobody else looked at it, where somebody should; '' when somebody did. */
  alone: string
  /** Answers to doubts of an import: `MADE=ID` for what is a section of the handbook, `MADE` for a new one. */
  same: readonly string[]
  new: readonly string[]
  /** What stands after the name of the command. */
  words: readonly string[]
}>

export type HandbookTools = Readonly<{ organisation: Organisation; stores: Stores; now: number }>

/** In one transaction, beside a bot that may be running. */
export async function withHandbooks<T>(
  command: HandbookCommand,
  work: (tools: HandbookTools) => Promise<T>,
): Promise<T> {
  const organisation = chooseOrganisation(command.organisation)
  const storage = await openStorage(loadStorageConfig(), 'guest')
  try {
    return await storage.transaction((stores) => work({ organisation, stores, now: Date.now() }))
  } finally {
    await storage.close()
  }
}

/** @throws Error that says what a version is called */
export function versionNumber(word: string): number {
  if (/^\d{1,9}$/.test(word)) return Number(word)
  throw new Error(`"${word}" is no version: give a number, as npm run handbook -- versions tells`)
}
