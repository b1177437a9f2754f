/** Sample values: the municipality, handbook and people that the card samples are about. */
import { parseMarkdown } from '../../knowledge/markdown.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Hit, Reply, Source } from '../contract/reply.ts'
import { DEFAULT_THRESHOLDS } from '../polls/thresholds.ts'

export type CardSample = Readonly<{ name: string; reply: Reply }>

export const sample = (name: string, reply: Reply): CardSample => ({ name, reply })

export const organisation: Organisation = {
  id: 'waterveen',
  name: 'gemeente Waterveen',
  tenants: [],
  timeZone: 'Europe/Amsterdam',
  languages: ['nl', 'en'],
  incidentDesk: {
    telephone: '088-000 0100',
    url: 'https://intranet.waterveen.example/meldpunt',
  },
  ciso: { name: 'Marit Oosterveld', email: 'ciso@waterveen.example' },
  workingHours: { from: '09:15', to: '16:00' },
  closedDays: [],
  delivery: { bulkPerSecond: 20 },
  retention: { questionDays: 30 },
  publishing: { approval: 'sensitive' },
  tellChanges: true,
  acknowledgements: { named: false },
  polls: { thresholds: DEFAULT_THRESHOLDS, panelAbove: 5_000 },
  handbook: 'handbook',
}

export const source: Source = {
  handbook: 'Handboek informatieveiligheid',
  version: '2026.1',
  inForce: '2026-03-01',
  number: '5.8',
  owner: 'ciso@waterveen.example',
  reviewOverdue: false,
}

const hit = (id: string, title: string, score = 10): Hit => ({ id, title, score })

export const scanApps = hit(
  'thuiswerken-scan-apps',
  'Mag ik een scan-app op mijn telefoon gebruiken?',
  21,
)
export const printing = hit('thuiswerken-printen', 'Mag ik thuis stukken van het werk printen?', 9)
export const photos = hit(
  'kantoor-fotos',
  'Mag ik een foto maken van een document of een scherm?',
  8,
)
export const longTitle = hit(
  'onderweg-buitenland',
  'Mag ik mijn laptop of telefoon van het werk meenemen naar het buitenland, ook als ik daar op vakantie ben?',
  7,
)
export const wifi = hit('thuiswerken-wifi', 'Hoe maak ik mijn wifi thuis veilig?')
export const clicked = hit('incident-geklikt', 'Ik heb op een verdachte link geklikt. Wat nu?')

export const lead = parseMarkdown(
  '**Nee, alleen met de app die de gemeente heeft goedgekeurd.** Gratis scan-apps bewaren je foto vaak op een server buiten Europa.',
)
