/** `npm run ask`: one question, for people and for scripts. */
import { AskJson } from '../../bot/contract/json.ts'
import { hostCommands } from './host-commands.ts'
import { runCommand } from './run-command.ts'

const TIMEOUT_MS = 30_000

const hosted = hostCommands()

it(
  'answers as JSON from the right section',
  async () => {
    const { code, output } = await runCommand(
      'ask',
      'mag ik een brief scannen met camscanner',
      '--json',
    )

    const answer = AskJson.strict().parse(JSON.parse(output))
    expect(code).toBe(0)
    expect(answer.kind).toBe('answer')
    expect(answer.sections[0]?.id).toBe('thuiswerken-scan-apps')
    expect(answer.text).toContain('§ 5.9')
    expect(answer.confidence).toBeGreaterThan(0)
  },
  TIMEOUT_MS,
)

it(
  'takes a question without quotes, and reads an incident',
  async () => {
    const { output } = await hosted({}, 'ask', ...'ik heb op een foute link geklikt'.split(' '))

    expect(output).toMatch(/^Meld dit nu\. Bel 088-000 0100\./)
  },
  TIMEOUT_MS,
)

it(
  'gives the JSON of an incident its section, and no confidence',
  async () => {
    const { output } = await hosted({}, 'ask', '--json', 'ik heb op een foute link geklikt')

    expect(AskJson.parse(JSON.parse(output))).toMatchObject({
      kind: 'incident',
      sections: [{ id: 'incident-foute-link' }],
      confidence: 0,
    })
  },
  TIMEOUT_MS,
)

it.each([
  [
    'a handbook that is not there',
    ['vraag', '--handbook', '/nergens'],
    /^\/nergens does not exist: /,
  ],
  ['an option that it does not know', ['vraag', '--jsn'], /'--jsn'/],
])(
  'refuses %s in one line',
  async (_name, args, message) => {
    const { code, output, errors } = await runCommand('ask', ...args)

    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
    expect(errors.trim().split('\n')).toHaveLength(1)
  },
  TIMEOUT_MS,
)
