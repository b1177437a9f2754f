/** Run a command: what goes wrong is told in one line and sets the exit code; a bug shows its stack. */

export async function runCommand(main: () => Promise<void>): Promise<void> {
  process.stdout.on('error', stopWhenNobodyReads)
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error && !isBug(error) ? error.message : error)
    process.exitCode = 1
  }
}

/** What node says of a wrong option is a TypeError too, and no bug. */
function isBug(error: Error): boolean {
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return false
  return error instanceof TypeError || error instanceof RangeError
}

/** As in `npm run demo | head`: the reader has seen enough. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}
