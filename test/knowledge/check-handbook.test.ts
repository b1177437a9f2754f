/** Checking a handbook: every rule, each with file and line. */

import { checkHandbook } from '../../knowledge/check-handbook.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { describeProblem } from '../../knowledge/problem.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { aFolder, removeFolders, WATERVEEN } from './waterveen.ts'

afterAll(removeFolders)

const FRONT = '---\ntitle: Thuis\nowner: ciso@waterveen.example\nreview: 2027-03-01\n---\n'
const check = (files: Readonly<Record<string, string>>) =>
  checkHandbook(readHandbook(filesIn(aFolder(files))))
const problemsOf = (body: string) => check({ 'thuis.md': `${FRONT}\n${body}` })

it('finds nothing wrong with a good section', () => {
  expect(problemsOf('## A {#a}\n\nJa, dat mag.')).toEqual([])
})

it('finds nothing wrong with the sample handbook', () => {
  expect(checkHandbook(readHandbook(filesIn(WATERVEEN))).map(describeProblem)).toEqual([])
})

it.each([
  ['empty-section', '## A {#a}\n\n## B {#b}\n\nTekst.', 7, '"a" has no text'],
  ['long-section', `## A {#a}\n\n${'woord '.repeat(401)}`, 7, '401 words, at most 400'],
  ['dead-link', '## A {#a}\n\nZie [b](#b).', 7, 'links to #b'],
  ['short-answer', '## A {#a}\n\n- alleen een lijst', 7, 'no paragraph'],
  ['repeated-id', '## A {#a}\n\nx\n\n## B {#a}\n\ny', 11, 'already used in thuis.md, line 7'],
  ['long-id', `## A {#${'a'.repeat(101)}}\n\nx`, 7, 'longer than 100'],
  ['no-id', '## A\n\nx', 7, 'has no {#id}'],
  [
    'first-aid',
    '## A {#a}\n<!-- vraagbaak\nincident: [malware]\n-->\n\nBel.\n\n1. Een\n2. Twee',
    7,
    'at least 3 steps',
  ],
])('%s is told with its line', (rule, body, line, message) => {
  const found = problemsOf(body).filter((problem) => problem.rule === rule)

  expect(found).toMatchObject([{ file: 'thuis.md', line }])
  expect(found[0]?.message).toContain(message)
})

it('allows exactly 400 words, and exactly three steps', () => {
  const steps = '<!-- vraagbaak\nincident: [malware]\n-->\n\nBel.\n\n1. Een\n2. Twee\n3. Drie'

  expect(problemsOf(`## A {#a}\n\n${'woord '.repeat(400)}`)).toEqual([])
  expect(problemsOf(`## A {#a}\n${steps}`)).toEqual([])
})

it('follows links between chapters', () => {
  const files = { 'a.md': `${FRONT}## A {#a}\n\nZie [b](#b).`, 'b.md': `${FRONT}## B {#b}\n\nx` }

  expect(check(files)).toEqual([])
})

it('asks for an owner and a review date', () => {
  const rules = check({ 'a.md': '## A {#a}\n\nx' }).map(({ rule }) => rule)

  expect(rules).toEqual(['owner', 'review'])
})

it('gives problems of reading and of content in order of file and line', () => {
  const places = check({
    'b.md': `${FRONT}## B {#b}\n\n[x](#x)\n\n## C {#c}`,
    'a.md': '---\nx: 1\n---\n## A {#a}\n\n[x](#x)',
  }).map(({ file, line }) => `${file}:${line}`)

  expect([...new Set(places)]).toEqual(['a.md:2', 'a.md:4', 'b.md:6', 'b.md:10'])
})

it('says it in one line that an editor can use', () => {
  const [problem] = problemsOf('## A {#a}\n\nZie [b](#b).')

  expect(problem && describeProblem(problem)).toBe(
    'thuis.md, line 7: "a" links to #b, which no section has (error: dead-link)',
  )
})
