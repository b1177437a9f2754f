/** Global teardown: takes the folder away, at which the keeper of PostgreSQL stops it. */
import { rmSync } from 'node:fs'

// biome-ignore lint/style/noDefaultExport: jest asks for one
export default function tearDown(): void {
  const folder = process.env['TEST_POSTGRES_FOLDER']
  if (folder) rmSync(folder, { recursive: true, force: true })
}
