/** A slow store: a storage whose transactions a test can hold up, or break off. */
import type { Storage } from '../../../bot/storage/storage.ts'
import { StorageError } from '../../../bot/storage/storage-error.ts'

export type SlowStore = Readonly<{
  storage: Storage
  /** Nothing is committed until the returned function is called. */
  holdCommits: () => () => void
  /** No transaction begins until the returned function is called. */
  holdBegins: () => () => void
  /** The next so many are rolled back when all was done, as when the process dies then. */
  breakNext: (times: number) => void
}>

export function aSlowStore(storage: Storage): SlowStore {
  let begin = Promise.resolve()
  let commit = Promise.resolve()
  let breaking = 0
  const hold = (set: (until: Promise<void>) => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    set(promise)
    return () => resolve()
  }
  return {
    storage: {
      ...storage,
      transaction: async (work) => {
        await begin
        return storage.transaction(async (stores) => {
          const done = await work(stores)
          await commit
          breaking -= 1
          if (breaking >= 0) throw new StorageError('SQLITE_IOERR')
          return done
        })
      },
    },
    holdBegins: () =>
      hold((until) => {
        begin = until
      }),
    holdCommits: () =>
      hold((until) => {
        commit = until
      }),
    breakNext: (times) => {
      breaking = times
    },
  }
}
