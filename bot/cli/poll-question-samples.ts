/** Poll question samples: questions of every scale, as a round keeps them. */
import type { Option, Question } from '../polls/question.ts'

const option = (value: string, nl: string, en: string): Option => ({
  value,
  text: { nl, en },
  substantive: true,
})
const aside = (value: string, nl: string, en: string): Option => ({
  ...option(value, nl, en),
  substantive: false,
})

const NOT_APPLICABLE = aside('nvt', 'weet ik niet / n.v.t.', 'do not know / not applicable')
const UNKNOWN = aside('weet_niet', 'weet ik niet', 'I do not know')
const RATHER_NOT = aside('liever_niet', 'zeg ik liever niet', 'I would rather not say')

const FREQUENCY = [
  option('nooit', 'nooit', 'never'),
  option('zelden', 'zelden', 'rarely'),
  option('soms', 'soms', 'sometimes'),
  option('vaak', 'vaak', 'often'),
  option('altijd', 'altijd', 'always'),
  NOT_APPLICABLE,
  RATHER_NOT,
]

const usual = { sensitive: false, organisationOnly: false, reportOn: [] }

export const sampleQuestions: readonly Question[] = [
  {
    ...usual,
    id: 'P01',
    text: {
      nl: 'Is de informatieveiligheid in jouw team door het thuiswerken afgenomen, gelijk gebleven of toegenomen?',
      en: 'Has information security in your team decreased, stayed the same or increased because of working from home?',
    },
    scale: 'change',
    options: [
      option('afgenomen', 'afgenomen', 'decreased'),
      option('gelijk', 'gelijk gebleven', 'stayed the same'),
      option('toegenomen', 'toegenomen', 'increased'),
      UNKNOWN,
      RATHER_NOT,
    ],
    area: 'beleving',
    areaName: { nl: 'Beleving', en: 'Perception' },
    section: 'thuiswerken-regels',
    favourable: ['gelijk', 'toegenomen'],
  },
  {
    ...usual,
    id: 'P09',
    text: {
      nl: 'Ik heb thuis werkdocumenten met persoonsgegevens geprint.',
      en: 'I printed work documents containing personal data at home.',
    },
    scale: 'frequency',
    options: FREQUENCY,
    area: 'papier',
    areaName: { nl: 'Papier', en: 'Paper' },
    section: 'thuiswerken-printen',
    favourable: ['nooit'],
    sensitive: true,
  },
  {
    ...usual,
    id: 'P32',
    text: {
      nl: 'Je klikte op een foute link. Wat doe je als eerste?',
      en: 'You clicked on a bad link. What do you do first?',
    },
    scale: 'quiz',
    options: [
      option('a', 'de mail wissen', 'delete the e-mail'),
      option('b', 'afwachten of er iets gebeurt', 'wait and see if something happens'),
      option('c', 'direct bellen met het meldpunt', 'call the reporting desk at once'),
      option('d', 'laptop uit en morgen melden', 'switch off the laptop and report tomorrow'),
      UNKNOWN,
      RATHER_NOT,
    ],
    area: 'melden',
    areaName: { nl: 'Melden', en: 'Reporting' },
    section: 'incident-foute-link',
    favourable: ['c'],
  },
  {
    ...usual,
    id: 'P11',
    text: {
      nl: 'Ik vergrendel mijn scherm als ik thuis van mijn plek loop.',
      en: 'I lock my screen when I leave my place at home.',
    },
    scale: 'frequency',
    options: FREQUENCY,
    area: 'werkplek',
    areaName: { nl: 'Werkplek', en: 'Workspace' },
    section: 'thuiswerken-scherm-vergrendelen',
    favourable: ['vaak', 'altijd'],
  },
  {
    ...usual,
    id: 'P02',
    text: {
      nl: 'Is bij jouw werk de privacy van inwoners sinds je (deels) thuiswerkt minstens één keer in het geding gekomen?',
      en: 'Since you have been working (partly) from home, has the privacy of residents been at stake at least once in your work?',
    },
    scale: 'yesno',
    options: [option('ja', 'ja', 'yes'), option('nee', 'nee', 'no'), NOT_APPLICABLE, RATHER_NOT],
    area: 'privacy',
    areaName: { nl: 'Privacy', en: 'Privacy' },
    section: 'incident-wat-is-datalek',
    favourable: ['nee'],
    sensitive: true,
    reportOn: ['ja'],
  },
]
