/**
 * `npm run manifest`: write the Teams package of your municipality, ready to upload; with `slack`,
 * the manifest of its Slack app, ready to paste.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createSlackManifest } from '../../manifest/slack/create-manifest.ts'
import { createTeamsPackage } from '../../manifest/teams/create-package.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const PLACES = {
  teams: 'manifest/teams/build/vraagbaak.zip',
  slack: 'manifest/slack/build/slack-app-manifest.json',
}

type Written = Readonly<
  | { kind: 'written'; content: string | Uint8Array; next: readonly string[] }
  | { kind: 'problems'; problems: readonly string[] }
>

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, socket: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const platform = z.enum(['teams', 'slack']).safeParse(positionals[0] ?? 'teams').data

if (platform === undefined || positionals.length > 1) {
  console.error('Give slack for the manifest of the Slack app, or nothing for the Teams package.')
  process.exitCode = 1
} else {
  const out = values.out ?? resolve(PROJECT, PLACES[platform])
  write(platform === 'slack' ? slack(out) : teams(out), out)
}

function write(made: Written, out: string): void {
  if (made.kind === 'problems') {
    for (const problem of made.problems) console.error(problem)
    process.exitCode = 1
    return
  }
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, made.content)
  for (const line of made.next) console.log(line)
}

function teams(out: string): Written {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(resolve(PROJECT, 'package.json'), 'utf8')))
  const made = createTeamsPackage(process.env, version)
  if (made.kind === 'problems') return made
  const next = [
    `${out} is ready, version ${version}.`,
    'Upload it in the Teams admin centre > Teams apps > Manage apps > Upload new app.',
  ]
  return { kind: 'written', content: made.zip, next }
}

function slack(out: string): Written {
  const made = createSlackManifest(process.env, values.socket)
  if (made.kind === 'problems') return made
  const how = made.connection === 'socket' ? 'by socket mode' : 'by its public address'
  const next = [
    `${out} is ready: Slack reaches the bot ${how}.`,
    'Paste it at https://api.slack.com/apps > Create New App > From a manifest.',
    'For an app that exists already: https://api.slack.com/apps > your app > App Manifest.',
  ]
  return { kind: 'written', content: made.text, next }
}
