/** Card samples: one reply of every kind and every notable shape, for the gallery and the tests. */

import type { Language } from '../../knowledge/language.ts'
import { parseMarkdown } from '../../knowledge/markdown.ts'
import type { SectionLink } from '../contract/reply.ts'
import { careSamples } from './care-samples.ts'
import { deskSamples } from './desk-samples.ts'
import { humanSamples } from './human-samples.ts'
import { pollSamples } from './poll-samples.ts'
import { publishingSamples } from './publishing-samples.ts'
import { resultsSamples } from './results-samples.ts'
import {
  type CardSample,
  clicked,
  lead,
  longTitle,
  organisation,
  photos,
  printing,
  sample,
  scanApps,
  source,
  wifi,
} from './sample-values.ts'
import { tellingSamples } from './telling-samples.ts'

const passage = parseMarkdown(
  'Moet je een brief van een inwoner scannen? Gebruik dan **Waterscan**. Die staat al op je telefoon van het werk en bewaart de scan meteen in het zaaksysteem.',
)

const wholeSection = parseMarkdown(`
**Nee, alleen met de app die de gemeente heeft goedgekeurd.** Gratis scan-apps bewaren je foto vaak op een server buiten Europa.

**Doe nu**
1. Open **Waterscan** op je telefoon van het werk.
2. Scan het document en kies de zaak waar het bij hoort.
3. Controleer of de scan leesbaar is. Let op:
   - staan alle pagina's erop;
   - is het BSN niet zichtbaar als dat niet hoeft.

| Wat | Waterscan | Andere app |
|---|---|---|
| Brief van een inwoner | Ja | Nee |
| Bonnetje van je reiskosten | Ja | Ja, zonder namen |

> Twijfel je of iets mag? Doe het dan niet en vraag het eerst.

De scan krijgt vanzelf een naam zoals \`2026-03-01-brief.pdf\`.

**Zie ook:** [thuis printen](#thuiswerken-printen), [het zaaksysteem](https://intranet.waterveen.example/zaken) en [de CISO](mailto:ciso@waterveen.example)
`)

const wideTable = parseMarkdown(`
Niet alle gegevens zijn even gevoelig. Kijk hoe je ze mag delen.

| Soort | Voorbeeld | Mail | Teams | Papier |
|---|---|---|---|---|
| Openbaar | Folder | Ja | Ja | Ja |
| Intern | Notulen | Ja | Ja | Ja, opbergen |
| Vertrouwelijk | Dossier van een inwoner | Alleen beveiligd | Alleen in het team | In een kluis |
`)

const plainLead = parseMarkdown(
  'Dat mag binnen de Europese Unie. Vraag het daarbuiten eerst aan je leidinggevende en aan de CISO.',
)

const tooLong = parseMarkdown(
  `**Dit is een heel lange paragraaf.** Hij past niet in de chat.\n\n${'Bewaar stukken alleen op de plek die daarvoor is. '.repeat(20)}\n\n`.repeat(
    30,
  ),
)

const chapters = [
  { number: 1, title: 'De basis', sections: 6 },
  { number: 2, title: 'Incident of datalek: meteen melden', sections: 14 },
  { number: 3, title: 'Gegevens van inwoners', sections: 9 },
  { number: 4, title: 'Inloggen en wachtwoorden', sections: 8 },
  { number: 5, title: 'Thuiswerken', sections: 11 },
  { number: 6, title: 'Telefoon en tablet', sections: 7 },
  { number: 7, title: 'Op kantoor', sections: 7 },
  { number: 8, title: 'Mail en berichten', sections: 1 },
]

const sections: readonly SectionLink[] = [scanApps, printing, photos, longTitle, wifi]

const steps = [
  'Haal je laptop van het netwerk: zet wifi uit en trek de kabel eruit. Zet hem niet uit.',
  'Bel het meldpunt op 088-000 0100 en vertel wanneer je klikte en op welke link.',
  'Verander je wachtwoord op een ander apparaat als je het hebt ingevuld.',
]

