/** Gate: what would be answered worse or better by the next version, and nothing else. */
import {
  askGate,
  exampleQuestions,
  type GateQuestion,
  type GateSource,
  onceEach,
} from '../../knowledge/gate.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { type KnowledgeBase, openKnowledgeBase } from '../../knowledge/knowledge-base.ts'

const meta = (lines: string) => `<!-- vraagbaak\n${lines}\n-->\n\n`
const PRINTING = '## Mag ik thuis printen? {#printen}\n\nNee, print op kantoor.\n'
const WIFI = '## Hoe beveilig ik mijn wifi? {#wifi}\n\nKies een lang wachtwoord voor je router.\n'
const PASS = '## Wat doe ik met mijn toegangspas? {#pas}\n\nDraag je pas zichtbaar.\n'
const THEFT = `## Laptop gestolen? {#diefstal}\n${meta('incident: [lost-or-stolen]')}Bel meteen.\n\n1. Bel.\n2. Blokkeer.\n3. Meld.\n`

const filesOf = (...sections: readonly string[]): HandbookFiles =>
  new Map([['01.md', sections.join('\n')]])
const open = (...sections: readonly string[]) => openKnowledgeBase(filesOf(...sections))
const ask = (question: string, sections: readonly string[], source: GateSource = 'golden') =>
  ({ question, sections, source }) satisfies GateQuestion

/** They say the same, so nobody can tell which is meant. */
const rivalsOf = (section: string) =>
  ['een', 'twee', 'drie'].map((id) => section.replace(/#\w+/, `#${id}`))

const base = [PRINTING, WIFI, PASS, THEFT]
let before: KnowledgeBase
beforeAll(async () => {
  before = await open(...base)
})

describe('a question that was answered', () => {
  const printing = ask('mag ik thuis printen', ['printen'])

  it('is lost when its section is gone, and the report says what it gets instead', async () => {
    const after = await open(WIFI, PASS, THEFT, '## Printen {#oud}\n\nMag ik thuis printen? Ja.\n')

    const { regressions, asked } = await askGate([printing], before, after)

    expect(asked).toBe(1)
    expect(regressions).toEqual([
      {
        question: printing.question,
        source: 'golden',
        before: 'answered',
        after: 'lost',
        section: 'oud',
      },
    ])
  })

  it('is told as a choice when another section now says much the same', async () => {
    const after = await open(...base, ...rivalsOf(PRINTING))

    const { regressions } = await askGate([printing], before, after)

    expect(regressions).toMatchObject([{ before: 'answered', after: 'suggested' }])
  })

  it('is no news when another right section answers it, or nothing changed', async () => {
    const either = ask('mag ik thuis printen', ['printen', 'afdrukken'])
    const renamed = PRINTING.replace('{#printen}', '{#afdrukken}')

    const same = await askGate([either], before, await open(renamed, WIFI, PASS, THEFT))

    expect(same).toEqual({ asked: 1, regressions: [], improvements: [] })
    expect(await askGate([printing], before, before)).toEqual(same)
  })
})

it('a question that becomes answered is an improvement', async () => {
  const desk = '## Wie belt de servicedesk? {#desk}\n\nBel de servicedesk zelf.\n'
  const asked = ask('wie belt de servicedesk', ['desk'], 'example')

  const { improvements, regressions } = await askGate([asked], before, await open(...base, desk))

  expect(improvements).toMatchObject([{ before: 'lost', after: 'answered', section: 'desk' }])
  expect(regressions).toEqual([])
})

it('an answer to what must not be answered is a regression, and its loss an improvement', async () => {
  const lunch = ask('wat eten we vanmiddag in de kantine', [])
  const after = await open(...base, '## Wat eten we vanmiddag in de kantine? {#kantine}\n\nSoep.\n')

  const there = await askGate([lunch], before, after)
  const back = await askGate([lunch], after, before)

  expect(there.regressions).toMatchObject([{ after: 'answered', section: 'kantine' }])
  expect(back.regressions).toEqual([])
  expect(back.improvements).toMatchObject([{ before: 'answered' }])
})

it('any answer to a gap is news, and that it is gone is none: nobody said that it was right', async () => {
  const gap = ask('mag de drone boven de haven', [], 'gap')
  const after = await open(...base, '## Mag de drone boven de haven? {#drone}\n\nNee.\n')

  const there = await askGate([gap], before, after)

  expect(there.improvements).toMatchObject([{ after: 'answered', section: 'drone' }])
  expect(await askGate([gap], after, before)).toEqual({
    asked: 1,
    regressions: [],
    improvements: [],
  })
})

it('a report of an incident is answered by the section that first aid comes from', async () => {
  const stolen = ask('mijn laptop is net gestolen uit de trein', ['diefstal'])
  const withoutAid = await open(PRINTING, WIFI, PASS, THEFT.replace('[lost-or-stolen]', '[]'))

  const { regressions } = await askGate([stolen], before, withoutAid)

  expect(regressions).toMatchObject([{ before: 'answered', after: 'lost' }])
})

it('tells the worst first: a wrong answer, then none, then a choice', async () => {
  const after = await open(
    ...[WIFI, THEFT],
    '## Mag ik thuis printen? {#anders}\n\nJa hoor, thuis printen mag.\n',
    ...rivalsOf(WIFI),
    '## Wat eten we vanmiddag in de kantine? {#kantine}\n\nSoep.\n',
  )
  const questions = [
    ask('hoe beveilig ik mijn wifi', ['wifi']),
    ask('wat eten we vanmiddag in de kantine', []),
    ask('wat doe ik met mijn toegangspas', ['pas']),
    ask('mag ik thuis printen', ['printen']),
  ]

  const { regressions } = await askGate(questions, before, after)

  expect(regressions.map(({ question }) => question.split(' ').at(-1))).toEqual([
    ...['printen', 'toegangspas', 'kantine', 'wifi'],
  ])
})

it('lets others have a turn at least every few milliseconds', async () => {
  const questions = Array.from({ length: 300 }, (_, i) =>
    ask(`hoe beveilig ik mijn wifi ${i}`, ['wifi']),
  )
  let turns = 0
  let busy = true
  const others = () => {
    turns += 1
    if (busy) setImmediate(others)
  }
  setImmediate(others)

  const started = performance.now()
  await askGate(questions, before, before)
  busy = false

  expect(turns).toBeGreaterThanOrEqual((performance.now() - started) / 50)
  expect(turns).toBeGreaterThan(1)
})

it('asks the example questions of both, also of a section that went', async () => {
  const withExample = `## A {#a}\n${meta('questions: [mag a, Mag B]')}Tekst.\n`
  const other = `## C {#c}\n${meta('questions: [mag b]')}Tekst.\n`

  const found = exampleQuestions((await open(withExample)).handbook, (await open(other)).handbook)

  expect(onceEach(found)).toEqual([
    { question: 'mag a', source: 'example', sections: ['a'] },
    { question: 'Mag B', source: 'example', sections: ['a', 'c'] },
  ])
})

it('believes a judge above an employee, an employee above the editor, and asks once', () => {
  const all = [
    ask('Mag dat?', [], 'gap'),
    ask('mag dat?', ['c'], 'example'),
    ask('mag dat? ', ['b'], 'helpful'),
    ask('mag dat?', ['a'], 'golden'),
    ask('mag dit?', ['b'], 'helpful'),
    ask('mag dit?', ['c'], 'example'),
  ]

  expect(onceEach(all)).toEqual([
    ask('mag dat?', ['a'], 'golden'),
    ask('mag dit?', ['b'], 'helpful'),
  ])
})
