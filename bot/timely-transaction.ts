/** Timely transaction: one that begins soon or not at all, because somebody waits for an answer. */
import type { Storage, Stores } from './storage/storage.ts'
import { StorageError } from './storage/storage-error.ts'

/**
 * Behind a lock, or without a free connection, transactions wait in a row; the last of ten would
 * wait ten times as long as the first. Once it has begun, it is waited for to its end.
 *
 * @throws StorageError when it could not begin in time; nothing of it happens then
 */
export async function timelyTransaction<T>(
  storage: Storage,
  patienceMs: number,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  let state: 'waiting' | 'begun' | 'given up' = 'waiting'
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      if (state !== 'waiting') return
      state = 'given up'
      reject(new StorageError('WAITED_TOO_LONG'))
    }, patienceMs)
  })
  const done = storage.transaction(async (stores) => {
    if (state === 'given up') throw new StorageError('WAITED_TOO_LONG')
    state = 'begun'
    return work(stores)
  })
  done.catch(() => undefined) // heard below, unless it was given up
  try {
    return await Promise.race([done, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
