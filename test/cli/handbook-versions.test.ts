/** `npm run handbook`: from a folder to what the bot answers, beside a bot that runs, and back. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openStorage } from '../../bot/open-storage.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { aMunicipality, type Municipality, ORGANISATION } from '../journey/municipality.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { type BotProcess, startBot } from '../stand-ins/bot-process.ts'
import { type Connector, startConnector } from '../stand-ins/connector.ts'
import { readFixture } from '../stand-ins/fixture.ts'
import { hostCommands } from './host-commands.ts'
import { runCommandIn } from './run-command.ts'

const FRONT = '---\ntitle: Werken\nowner: ciso@heidemeer.example\nreview: 2031-01-01\n---\n'
const chapter = (answer: string) => `${FRONT}\n## Mag ik thuis printen? {#printen}\n\n${answer}\n`
const BEFORE = chapter('Nee, print op kantoor.')
const AFTER = chapter('Ja, op de printer van de gemeente.')

let municipality: Municipality
beforeEach(() => {
  municipality = aMunicipality(0)
  writeFileSync(join(handbookFolder(), '01-werken.md'), BEFORE)
})
afterEach(() => municipality.remove())
afterAll(removeFolders)

const handbookFolder = () => join(dirname(dirname(municipality.databaseFile)), 'handbook')
const hosted = hostCommands()
const handbook = (...args: readonly string[]) => hosted(municipality.variables, 'handbook', ...args)

async function draftOf(folder: string): Promise<string> {
  const { output } = await handbook('import', folder, '--note', 'printers besteld')
  return /^Draft (\w+)\./m.exec(output)?.[1] ?? ''
}

describe('a bot that runs', () => {
  let connector: Connector
  let bot: BotProcess
  let asked = 0
  beforeEach(async () => {
    connector = await startConnector()
    bot = startBot(municipality.variables)
    await bot.port
  })
  afterEach(async () => {
    await bot.stop()
    await connector.close()
  })

  /** What the bot says, in full. */
  async function answer(): Promise<string> {
    asked += 1
    const id = `question-${asked}`
    const port = await bot.port
    const before = connector.messages().length
    await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...readFixture('message-personal'),
        ...{
          id,
          text: `mag ik thuis printen ${'?'.repeat(asked)}`,
          serviceUrl: connector.serviceUrl,
        },
      }),
    })
    await connector.waitForMessages(before + 1)
    return JSON.stringify(connector.messages().at(-1))
  }

  /** A bot that runs looks every two seconds. */
  async function answerWith(text: string): Promise<string> {
    for (;;) {
      const said = await answer()
      if (said.includes(text)) return said
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  it('answers from a folder once it is published, and says what it said before, byte for byte', async () => {
    const first = await answer()
    expect(first).toContain('print op kantoor')
    const folder = aFolder({ '01-werken.md': AFTER })

    const draft = await draftOf(folder)
    const shown = await handbook('publish', draft)
    expect(shown.output).toContain('[-Nee-]{+Ja+}, ')
    expect((await handbook('versions')).output.trim().split('\n')).toHaveLength(1)
    expect(await answer()).toContain('print op kantoor')

    const { code } = await runCommandIn(
      municipality.variables,
      'handbook',
      'publish',
      draft,
      '--yes',
    )
    expect(code).toBe(0)
    expect(await answerWith('printer van de gemeente')).toContain('versie 2')

    await handbook('rollback', '1')
    expect(await answerWith('print op kantoor')).toContain('versie 3')
    const out = join(aFolder({}), 'version')
    await handbook('export', '3', out)
    expect(readFileSync(join(out, '01-werken.md'), 'utf8')).toBe(BEFORE)
    const { output } = await handbook('versions')
    expect(output.split('\n').map((line) => line.trim().split(/\s+/)[0])).toEqual([
      ...['3', '2', '1', ''],
    ])
    expect(output).toMatch(/^ +3 .* brings back 1$/m)
    expect(output).toMatch(/^ +2 .* by command line {2}"printers besteld"$/m)
  }, 60_000)

  it('answers from what is published after a start, whatever the folder says', async () => {
    const draft = await draftOf(aFolder({ '01-werken.md': AFTER }))
    await handbook('publish', draft, '--yes')
    await bot.stop()

    bot = startBot(municipality.variables)

    expect(await answer()).toContain('printer van de gemeente')
  }, 60_000)
})

