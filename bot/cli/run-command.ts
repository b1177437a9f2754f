/** Run a command: what goes wrong is told in one line and sets the exit code; a bug shows its stack. */

export async function runCommand(main: () => Promise<void>): Promise<void> {
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
