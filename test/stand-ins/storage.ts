/** Storage: an empty one in memory, of this version. */
import { openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'

export async function anEmptyStorage(): Promise<Storage> {
  const database = openSqlite(':memory:')
  await migrate(database)
  return createStorage(database)
}
