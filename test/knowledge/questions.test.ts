/** Questions files: judged questions and dialogues, one a line. */
import { readTrials } from '../../knowledge/questions.ts'
import { aFolder, removeFolders } from './waterveen.ts'

afterAll(removeFolders)

const fileWith = (text: string) => `${aFolder({ 'vragen.jsonl': text })}/vragen.jsonl`

it('reads a question, with "incident" false when absent and unknown keys ignored', () => {
  const file = fileWith('{"question":"mag dat","sections":["a"],"answerable":true,"note":1}\n')

  expect(readTrials(file)).toEqual([
    { question: 'mag dat', sections: ['a'], answerable: true, incident: false, earlier: [] },
  ])
})

it('judges the last turn of a dialogue', () => {
  const file = fileWith('{"turns":["mag thuis printen","en scannen?"],"sections":["scan"]}')

  expect(readTrials(file)).toEqual([
    {
      question: 'en scannen?',
      earlier: ['mag thuis printen'],
      sections: ['scan'],
      answerable: true,
      incident: false,
    },
  ])
})

it('takes a dialogue without right sections for one that cannot be answered', () => {
  expect(readTrials(fileWith('{"turns":["hoi"],"sections":[]}'))[0]?.answerable).toBe(false)
})

it('reads files as other programs save them', () => {
  const line = '{"question":"x","sections":[],"answerable":false}'

  expect(readTrials(fileWith(`\uFEFF${line}\r\n\r\n  ${line}\r\n`))).toHaveLength(2)
  expect(readTrials(fileWith(''))).toEqual([])
})

it.each([
  ['no JSON', 'vraag', 'is not JSON'],
  ['no question', '{"sections":[],"answerable":true}', '"question"'],
  ['an empty question', '{"question":"","sections":[],"answerable":true}', '"question"'],
  ['no sections', '{"question":"x","answerable":true}', '"sections"'],
  [
    'a section that is no text',
    '{"question":"x","sections":[1],"answerable":true}',
    '"sections.0"',
  ],
  ['no verdict', '{"question":"x","sections":[]}', '"answerable"'],
  ['no object', '[]', ''],
])('names file, line and field of a line with %s', (_, line, field) => {
  const file = fileWith(`\n{"question":"x","sections":[],"answerable":false}\n${line}\n`)

  expect(() => readTrials(file)).toThrow(`${file}, line 3: ${field}`)
})
