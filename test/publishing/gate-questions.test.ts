/** Gate questions: everything that a draft is asked, each once, and of few people nothing. */
import { join } from 'node:path'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../../bot/load-organisations.ts'
import { gateQuestions, loadGoldenQuestions } from '../../bot/publishing/gate-questions.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'

afterAll(removeFolders)

const lines = (...values: readonly unknown[]) => values.map((one) => JSON.stringify(one)).join('\n')
const goldenFile = (...values: readonly unknown[]) =>
  join(aFolder({ 'golden.jsonl': lines(...values) }), 'golden.jsonl')
const judged = (question: string, sections: readonly string[]) => ({
  ...{ question, sections, answerable: sections.length > 0 },
})
const handbook = (id: string, question: string) =>
  readHandbook(
    new Map([
      ['01.md', `## A {#${id}}\n<!-- vraagbaak\nquestions: [${question}]\n-->\n\nTekst.\n`],
    ]),
  ).handbook
const both = { before: handbook('oud', 'mag oud'), after: handbook('nieuw', 'mag nieuw') }

describe.each(engines)('gate questions on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  const gap = (id: string, question: string, askerTag: string) =>
    storage.stores.gaps.add('waterveen', {
      ...{ id, question, askerTag, origin: 'no-answer', day: '2026-12-01' },
    })
  const ask = (goldenQuestions?: string) =>
    gateQuestions(
      anOrganisation({ id: 'waterveen', ...(goldenQuestions ? { goldenQuestions } : {}) }),
      both,
      storage.stores,
    )

  it('come from judges, employees, gaps and both handbooks', async () => {
    const file = goldenFile(judged('mag ik printen', ['printen']), judged('wat eten we', []))
    await storage.stores.helpfulQuestions.add('waterveen', {
      ...{ question: 'printer thuis', section: 'printen', day: '2026-12-01' },
    })
    for (const who of ['1', '2', '3']) await gap(who, 'mag de drone boven de haven', who)

    expect(await ask(file)).toEqual([
      { question: 'mag ik printen', source: 'golden', sections: ['printen'] },
      { question: 'wat eten we', source: 'golden', sections: [] },
      { question: 'printer thuis', source: 'helpful', sections: ['printen'] },
      { question: 'mag oud', source: 'example', sections: ['oud'] },
      { question: 'mag nieuw', source: 'example', sections: ['nieuw'] },
      { question: 'mag de drone boven de haven', source: 'gap', sections: [] },
    ])
  })

  it('hold no words of fewer than three people who got no answer', async () => {
    await gap('1', 'mag de drone boven de haven', 'one')
    await gap('2', 'mag de drone boven de haven', 'other')
    await gap('3', 'mag de drone boven de haven', 'other')

    expect((await ask()).filter(({ source }) => source === 'gap')).toEqual([])
  })

  it('hold nothing of another organisation', async () => {
    await storage.stores.helpfulQuestions.add('lindedam', {
      ...{ question: 'printer thuis', section: 'printen', day: '2026-12-01' },
    })

    expect((await ask()).map(({ source }) => source)).toEqual(['example', 'example'])
  })
})

it('leave out what cannot be asked by itself, or has no judgement', () => {
  const goldenQuestions = goldenFile(
    { turns: ['mag ik printen', 'en thuis?'], sections: ['printen'] },
    { question: 'zonder oordeel', sections: [], answerable: true },
    judged('mag ik printen', ['printen']),
  )

  expect(loadGoldenQuestions({ goldenQuestions }).map(({ question }) => question)).toEqual([
    'mag ik printen',
  ])
})

it('say which line of the file is wrong', () => {
  const goldenQuestions = goldenFile(judged('mag ik printen', []), { question: '' })

  expect(() => loadGoldenQuestions({ goldenQuestions })).toThrow('golden.jsonl, line 2')
})

it('are those of the sample municipality, wherever the bot is started from', () => {
  const [waterveen] = loadOrganisations(SAMPLE_ORGANISATIONS)

  expect(loadGoldenQuestions(waterveen ?? {}).length).toBeGreaterThan(400)
})
