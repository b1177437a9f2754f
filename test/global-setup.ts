/** Global setup: a place where the first storage test of a run can start PostgreSQL for all of them. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, HOW_TO_INSTALL } from './storage/postgres-server.ts'

// biome-ignore lint/style/noDefaultExport: jest asks for one
export default function setUp(): void {
  if (process.env['TEST_DATABASE_URL'] || findPostgres() !== undefined) {
    process.env['TEST_POSTGRES_FOLDER'] = mkdtempSync(join(tmpdir(), 'vraagbaak-jest-'))
    process.env['TEST_POSTGRES_UNTIL'] = String(process.pid)
    return
  }

  process.env['TEST_POSTGRES'] = 'no'
  if (process.env['REQUIRE_POSTGRES'] === '1')
    throw new Error(`REQUIRE_POSTGRES=1, and there is no PostgreSQL: ${HOW_TO_INSTALL}.`)
  process.stderr.write(
    `\n*** There is no PostgreSQL: its storage tests are NOT run. To run them, ${HOW_TO_INSTALL}. ***\n\n`,
  )
}