describe('publishes nothing', () => {
  beforeEach(async () => {
    const storage = await openStorage({ dataDir: dirname(municipality.databaseFile) }, 'bot')
    const files = filesIn(handbookFolder())
    const first = { files, author: 'installation', note: '', publishedAt: 0 }
    await storage.stores.handbooks.publish(ORGANISATION, first, 0)
    await storage.close()
  })

  it('of a folder with errors, and names file and line', async () => {
    const broken = await handbook('import', aFolder({ '01.md': `${BEFORE}\nZie [x](#nergens).` }))

    expect(broken.code).toBe(1)
    expect(broken.errors).toMatch(/^01\.md, line \d+: .*#nergens/)
    expect((await handbook('drafts')).output).toBe('No drafts.\n')
  })

  it('of a folder that says the same', async () => {
    const { output } = await handbook('import', aFolder({ '01-werken.md': BEFORE }))

    expect(output).toContain('no draft was made')
  })

  it('of a change that a second person must look at, unless it says why nobody did', async () => {
    const draft = await draftOf(aFolder({ '01-werken.md': chapter('Nee. Bel 088-000 0300.') }))

    const refused = await handbook('publish', draft, '--yes')
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('--alone "why"')])
    expect(refused.errors).toContain('! a telephone number changes')

    const { code } = await handbook('publish', draft, '--yes', '--alone', 'the number is dead')
    expect(code).toBe(0)
    const { output } = await handbook('versions')
    expect(output).toMatch(/^ +2 /m)
    const storage = await openStorage({ dataDir: dirname(municipality.databaseFile) }, 'bot')
    const audit = await storage.stores.audit.list(ORGANISATION)
    await storage.close()
    expect(audit).toContainEqual(
      expect.objectContaining({
        ...{ action: 'published-alone', object: '2', details: { why: 'the number is dead' } },
      }),
    )
  })

  it('of a draft that loses questions, unless it says that it knows', async () => {
    const asked = (answer: string, question: string) =>
      chapter(`<!-- vraagbaak\nquestions: ["${question}"]\n-->\n\n${answer}`).replace(
        '}\n\n<!--',
        '}\n<!--',
      )
    const first = aFolder({ '01-werken.md': asked('Nee.', 'mag de kanarie mee naar kantoor') })
    await handbook('publish', await draftOf(first), '--yes')
    const draft = await draftOf(aFolder({ '01-werken.md': BEFORE }))

    const refused = await handbook('publish', draft, '--yes')
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('--accept-lost')])
    expect(refused.errors).toContain('- "mag de kanarie mee naar kantoor" (example): first')

    expect(await handbook('publish', draft, '--yes', '--accept-lost')).toMatchObject({ code: 0 })
  })

  it('of a draft that was made before another version came, and loses neither', async () => {
    const mine = await draftOf(aFolder({ '01-werken.md': AFTER }))
    const theirs = await draftOf(aFolder({ '01-werken.md': chapter('Soms.') }))
    await handbook('publish', theirs, '--yes')

    const { code, errors } = await handbook('publish', mine, '--yes')

    expect([code, errors]).toEqual([1, expect.stringContaining('version 2 came after')])
    expect((await handbook('drafts')).output).toContain(mine)
    expect((await handbook('versions')).output).not.toMatch(/^ +3 /m)
  })

  it.each([
    ['a version that is not there', ['rollback', '9'], 'no such version'],
    ['the version that holds', ['rollback', '1'], 'it is the current one'],
    ['a word', ['rollback', 'gisteren'], '"gisteren" is no version'],
    ['a draft that is not there', ['publish', 'x', '--yes'], 'there is no draft x'],
    ['a command that it does not know', ['puplish', 'x'], 'Say what to do:'],
  ])('of %s', async (_, args, words) => {
    const { code, errors } = await handbook(...args)

    expect([code, errors]).toEqual([1, expect.stringContaining(words)])
    expect((await handbook('versions')).output.trim().split('\n')).toHaveLength(1)
  })

  it('into a folder that holds something', async () => {
    const folder = aFolder({ 'keep.md': 'x' })
    mkdirSync(join(folder, 'sub'))

    const { code, errors } = await handbook('export', '1', folder)

    expect([code, errors]).toEqual([1, expect.stringContaining('is not empty')])
    expect(readFileSync(join(folder, 'keep.md'), 'utf8')).toBe('x')
  })
})
