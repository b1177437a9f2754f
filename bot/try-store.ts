/** Try store: whether something can be kept now. */
import type { Clock } from './contract/ports.ts'
import type { Storage } from './storage/storage.ts'

/** Reading works where nothing can be kept, such as on a full disk or beside a lock, so this writes. */
export async function tryStore(storage: Storage, clock: Clock): Promise<void> {
  await storage.transaction((stores) => stores.seen.firstTime('ready', 0, clock()))
}
