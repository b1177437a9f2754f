/** `npm run gaps`: what the handbook did not answer, for people and for scripts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GapsJson } from '../../bot/contract/json.ts'
import { openStorage } from '../../bot/open-storage.ts'
import { hostCommands } from './host-commands.ts'
import { runCommandIn } from './run-command.ts'

const TIMEOUT_MS = 30_000
const QUESTION = 'mag ik met de drone boven het havenfeest filmen'

let dataDir: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-gaps-'))
  const storage = await openStorage({ dataDir }, 'bot')
  const day = new Date().toISOString().slice(0, 10)
  for (const askerTag of ['a', 'b', 'c']) {
    const gap = { question: QUESTION, origin: 'no-answer', askerTag, day } as const
    await storage.stores.gaps.add('waterveen', { ...gap, id: askerTag })
  }
  await storage.close()
})
afterAll(() => rmSync(dataDir, { recursive: true }))

const hosted = hostCommands()

it(
  'shows groups as JSON and as text',
  async () => {
    const json = await runCommandIn({ DATA_DIR: dataDir }, 'gaps', '--json')
    const text = await hosted({ DATA_DIR: dataDir }, 'gaps')

    expect(json.errors).toBe('')
    expect(GapsJson.strict().parse(JSON.parse(json.output))).toEqual({
      days: 30,
      groups: [{ question: QUESTION, times: 3, people: 3 }],
    })
    expect([text.code, text.errors]).toEqual([0, ''])
    expect(text.output.replace(/\s+/g, ' ')).toContain(QUESTION)
  },
  TIMEOUT_MS,
)

it(
  'refuses an organisation that is not there in one line',
  async () => {
    const { code, output, errors } = await hosted(
      { DATA_DIR: dataDir },
      'gaps',
      '--organisation',
      'elders',
    )

    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(/^--organisation elders is none of waterveen\n$/)
  },
  TIMEOUT_MS,
)
