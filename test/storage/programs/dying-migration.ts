/** A start that is killed in the middle of a migration: `dying-migration.ts DATA_DIR [DATABASE_URL]`. */
import { sql } from 'kysely'
import { sqliteFile } from '../../../bot/open-storage.ts'
import { openPostgres, openSqlite } from '../../../bot/storage/database.ts'
import { MIGRATIONS, migrate } from '../../../bot/storage/migrate.ts'

const [dataDir = '', databaseUrl] = process.argv.slice(2)
const database = databaseUrl ? openPostgres(databaseUrl) : openSqlite(sqliteFile(dataDir))
await migrate(database, {
  ...MIGRATIONS,
  '999-half': {
    up: async (db) => {
      await sql`create table half_made (id text)`.execute(db)
      await sql`delete from counter`.execute(db)
      process.kill(process.pid, 'SIGKILL')
    },
  },
})
