/** Search: the right section for a question, however it is typed. */

import { fileURLToPath } from 'node:url'
import { DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import {
  createKnowledgeBase,
  type KnowledgeBase,
  openKnowledgeBase,
} from '../../knowledge/knowledge-base.ts'
import { readQuestion } from '../../knowledge/question.ts'
import { readTrials } from '../../knowledge/questions.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { buildIndex, type Entry } from '../../knowledge/search.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { createVocabulary } from '../../knowledge/vocabulary.ts'
import { aFolder, removeFolders, WATERVEEN } from './waterveen.ts'

afterAll(removeFolders)

let waterveen: KnowledgeBase
beforeAll(async () => {
  waterveen = await openKnowledgeBase(filesIn(WATERVEEN))
}, 60_000)

const top3 = (question: string, context?: string) =>
  waterveen
    .find(question, context)
    .hits.slice(0, 3)
    .map(({ item }) => item.id)

describe('the sample handbook', () => {
  it.each([
    ['a compound', 'thuiswerkplekbeveiliging', 'thuiswerken-regels'],
    ['a compound that the handbook writes in words', 'wachtwoordbeleid', 'inloggen-wachtwoord'],
    ['a compound written open', 'wacht woord beleid', 'inloggen-wachtwoord'],
    ['a compound written open', 'data lek melden', 'incident-wat-is-datalek'],
    ['two words for one', 'mag ik thuis printen', 'thuiswerken-printen'],
    ['a d/t error', 'wat gebeurd er met mijn melding', 'incident-na-melding'],
    ['a participle', 'hoe word een usb stick gewist', 'apparaten-usb'],
    ['Dutch made of English', 'bestand geupload naar wetransfer', 'mail-grote-bestanden'],
    ['Dutch made of English with a hyphen', 'ge-üpload naar wetransfer', 'mail-grote-bestanden'],
    ['no accents', 'prive mail gebruiken', 'mail-prive-mail'],
    ['accents', 'privé mail gebruiken', 'mail-prive-mail'],
    ['decomposed accents', 'prive\u0301 mail gebruiken', 'mail-prive-mail'],
    ['an abbreviation', 'ww delen met collega', 'inloggen-niet-delen'],
    ['an abbreviation', 'dpia', 'beheer-dpia'],
    ['an abbreviation', 'wat is de FG', 'basis-rollen'],
    ['an abbreviation', 'suwi opzoeken', 'systemen-suwinet'],
    [
      'a denial, which changes the answer and not the section',
      'mag ik niet thuis printen',
      'thuiswerken-printen',
    ],
    ['a word of another trade', 'shredder', 'kantoor-papier-vernietigen'],
    ['typing errors', 'wachtword delen met colega', 'inloggen-niet-delen'],
    ['typing errors', 'phising mail herkenen', 'phishing-herkennen'],
    ['a brand', 'brief scannen met camscanner', 'thuiswerken-scan-apps'],
    ['English', 'may I print at home', 'thuiswerken-printen'],
    ['English', 'can I share my password with a colleague', 'inloggen-niet-delen'],
    ['English', 'is public wifi safe', 'onderweg-openbare-wifi'],
    ['English', 'how do I report a data breach', 'incident-melden'],
  ])('is found by %s: "%s"', (_, question, section) => {
    expect(top3(question)).toContain(section)
  })

  it('is read with the earlier question when there is one', () => {
    expect(top3('en op mijn telefoon?', 'brief scannen met camscanner')[0]).toBe(
      'thuiswerken-scan-apps',
    )
    expect(top3('en op mijn telefoon?')).not.toContain('thuiswerken-scan-apps')
  })

  it('lists a section once, best first, ten at most', () => {
    const { hits } = waterveen.find('mag ik mijn laptop, telefoon, mail en wachtwoord delen')

    expect(new Set(hits.map(({ item }) => item.id)).size).toBe(hits.length)
    expect(hits.length).toBeLessThanOrEqual(10)
    expect(hits.map(({ score }) => score)).toEqual(
      hits.map(({ score }) => score).toSorted((a, b) => b - a),
    )
  })

  it.each(['', '   ', 'de het een', '?!', '👍'])('has nothing for "%s"', (text) => {
    expect(waterveen.find(text)).toMatchObject({
      band: 'none',
      confidence: 0,
      hits: [],
    })
  })

  it('is as sure of a question in capitals, with quotes or with a greeting', () => {
    const { confidence } = waterveen.find('mag ik thuis printen')

    expect(waterveen.find('MAG IK THUIS "PRINTEN"???').confidence).toBeCloseTo(confidence)
    expect(waterveen.find('hoi, mag ik thuis printen aub').hits[0]?.item.id).toBe(
      'thuiswerken-printen',
    )
  })
})

/** One typing error, at a place that differs from question to question but not from run to run. */
function withTypo(question: string, kind: 'drop' | 'swap' | 'double'): string {
  const long = question.match(/\p{L}{5,}/gu) ?? []
  const word = long[question.length % Math.max(1, long.length)] ?? ''
  const at = 1 + (question.length % Math.max(1, word.length - 2))
  const letter = word.charAt(at)
  const middle = {
    drop: '',
    swap: word.charAt(at + 1) + letter,
    double: letter + letter,
  }[kind]
  return question.replace(
    word,
    word.slice(0, at) + middle + word.slice(at + (kind === 'swap' ? 2 : 1)),
  )
}

/**
 * Changes that leave the meaning alone, and in how large a share of the development questions the
 * first section may drop out of the first three: what was measured and a little more.
 */
const CHANGES: readonly Readonly<{
  name: string
  most: number
  change: (question: string) => string
}>[] = [
  {
    name: 'courtesy words around it',
    most: 0.03,
    change: (question) => `hoi, even een vraagje: ${question} alvast bedankt!`,
  },
  { name: 'a letter left out', most: 0.06, change: (question) => withTypo(question, 'drop') },
  { name: 'two letters swapped', most: 0.1, change: (question) => withTypo(question, 'swap') },
  { name: 'a letter doubled', most: 0.08, change: (question) => withTypo(question, 'double') },
  {
    name: 'a compound written open',
    most: 0.1,
    change: (question) => question.replace(OPEN, '$1 '),
  },
  { name: 'capitals', most: 0, change: (question) => question.toUpperCase() },
]

/** Before the second half of a word that Dutch writes closed. */
const OPEN =
  /(wachtwoord|thuis|data|werk|privé|mail|telefoon|laptop|toegangs|inlog|persoons|bureau|zaak)(?=\p{L}{4})/giu

describe('the best section stays among the first three with', () => {
  const file = fileURLToPath(new URL('../../knowledge/golden/employees.jsonl', import.meta.url))
  const questions = readTrials(file)
    .filter(({ answerable, incident }) => answerable && !incident)
    .map(({ question }) => question)
    .filter((_, index) => index % 4 === 0)

  it.each(CHANGES)('$name', ({ most, change }) => {
    const changed = questions.filter((question) => change(question) !== question)
    const lost = changed.filter(
      (question) => !top3(change(question)).includes(top3(question)[0] ?? ''),
    )

    expect(changed).not.toEqual([])
    expect(lost.length / changed.length).toBeLessThanOrEqual(most)
  })
})

describe('a question of many words', () => {
  const vocabulary = createVocabulary()
  const tools = { vocabulary, thesaurus: emptyThesaurus }
  const words = Array.from({ length: 70 }, (_, i) => `woord${i}`)

  it('is read for its forty most telling ones', () => {
    vocabulary.count(words.slice(0, 30))
    const { concepts } = readQuestion(words.join(' '), tools)

    expect(concepts).toHaveLength(40)
    expect(concepts.map(({ stem }) => stem)).not.toContain('woord0')
  })

  it('is read for each word once', () => {
    expect(readQuestion('mail mail mails mailtje', tools).concepts).toHaveLength(1)
  })

  it('stays within forty together with an earlier question', () => {
    const earlier = words.map((word) => `eerder${word}`).join(' ')

    expect(readQuestion(words.join(' '), tools, earlier).concepts).toHaveLength(40)
  })
})

describe('a small handbook', () => {
  async function aHandbook(chapter: string) {
    const { handbook } = readHandbook(filesIn(aFolder({ 'a.md': chapter })))
    return createKnowledgeBase(handbook, {
      thesaurus: emptyThesaurus,
      calibration: DEFAULT_CALIBRATION,
      elsewhere: [],
    })
  }
  const idsFor = async (chapter: string, question: string) =>
    (await aHandbook(chapter)).find(question).hits.map(({ item }) => item.id)

  it('of one section is found, or not', async () => {
    const chapter = '## Mag ik thuis printen? {#printen}\n\nNee, print op kantoor.'

    expect(await idsFor(chapter, 'thuis printen')).toEqual(['printen'])
    expect((await aHandbook(chapter)).find('vakantiedagen').band).toBe('none')
  })

  it('without text is found by its title', async () => {
    expect(await idsFor('## Printen {#printen}', 'printen')).toEqual(['printen'])
  })

  it('without sections has nothing', async () => {
    expect((await aHandbook('geen koppen')).find('printen')).toMatchObject({
      band: 'none',
      confidence: 0,
      hits: [],
    })
  })

  it('is found by keywords and by example questions, stop words and all', async () => {
    const chapter =
      '## A {#a}\n<!-- vraagbaak\nkeywords: [camscanner]\n-->\n\nEen.\n\n' +
      '## B {#b}\n<!-- vraagbaak\nquestions: ["wie mag er bij ons naar binnen"]\n-->\n\nTwee.'

    expect((await idsFor(chapter, 'camscanner'))[0]).toBe('a')
    expect((await idsFor(chapter, 'wie mag er naar binnen komen'))[0]).toBe('b')
  })

  it('takes no abbreviation for its neighbour', async () => {
    expect(await idsFor('## BRP {#brp}\n\nTekst.', 'bsn')).toEqual([])
  })

  it('does not find a section by the titles that it only links to', async () => {
    const chapter = '## A {#a}\n\nEen.\n\n**Zie ook:** [printen](#b)\n\n## B {#b}\n\nOver printen.'

    expect(await idsFor(chapter, 'printen')).toEqual(['b'])
  })

  it('survives names that objects have by themselves', async () => {
    const chapter = '## constructor {#constructor}\n\n__proto__ toString hasOwnProperty'

    expect(await idsFor(chapter, 'constructor __proto__ valueOf')).toEqual(['constructor'])
  })
})

describe('a large handbook', () => {
  const entryOf = (i: number): Entry => ({
    title: `Onderwerp ${i}`,
    text: `Paragraaf ${i} over wachtwoorden, laptops en onderwerp${i % 50}. `.repeat(10),
    keywords: [`trefwoord${i}`],
    questions: [`hoe zit het met onderwerp ${i}`],
  })

  it('is built in small steps, so that others get a turn', async () => {
    let turns = 0
    let building = true
    const others = () => {
      turns += 1
      if (building) setImmediate(others)
    }
    setImmediate(others)

    const started = performance.now()
    await buildIndex([...Array(2_000).keys()], entryOf)
    building = false

    // One turn for each 50 ms at least; a build in one go gives one or two turns in all.
    expect(turns).toBeGreaterThanOrEqual((performance.now() - started) / 50)
    expect(turns).toBeGreaterThan(5)
  }, 30_000)
})
