/** Publishing scenes: a section is changed, approved, published, told to who it concerns, and taken back. */
import type { Action } from '../../contract/action.ts'
import { MAX_LOST_SHOWN, REST } from '../../contract/publishing.ts'
import type { Reply, ReplyOf } from '../../contract/reply.ts'
import { as, pressed, type Scene } from './scenes.ts'

const QUESTION = 'mag ik thuis printen'

export const PUBLISHING_SCENES: readonly Scene[] = [
  {
    heading:
      'Een antwoord klopt niet meer: de CISO wijzigt de paragraaf, en er verandert nog niets',
    steps: [
      { who: 'employee', says: QUESTION },
      { who: 'employee', says: 'zeg het me als het wijzigt' },
      { who: 'ciso', says: 'wijzig paragraaf thuis printen' },
      pressed('ciso', 'Bewaar als concept', saveIt),
      { who: 'employee', says: 'mag ik thuis iets printen' },
    ],
  },
  {
    heading: 'Een telefoonnummer verandert: daar moet een tweede persoon naar kijken',
    steps: [
      pressed('ciso', 'Vraag een tweede persoon', askIt),
      pressed('deputy', 'Keur goed en publiceer', publishIt),
    ],
  },
  {
    heading: 'Wie het vroeg, hoort dat het antwoord anders is',
    steps: [
      { passes: 'In werktijd', until: 'working' },
      { who: 'employee', says: `${QUESTION}?` },
    ],
  },
  {
    heading: 'Een aankondiging: eerst zien naar hoeveel mensen die gaat',
    steps: [
      { who: 'ciso', says: 'aankondigen' },
      pressed('ciso', 'Bekijk de aankondiging', announceIt),
      pressed('ciso', 'Ja, stuur naar 9 mensen', confirmIt),
      { passes: 'In werktijd', until: 'working' },
    ],
  },
  {
    heading: 'Toch niet goed? De vorige versie is met twee keer drukken terug',
    steps: [
      { who: 'ciso', says: 'versies' },
      pressed('ciso', 'Zet deze versie terug', rollBack),
      pressed('ciso', 'Zet versie 1 terug', confirmRollBack),
      { who: 'employee', says: `${QUESTION}??` },
    ],
  },
]

/** Of the sample handbook. */
const CHANGES = [
  [
    'Openbare stukken mag je thuis wel printen.',
    'Openbare stukken print je thuis alleen zwart-wit.',
  ],
  ['Bel dan 088-000 0100.', 'Bel dan 088-000 0300.'],
] as const

function saveIt(seen: Reply): Action {
  const { draftId, basedOn, section, title, text, questions } = as('section-form', seen)
  const changed = CHANGES.reduce((words, [was, is]) => words.replace(was, is), text)
  return {
    verb: 'save-section',
    ...{ draftId, basedOn, sectionId: section?.id ?? '', chapter: '', title, text: changed },
    ...{ questions: questions.join('\n'), note: 'De printers zijn vervangen' },
  }
}

function askIt(seen: Reply): Action {
  return { verb: 'ask-approval', ...accepting(as('draft-review', seen)) }
}

function publishIt(seen: Reply): Action {
  return { verb: 'publish-draft', ...accepting(as('draft-review', seen)) }
}

/** Every question that is lost is ticked. */
function accepting({ draft, review }: ReplyOf<'draft-review'>) {
  const { lost = [] } = review.gate ?? {}
  const ticked = [...lost.slice(0, MAX_LOST_SHOWN).keys(), REST]
  return { draftId: draft.id, hash: draft.hash, accepted: ticked.join(',') }
}

function announceIt(seen: Reply): Action {
  const { formId, announcement, date, time } = as('announcement-form', seen)
  return {
    verb: 'plan-announcement',
    ...{ formId, version: announcement.version, audience: 'unit', unit: 'Sociaal Domein' },
    ...{ words: 'De printers op alle etages zijn vervangen.', when: 'now', date, time },
  }
}

function confirmIt(seen: Reply): Action {
  const { plan, announcement } = as('announcement-confirm', seen)
  const { formId, unit, people } = plan
  const { version, words } = announcement
  return { verb: 'confirm-announcement', formId, version, words, people, ...(unit && { unit }) }
}

function rollBack(seen: Reply): Action {
  const [, earlier] = as('versions', seen).versions
  return { verb: 'roll-back', version: earlier?.number ?? 0 }
}

function confirmRollBack(seen: Reply): Action {
  const { version, current } = as('rollback-confirm', seen)
  return { verb: 'confirm-roll-back', version: version.number, after: current }
}
