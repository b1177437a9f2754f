/** Municipality: one with a handbook of a page, which starts quickly, and as many employees as a test needs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Somebody } from '../stand-ins/platform.ts'

export type Municipality = Readonly<{
  /** What the bot's process needs to serve it. */
  variables: Readonly<Record<string, string>>
  databaseFile: string
  ciso: Somebody
  employees: readonly Somebody[]
  remove: () => void
}>

export const ORGANISATION = 'heidemeer'

export function aMunicipality(employees: number): Municipality {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-journey-'))
  const [ciso, ...others] = Array.from({ length: employees + 1 }, (_, index) => somebody(index))
  if (ciso === undefined) throw new Error('there is always a CISO')

  mkdirSync(join(folder, 'handbook'))
  writeFileSync(join(folder, 'handbook', '01-werken.md'), HANDBOOK)
  writeFileSync(join(folder, 'people.csv'), rosterOf(ciso, others))
  writeFileSync(join(folder, 'organisations.yaml'), SETTINGS)
  const dataDir = join(folder, 'data')
  return {
    variables: {
      DATA_DIR: dataDir,
      ORGANISATIONS: join(folder, 'organisations.yaml'),
      LOG_LEVEL: 'warn',
    },
    databaseFile: join(dataDir, 'vraagbaak.db'),
    ciso,
    employees: others,
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function somebody(index: number): Somebody {
  return {
    name: `Medewerker ${index}`,
    entraId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    conversation: `a:chat-${index}`,
  }
}

function rosterOf(ciso: Somebody, others: readonly Somebody[]): string {
  const row = ({ entraId }: Somebody, roles: string) =>
    `${entraId.slice(-6)};;${entraId};;Heidemeer;${roles};nl`
  return [
    'id;email;entra_id;slack_id;unit;roles;language',
    row(ciso, 'ciso'),
    ...others.map((one) => row(one, '')),
    '',
  ].join('\n')
}

const HANDBOOK = `# Werken

## Mag ik thuis printen? {#printen}

Nee, print op kantoor.
`

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
