/** Settler: writes down how attempts ended, several in one transaction, and does not give up. */
import type { Settlement } from '../storage/deliveries.ts'
import type { Storage } from '../storage/storage.ts'

export type Settler = Readonly<{
  /** Written within a moment. */
  add: (settlement: Settlement) => void
  /** Resolves when all that was added is written, or cannot be written now. */
  flush: () => Promise<void>
  /** Ids of what is not written yet, such as while the database is down. */
  unwritten: () => readonly string[]
}>

type SettlerParts = Readonly<{
  storage: Storage
  organisation: string
  owner: string
  clock: () => number
  onFailure: (error: unknown) => void
}>

/** Small enough that SQLite, which works while everybody waits, is done in a moment. */
const AT_ONCE = 100

export function createSettler(parts: SettlerParts): Settler {
  let unwritten: readonly Settlement[] = []
  let writing: Promise<void> | undefined

  const write = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve)) // for what ends in the same moment
    while (unwritten.length > 0) {
      const some = unwritten.slice(0, AT_ONCE)
      if (!(await settle(some, parts))) return
      unwritten = unwritten.slice(some.length)
    }
  }
  const flush = (): Promise<void> => {
    writing ??= write().finally(() => {
      writing = undefined
    })
    return writing
  }
  return {
    add: (settlement) => {
      unwritten = [...unwritten, settlement]
      void flush()
    },
    flush: async () => {
      await flush()
    },
    unwritten: () => unwritten.map(({ id }) => id),
  }
}

async function settle(settlements: readonly Settlement[], parts: SettlerParts): Promise<boolean> {
  const { storage, organisation, owner, clock, onFailure } = parts
  try {
    await storage.transaction((stores) =>
      stores.outbox.settle(organisation, settlements, { owner, now: clock() }),
    )
    return true
  } catch (error) {
    onFailure(error)
    return false
  }
}
