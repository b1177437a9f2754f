/** Noting posts: on which platforms something was left to be said, such as a question to the CISO. */
import type { Platform } from './contract/message.ts'
import type { Stores } from './storage/storage.ts'

/** @returns the same stores, and the platforms of what was put in by them so far */
export function notingPosts(
  stores: Stores,
): Readonly<{ stores: Stores; platforms: ReadonlySet<Platform> }> {
  const platforms = new Set<Platform>()
  const { outbox } = stores
  const post: typeof outbox.post = async (letter, now) => {
    const isNew = await outbox.post(letter, now)
    if (isNew) platforms.add(letter.address.platform)
    return isNew
  }
  return { stores: { ...stores, outbox: { ...outbox, post } }, platforms }
}
