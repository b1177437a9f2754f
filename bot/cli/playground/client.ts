/** Client: Microsoft's Agents Playground, with one of the people of Waterveen at the keyboard. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { asYaml, configOf, readClientConfig } from './client-config.ts'
import { type Part, PROJECT, startPart } from './part.ts'

const SCRIPT = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
export const CONFIG = join(PROJECT, '.m365agentsplayground.yml')

export type Client = Readonly<{
  address: string
  /** Of who is at the keyboard. */
  name: string
  personalChat: string
}>

type Settings = Readonly<{
  /** Id in the config. */
  user: string
  port: number
  botPort: number
  /** For its own config. */
  folder: string
}>

export function startClient(settings: Settings): { part: Part; client: Promise<Client> } {
  const config = configOf(settings.user, readClientConfig(CONFIG))
  const configFile = join(settings.folder, `${settings.user}.yml`)
  writeFileSync(configFile, asYaml(config))
  const part = startPart({
    name: `Microsoft's Agents Playground for ${config.currentUser.name}`,
    script: SCRIPT,
    args: [
      ...['start', '--disable-telemetry', '--channel-id', 'msteams'],
      ...['--port', String(settings.port)],
      ...['--app-endpoint', `http://127.0.0.1:${settings.botPort}/api/messages`],
    ],
    variables: {
      TEAMSAPPTESTER_BROWSER: 'none', // its own way ends it where there is no browser
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(PROJECT, 'devTools', `${settings.user}.log`),
    },
    listens: /^Listening on (\d+)$/m,
    seeAlso: `Its log is devTools/${settings.user}.log.`,
  })
  return { part, client: whenReady(part, config.currentUser.name, config.personalChat.id) }
}

async function whenReady(part: Part, name: string, personalChat: string): Promise<Client> {
  const address = `http://localhost:${await part.port}`
  await Promise.race([fetch(address), part.ended]) // it says that it listens before it read its settings
  return { address, name, personalChat }
}

/**
 * As an administrator does for everybody: or the bot could not reach who never opened it.
 * The client's own page asks for the same whenever it is opened.
 */
export async function install({ address, personalChat }: Client): Promise<void> {
  await fetch(`${address}/_debug/conversation/${personalChat}/installation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
}
