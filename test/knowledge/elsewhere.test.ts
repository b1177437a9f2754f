/** Elsewhere: topics that the handbook is not for, and who does know. */

import { DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import { readElsewhere } from '../../knowledge/elsewhere.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { createKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { aFolder, removeFolders, WATERVEEN } from './waterveen.ts'

afterAll(removeFolders)

const TOPIC = `topics:
  - topic: verlof
    ask: het HR-servicepunt
    questions: ["hoeveel vakantiedagen heb ik nog", "hoe vraag ik verlof aan"]
`

it('reads the topics, keywords being optional', () => {
  expect(readElsewhere(new Map([['elsewhere.yaml', TOPIC]]))).toEqual([
    {
      topic: 'verlof',
      ask: 'het HR-servicepunt',
      keywords: [],
      questions: ['hoeveel vakantiedagen heb ik nog', 'hoe vraag ik verlof aan'],
    },
  ])
})

it('has none without a file', () => {
  expect(readElsewhere(new Map())).toEqual([])
})

it.each([
  [
    'no questions',
    'topics:\n  - topic: a\n    ask: b\n    questions: []',
    'line 4: "topics.0.questions"',
  ],
  ['nobody to ask', 'topics:\n  - topic: a\n    questions: [c]', 'line 2: "topics.0.ask"'],
  [
    'an unknown field',
    'topics:\n  - topic: a\n    vraag: b\n    ask: b\n    questions: [c]',
    'line 3: "vraag"',
  ],
])('names file, line and field of a topic with %s', (_, source, place) => {
  expect(() => readElsewhere(new Map([['elsewhere.yaml', source]]))).toThrow(
    `elsewhere.yaml, ${place}`,
  )
})

describe('in a handbook', () => {
  const folder = aFolder({
    'a.md': '## Mag ik thuis printen? {#printen}\n\nNee, print op kantoor.\n',
    'elsewhere.yaml': TOPIC,
  })
  const knowledge = createKnowledgeBase(readHandbook(filesIn(folder)).handbook, {
    thesaurus: emptyThesaurus,
    calibration: { ...DEFAULT_CALIBRATION, suggestFrom: 0 },
    elsewhere: readElsewhere(filesIn(folder)),
  })

  it('sends a question about a topic elsewhere, and never to a section', async () => {
    const finding = (await knowledge).find('hoeveel vakantiedagen heb ik nog')

    expect(finding).toMatchObject({ band: 'none', elsewhere: { ask: 'het HR-servicepunt' } })
  })

  it('leaves a question that the handbook answers alone', async () => {
    const finding = (await knowledge).find('mag ik thuis printen')

    expect(finding.elsewhere).toBeUndefined()
    expect(finding.hits.map(({ item }) => item.id)).toEqual(['printen'])
  })
})

it('sends nobody elsewhere with a question that the sample handbook lists', () => {
  const { handbook } = readHandbook(filesIn(WATERVEEN))
  const listed = new Set(handbook.sections.flatMap(({ questions }) => questions))

  expect(
    readElsewhere(filesIn(WATERVEEN)).flatMap((one) => one.questions.filter((q) => listed.has(q))),
  ).toEqual([])
})
