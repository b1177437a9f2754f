/** `npm run manifest`: write the Teams package of your municipality, ready to upload. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createTeamsPackage } from '../../manifest/teams/create-package.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(resolve(PROJECT, 'package.json'), 'utf8')))

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(PROJECT, 'manifest/teams/build/vraagbaak.zip') },
  },
})
const made = createTeamsPackage(process.env, version)

if (made.kind === 'problems') {
  for (const problem of made.problems) console.error(problem)
  process.exitCode = 1
} else {
  mkdirSync(dirname(values.out), { recursive: true })
  writeFileSync(values.out, made.zip)
  console.log(`${values.out} is ready, version ${version}.`)
  console.log('Upload it in the Teams admin centre > Teams apps > Manage apps > Upload new app.')
}
