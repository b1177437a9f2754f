/** A mortal office: two editors and some who ask, and a handbook whose every version says which it is. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Somebody, Told } from '../stand-ins/platform.ts'
import type { Place } from '../storage/engines.ts'

export const ORGANISATION = 'heidemeer'
const SECTION = 'printen'
/** Who asks goes on as long as the editors do. */
const ASKING = 2
const ROOT_KEY = Buffer.alloc(32, 'a root key for tests').toString('base64')

/** Every third version sends people to another page; going from one to none does so too. */
const hasLink = (version: number): boolean => version % 3 === 0
export const isSensitive = (version: number): boolean => hasLink(version) || hasLink(version - 1)

export const textOf = (version: number): string =>
  `**Nee, zegt ronde ${version}.** Print op kantoor.${hasLink(version) ? ` Zie https://print.example/${version} nu.` : ''}`

export type Shown = Readonly<{ version: number; round: number }>

/** The version that an answer names, and the one that its text is of. */
export function answerIn({ card }: Told): readonly Shown[] {
  const text = JSON.stringify(card)
  const version = Number(/· versie (\d+) ·/.exec(text)?.[1])
  const round = Number(/zegt ronde (\d+)/.exec(text)?.[1])
  return Number.isNaN(version) || Number.isNaN(round) ? [] : [{ version, round }]
}

export const PEOPLE: readonly Somebody[] = Array.from({ length: 2 + ASKING }, (_, index) => ({
  name: `Medewerker ${index}`,
  entraId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  conversation: `a:chat-${index}`,
}))

export function variablesOf(folder: string, { dataDir, databaseUrl }: Place) {
  return {
    ...{ DATA_DIR: dataDir, ORGANISATIONS: join(folder, 'organisations.yaml'), LOG_LEVEL: 'warn' },
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, VRAAGBAAK_SECRET: ROOT_KEY }),
  }
}

export function aMunicipality(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-publishing-'))
  const people = PEOPLE.map(({ entraId }, index) => {
    return `${entraId.slice(-6)};;${entraId};;Heidemeer;${index < 2 ? 'ciso' : ''};nl`
  })
  mkdirSync(join(folder, 'handbook'))
  const chapter = `${FRONT}\n## Mag ik thuis printen? {#${SECTION}}\n\n${textOf(1)}\n`
  writeFileSync(join(folder, 'handbook', '01.md'), chapter)
  const calibration = 'answerFrom: 0.1\nsuggestFrom: 0.05\n'
  writeFileSync(join(folder, 'handbook', 'calibration.yaml'), calibration)
  writeFileSync(join(folder, 'people.csv'), [COLUMNS, ...people, ''].join('\n'))
  writeFileSync(join(folder, 'organisations.yaml'), SETTINGS)
  return folder
}

const FRONT = '---\ntitle: Werken\nowner: ciso@heidemeer.example\nreview: 2099-01-01\n---\n'
const COLUMNS = 'id;email;entra_id;slack_id;unit;roles;language'
const SETTINGS = `organisations:
  - id: ${ORGANISATION}
    name: gemeente Heidemeer
    tenants: []
    timeZone: Europe/Amsterdam
    languages: [nl]
    incidentDesk:
      telephone: 088-000 0144
      url: https://intranet.heidemeer.example/meldpunt
    ciso:
      name: Joke Haverkort
      email: ciso@heidemeer.example
    handbook: handbook
    sampleRoster: people.csv
`
