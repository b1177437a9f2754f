/** Main: checks the settings, then starts the bot. */
import { loadConfig } from './config.ts'

try {
  const config = loadConfig()
  // Not imported above: the platforms' packages load slowly, and a wrong setting is told at once.
  const { start } = await import('./start.ts')
  await start(config)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