const answer = {
  kind: 'answer',
  section: scanApps,
  lead,
  passage,
  source,
  related: [printing, photos, longTitle],
} as const

const incident = {
  kind: 'incident',
  incident: 'clicked-link',
  steps,
  section: clicked,
  organisation,
  masked: [],
} as const

const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Mag ik een brief scannen met mijn telefoon?',
    'Hoe stuur ik veilig een bestand naar een inwoner?',
    'Mag ik werken in de trein?',
  ],
  en: [
    'May I scan a letter with my phone?',
    'How do I send a file to a resident safely?',
    'May I work on the train?',
  ],
}

const QUESTION: Readonly<Record<Language, string>> = {
  nl: 'Mag ik een dossier meenemen naar een huisbezoek?',
  en: 'May I take a case file to a home visit?',
}

const about = (language: Language) =>
  ({ language, question: QUESTION[language], masked: [], confidence: 0.4 }) as const

export function cardSamples(language: Language): readonly CardSample[] {
  return [
    ...conversation(language),
    ...answers(language),
    ...incidents(language),
    ...humanSamples(language),
    ...deskSamples(language),
    ...pollSamples(language),
    ...resultsSamples(language),
    ...publishingSamples(language),
    ...tellingSamples(language),
    ...careSamples(language),
    ...browsing(language),
    ...notices(language),
  ]
}

function conversation(language: Language): readonly CardSample[] {
  const examples = EXAMPLES[language]
  const sections = [scanApps, printing, longTitle]
  return [
    sample('welcome', { kind: 'welcome', language, organisation, examples }),
    sample('help', { kind: 'help', language, organisation }),
    sample('suggestions', { kind: 'suggestions', sections, organisation, ...about(language) }),
    sample('no-answer', { kind: 'no-answer', organisation, ...about(language) }),
    sample('no-answer-elsewhere', {
      kind: 'no-answer',
      organisation,
      elsewhere: { topic: 'verlof en vakantiedagen', ask: 'het HR-servicepunt' },
      ...about(language),
    }),
    sample('no-answer-masked', {
      kind: 'no-answer',
      organisation,
      ...about(language),
      masked: ['iban'],
    }),
  ]
}

function answers(language: Language): readonly CardSample[] {
  return [
    sample('answer', { ...answer, ...about(language), confidence: 0.9 }),
    sample('answer-masked-overdue', {
      ...answer,
      ...about(language),
      section: longTitle,
      lead: plainLead,
      source: { ...source, reviewOverdue: true },
      related: [],
      masked: ['bsn', 'email', 'phone'],
    }),
  ]
}

function incidents(language: Language): readonly CardSample[] {
  return [
    sample('incident', { ...incident, language }),
    sample('incident-without-section', {
      kind: 'incident',
      incident: 'general',
      language,
      steps: steps.slice(1),
      organisation,
      masked: ['bsn'],
    }),
  ]
}

function browsing(language: Language): readonly CardSample[] {
  const whole = { kind: 'section', language, source, related: [printing, photos] } as const
  const chapter = { number: 5, title: 'Thuiswerken', sections: sections.length }
  return [
    sample('section', { ...whole, section: scanApps, content: wholeSection }),
    sample('section-wide-table', { ...whole, section: photos, content: wideTable }),
    sample('section-too-long', { ...whole, section: longTitle, content: tooLong }),
    sample('chapters', { kind: 'chapters', language, chapters }),
    sample('chapter', { kind: 'chapter', language, chapter, sections }),
  ]
}

function notices(language: Language): readonly CardSample[] {
  return [
    sample('notice', { kind: 'notice', language, notice: 'outdated-card' }),
    sample('notice-too-long', { kind: 'notice', language, notice: 'too-long' }),
    sample('failure', { kind: 'failure', language, reference: '3f9a', organisation }),
  ]
}
