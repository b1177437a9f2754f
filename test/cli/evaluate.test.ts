/** `npm run evaluate`: how well a handbook answers judged questions. */
import { join } from 'node:path'
import { EvaluationJson } from '../../bot/contract/json.ts'
import { aFolder, removeFolders, WATERVEEN } from '../knowledge/waterveen.ts'
import { hostCommands } from './host-commands.ts'
import { runCommand } from './run-command.ts'

const TIMEOUT_MS = 30_000
afterAll(removeFolders)

const hosted = hostCommands()

const QUESTIONS = [
  '{"question":"mag ik thuis printen","sections":["thuiswerken-printen"],"answerable":true,"extra":1}',
  '{"turns":["hoi","mag ik thuis printen"],"sections":["thuiswerken-printen"]}',
  '{"question":"ik heb op een foute link geklikt","sections":["incident-foute-link"],"answerable":true,"incident":true}',
].join('\n')

const evaluate = (questions: string, ...args: readonly string[]) => {
  const file = join(aFolder({ 'vragen.jsonl': questions }), 'vragen.jsonl')
  return hosted({}, 'evaluate', '--handbook', WATERVEEN, '--questions', file, ...args)
}

it(
  'reports as JSON',
  async () => {
    const { code, output } = await evaluate(QUESTIONS, '--json')

    const evaluation = EvaluationJson.strict().parse(JSON.parse(output))
    expect(code).toBe(0)
    expect(evaluation).toMatchObject({
      questions: 3,
      recall3: 1,
      incident: { caught: 1, missed: 0 },
    })
  },
  TIMEOUT_MS,
)

it(
  'reports for people',
  async () => {
    const { output } = await evaluate(QUESTIONS)

    expect(output).toMatch(/^3 questions, \d of them answerable\nranking +MRR@10 \d\.\d{3} /)
  },
  TIMEOUT_MS,
)

it.each([
  ['no JSON', `${QUESTIONS}\nkapot`, /vragen\.jsonl, line 4: is not JSON/],
  ['a missing field', '\n{"question":"x","sections":[]}', /vragen\.jsonl, line 2: "answerable" /],
])(
  'names file and line of %s',
  async (_name, questions, message) => {
    const { code, output, errors } = await evaluate(questions)

    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
  },
  TIMEOUT_MS,
)

it(
  'tells how to use it',
  async () => {
    const { code, errors } = await runCommand('evaluate')

    expect(code).toBe(1)
    expect(errors).toMatch(/^usage: npm run evaluate -- --handbook DIR --questions FILE/)
  },
  TIMEOUT_MS,
)
