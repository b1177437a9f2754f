/** `npm run handbook -- check DIR`: what an editor hears, and whether a script may go on. */
import { aFolder, removeFolders, WATERVEEN } from '../knowledge/waterveen.ts'
import { hostCommands } from './host-commands.ts'
import { runCommand } from './run-command.ts'

const TIMEOUT_MS = 30_000
afterAll(removeFolders)

const hosted = hostCommands()
const check = (folder: string) => hosted({}, 'handbook', 'check', folder)

const FRONT = '---\ntitle: Thuis\nowner: ciso@waterveen.example\nreview: 2027-03-01\n---\n'
const SECTION = '## Mag ik thuis printen? {#printen}\n\nNee, print op kantoor.\n'

it(
  'finds the sample handbook in order',
  async () => {
    const { code, output } = await runCommand('handbook', 'check', WATERVEEN)

    expect(code).toBe(0)
    expect(output).toMatch(/^14 chapters, 100 sections, version .+: 0 errors, 0 warnings\n$/)
  },
  TIMEOUT_MS,
)

it.each([
  ['a link to nowhere', `${FRONT}${SECTION}\nZie [scannen](#scannen).`, 6, 'dead-link'],
  ['an id used twice', `${FRONT}${SECTION}\n${SECTION}`, 10, 'repeated-id'],
  ['a section without text', `${FRONT}## Leeg {#leeg}\n`, 6, 'empty-section'],
  ['a section that is too long', `${FRONT}${SECTION}\n${'woord '.repeat(400)}`, 6, 'long-section'],
  ['a chapter without owner', SECTION, 1, 'owner'],
  ['a chapter without review date', SECTION, 1, 'review'],
  ['a wrong date', `---\ntitle: T\nreview: binnenkort\n---\n${SECTION}`, 3, 'front-matter'],
  [
    'an unknown field of a section',
    `${FRONT}## A {#a}\n<!-- vraagbaak\nkeyword: [printen]\n-->\n\nTekst.\n`,
    8,
    'section-metadata',
  ],
  [
    'first aid of too few steps',
    `${FRONT}## A {#a}\n<!-- vraagbaak\nincident: [malware]\n-->\n\nBel.\n\n1. Bel.\n`,
    6,
    'first-aid',
  ],
])(
  'names file, line and rule of %s',
  async (_name, chapter, line, rule) => {
    const { code, output } = await check(aFolder({ 'thuis.md': chapter }))

    const told = output.split('\n').filter((text) => text.endsWith(`(error: ${rule})`))
    expect(code).toBe(1)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(new RegExp(`^thuis\\.md, line ${line}: .{10}`))
  },
  TIMEOUT_MS,
)

it(
  'goes on after warnings',
  async () => {
    const folder = aFolder({ 'thuis.md': `${FRONT}## Zonder id\n\nTekst.\n` })
    const { code, output } = await check(folder)

    expect(output).toMatch(/thuis\.md, line 6: .+ \(warning: no-id\)/)
    expect(code).toBe(0)
  },
  TIMEOUT_MS,
)

it.each([
  ['an empty folder', ['check', aFolder({})], /holds no Markdown file/],
  ['a folder that is not there', ['check', '/nergens'], /^\/nergens does not exist/],
  ['no folder', ['check'], /npm run handbook -- check DIR/],
  ['a command that it does not know', ['chek', WATERVEEN], /^Say what to do:/],
])(
  'refuses %s',
  async (_name, args, message) => {
    const { code, output, errors } = await hosted({}, 'handbook', ...args)

    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
  },
  TIMEOUT_MS,
)
