/** Breaking: a storage whose transactions break at the end of some of their work. */
import type { Storage, Stores } from '../../bot/storage/storage.ts'

/** @param breaks asked at the end of each transaction, whether the power goes out there */
export function breaking(inner: Storage, breaks: () => boolean): Storage {
  const transaction = <T>(work: (stores: Stores) => Promise<T>): Promise<T> =>
    inner.transaction(async (stores) => {
      const result = await work(stores)
      if (breaks()) throw new Error('the power went out')
      return result
    })
  return { ...inner, transaction }
}
