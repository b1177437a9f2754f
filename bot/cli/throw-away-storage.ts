/** Throw-away storage: a store in memory for commands that keep nothing. */
import { openSqlite } from '../storage/database.ts'
import { migrate } from '../storage/migrate.ts'
import { createStorage, type Storage } from '../storage/storage.ts'

export async function openThrowAwayStorage(): Promise<Storage> {
  const database = openSqlite(':memory:')
  await migrate(database)
  return createStorage(database)
}
