/** Compile cache: what node keeps of modules that it compiled, so that processes start in half the time. */
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(
  new URL('../../node_modules/.cache/vraagbaak/compiled', import.meta.url),
)

/** For the environment of a process; changes nothing but how fast it starts. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: FOLDER } as const
