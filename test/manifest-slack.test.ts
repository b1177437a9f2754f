/** The Slack app manifest: valid, the least that the bot needs, and in the words of the Teams app. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { checkManifest } from '../manifest/slack/check-manifest.ts'
import { createSlackManifest } from '../manifest/slack/create-manifest.ts'
import { EVENTS, METHODS, SCOPES } from '../manifest/slack/needs.ts'

const HTTP = { PUBLIC_URL: 'https://vraagbaak.waterveen.example' }
const SOCKET = { SLACK_APP_TOKEN: 'xapp-1-A0-fictional' }
const ADDRESS = 'https://vraagbaak.waterveen.example/slack/events'

type Manifest = Readonly<Record<string, Readonly<Record<string, unknown>>>>

function manifestOf(environment: Readonly<Record<string, string>>): Manifest {
  const made = createSlackManifest(environment)
  if (made.kind === 'problems') throw new Error(made.problems.join('\n'))
  return JSON.parse(made.text)
}

function problemsOf(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const made = createSlackManifest(environment)
  return made.kind === 'problems' ? made.problems : []
}

describe('the manifest', () => {
  it.each([
    ['by its public address', HTTP],
    ['by socket mode', SOCKET],
  ])('is valid %s, and nothing is left to fill in', (_how, environment) => {
    const made = createSlackManifest(environment)

    expect(checkManifest(manifestOf(environment))).toEqual([])
    expect(made).toMatchObject({ kind: 'manifest' })
    expect(JSON.stringify(made)).not.toMatch(/\$\{\{|undefined|null|xapp-/)
  })

  it('leads all that happens to one address, over https', () => {
    const manifest = manifestOf({ PUBLIC_URL: `${HTTP.PUBLIC_URL}/` })

    expect(manifest['settings']).toMatchObject({
      event_subscriptions: { request_url: ADDRESS },
      interactivity: { is_enabled: true, request_url: ADDRESS },
      socket_mode_enabled: false,
    })
    expect(manifest['features']).toMatchObject({ slash_commands: [{ url: ADDRESS }] })
    expect(JSON.stringify(manifest)).not.toContain('http://')
  })

  it('has no address with socket mode, also where one is known or no token is yet', () => {
    for (const [environment, isSocket] of [[{ ...HTTP, ...SOCKET }], [HTTP, true]] as const) {
      const made = createSlackManifest(environment, isSocket)

      expect(made).toMatchObject({
        connection: 'socket',
        text: expect.stringContaining('"socket_mode_enabled": true'),
      })
      expect(JSON.stringify(made)).not.toMatch(/https?:/)
    }
  })

  it('has the Home tab, a conversation in which people can write, a command and a shortcut', () => {
    expect(manifestOf(HTTP)['features']).toMatchObject({
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      slash_commands: [{ command: '/vraagbaak', should_escape: false }],
      shortcuts: [
        { type: 'message', name: 'Vraag dit aan Vraagbaak', callback_id: 'ask-about-message' },
      ],
    })
  })

  it('says what the Teams app says', () => {
    const Teams = z.object({
      name: z.object({ short: z.string() }),
      description: z.object({ short: z.string() }),
      accentColor: z.string(),
    })
    const teams = Teams.parse(JSON.parse(readFileSync('manifest/teams/manifest.json', 'utf8')))

    expect(manifestOf(HTTP)['display_information']).toMatchObject({
      name: teams.name.short,
      description: teams.description.short,
      background_color: teams.accentColor,
    })
  })
})

describe('what is missing or wrong', () => {
  it.each([[{}], [{ PUBLIC_URL: '', SLACK_APP_TOKEN: '' }]])(
    'names PUBLIC_URL, and the way without one',
    (environment) => {
      expect(problemsOf(environment)).toEqual([
        expect.stringMatching(/^PUBLIC_URL is missing: .{20,}--socket[.]$/),
      ])
    },
  )

  it.each([
    [{ PUBLIC_URL: 'http://hunter2.example' }, /^PUBLIC_URL must be .*https/],
    [{ PUBLIC_URL: 'https://waterveen.example/hunter2' }, /^PUBLIC_URL must .* no path/],
    [{ PUBLIC_URL: 'hunter2' }, /^PUBLIC_URL must be a web address/],
    [{ SLACK_APP_TOKEN: 'xoxb-hunter2' }, /^SLACK_APP_TOKEN must start with xapp-/],
  ])('refuses %j without repeating it', (environment, rule) => {
    const [problem, ...others] = problemsOf(environment)

    expect(others).toEqual([])
    expect(problem).toMatch(rule)
    expect(problem).not.toContain('hunter2')
  })
})

describe('checkManifest', () => {
  const changed = (path: readonly string[], value: unknown): unknown => {
    const copy = structuredClone(manifestOf(HTTP))
    const last = path.at(-1) ?? ''
    const holder = path.slice(0, -1).reduce<unknown>((part, key) => Object(part)[key], copy)
    Object(holder)[last] = value
    return copy
  }

  it.each<[string, readonly string[], unknown]>([
    ['a long name', ['display_information', 'name'], 'n'.repeat(36)],
    ['a long description', ['display_information', 'description'], 'd'.repeat(141)],
    ['a short long description', ['display_information', 'long_description'], 'd'.repeat(173)],
    ['a long long description', ['display_information', 'long_description'], 'd'.repeat(4_001)],
    ['a colour that is none', ['display_information', 'background_color'], 'petrol'],
    ['a bot with a capital', ['features', 'bot_user', 'display_name'], 'Vraagbaak'],
    ['what is not filled in', ['display_information', 'name'], `\${{NAME}}`],
    ['an address without https', ['settings', 'interactivity', 'request_url'], 'http://a.example'],
    ['no address', ['settings', 'event_subscriptions', 'request_url'], undefined],
    ['an address beside socket mode', ['settings', 'socket_mode_enabled'], true],
    ['a key that we do not use', ['settings', 'incoming_webhooks'], { is_enabled: true }],
  ])('refuses %s', (_what, path, value) => {
    expect(checkManifest(changed(path, value))).toHaveLength(1)
  })

  it('refuses a shortcut with a long name', () => {
    const shortcut = { type: 'message', name: 'n'.repeat(25), callback_id: 'aa', description: 'aa' }

    expect(checkManifest(changed(['features', 'shortcuts'], [shortcut]))).toEqual([
      expect.stringMatching(/^features[.]shortcuts[.]0[.]name: /),
    ])
  })

  it('refuses what is no manifest', () => {
    expect(checkManifest(undefined)).toHaveLength(1)
  })
})

describe('what the bot asks for', () => {
  const adapter = readdirSync('bot/adapters/slack', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('bot/adapters/slack', name), 'utf8'))
    .join('\n')
  /** As `client.chat.postMessage(`; of views also without the client. */
  const called = [
    ...adapter.matchAll(/\b(?:client[.]([a-z]+)|(?<![.])(views))[.]([a-zA-Z]+)\(/g),
  ].map(([, family, views, method]) => `${family ?? views}.${method}`)

  /** Of those that Slack delivers as events, and not as what was pressed. */
  const EVENT_NAMES = /^(app_|message$|member_|user_|tokens_|team_|channel_)/
  const handles = (event: string) => adapter.includes(`'${event.split('.')[0]}'`)

  it('is each explained in one line, and asked for once', () => {
    const names = SCOPES.map(({ name }) => name)

    expect(new Set(names).size).toBe(names.length)
    for (const { why } of SCOPES) expect(why).toMatch(/^[A-Z][^\n]{20,100}[.]$/)
  })

  it('covers every method that the adapter calls', () => {
    expect(called.filter((name) => !METHODS.includes(name))).toEqual([])
    expect(called).toContain('chat.postMessage')
  })

  it('holds no scope that the adapter could do without', () => {
    const isUsed = ({ events, methods, fields = [] }: (typeof SCOPES)[number]) =>
      events.some(handles) ||
      methods.some((method) => called.includes(method)) ||
      fields.some((field) => adapter.includes(field))

    const needless = SCOPES.filter((scope) => scope.name !== 'commands' && !isUsed(scope))

    expect(needless).toEqual([])
  })

  it('names the events that the adapter handles', () => {
    expect(EVENTS.filter((event) => !handles(event))).toEqual([])
    const handled = [...adapter.matchAll(/type: z[.]literal\('([a-z_]+)'\)/g)].map(
      ([, name]) => name,
    )
    const asked = EVENTS.map((event) => event.split('.')[0])
    expect(handled.filter((name) => EVENT_NAMES.test(name ?? '') && !asked.includes(name))).toEqual(
      [],
    )
  })

  it('is asked of Slack, with the events, and nothing beside it', () => {
    const manifest = manifestOf(HTTP)

    expect(manifest['oauth_config']).toEqual({
      scopes: { bot: SCOPES.map(({ name }) => name) },
    })
    expect(manifest['settings']).toMatchObject({ event_subscriptions: { bot_events: EVENTS } })
  })
})

describe('npm run manifest -- slack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-slack-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('writes the manifest and says what to do with it', () => {
    const out = join(folder, 'deep', 'slack-app-manifest.json')

    const said = execFileSync(process.execPath, ['bot/cli/manifest.ts', 'slack', '--out', out], {
      env: HTTP,
      encoding: 'utf8',
    })

    expect(checkManifest(JSON.parse(readFileSync(out, 'utf8')))).toEqual([])
    expect(said).toContain(out)
    expect(said).toContain('Create New App > From a manifest')
  })

  it.each([
    ['slack', 'PUBLIC_URL is missing: '],
    ['discord', 'Give slack for the manifest'],
  ])('fails without a stack for %s: %s', (platform, words) => {
    const { status, stderr } = spawnSync(process.execPath, ['bot/cli/manifest.ts', platform], {
      env: {},
      encoding: 'utf8',
    })

    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`^${words}[^\\n]*\\n$`))
  })
})
