import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, loadStorageConfig, parseConfig } from '../bot/config.ts'

const connected = {
  MicrosoftAppId: '0c1d2e3f-0000-4000-8000-0000000000aa',
  MicrosoftAppTenantId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'a secret',
}

it('without credentials serves this machine only', () => {
  expect(parseConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3978,
    teams: { kind: 'local' },
    metricsFor: 'loopback',
    behindProxy: false,
    logLevel: 'info',
  })
})

it('with credentials serves Teams', () => {
  expect(parseConfig(connected)).toMatchObject({
    host: '0.0.0.0',
    teams: { kind: 'secret', appId: connected.MicrosoftAppId, password: 'a secret' },
  })
})

it('takes a managed identity, which has no password', () => {
  const { MicrosoftAppPassword: _, ...identity } = connected

  expect(parseConfig({ ...identity, MicrosoftAppType: 'UserAssignedMSI' }).teams).toEqual({
    kind: 'managed-identity',
    appId: connected.MicrosoftAppId,
    tenantId: connected.MicrosoftAppTenantId,
  })
})

it('reads the other variables', () => {
  expect(
    parseConfig({
      PORT: '80',
      ORGANISATIONS: 'ours.yaml',
      TEAMS_SERVICE_HOSTS: 'a.example, b.example',
      BEHIND_PROXY: 'yes',
      METRICS: 'everyone',
      LOG_LEVEL: 'debug',
    }),
  ).toMatchObject({
    port: 80,
    organisationsFile: 'ours.yaml',
    extraServiceHosts: ['a.example', 'b.example'],
    behindProxy: true,
    metricsFor: 'everyone',
    logLevel: 'debug',
  })
})

describe('the storage', () => {
  const secret = 'ab'.repeat(32)

  it('is a file below data, without further settings', () => {
    expect(parseConfig({}).storage).toEqual({ dataDir: 'data' })
  })

  it('is where the variables say', () => {
    const variables = {
      DATA_DIR: '/var/lib/vraagbaak',
      DATABASE_URL: 'postgres://bot:p@db.example/vraagbaak',
      VRAAGBAAK_SECRET: secret,
    }

    expect(parseConfig(variables).storage).toEqual({
      dataDir: '/var/lib/vraagbaak',
      databaseUrl: 'postgres://bot:p@db.example/vraagbaak',
      secret,
    })
  })

  it('is the same for commands, whatever else is missing', () => {
    const variables = { DATA_DIR: 'x', HOST: '0.0.0.0', PORT: 'http', VRAAGBAAK_SECRET: secret }

    expect(loadStorageConfig(variables, 'no file')).toEqual({ dataDir: 'x', secret })
  })

  it.each([
    ['DATABASE_URL', 'mysql://bot:hidden@db.example/vraagbaak'],
    ['DATABASE_URL', 'hidden'],
    ['VRAAGBAAK_SECRET', 'hidden'],
    ['VRAAGBAAK_SECRET', 'hidden hidden hidden hidden hidden hidden hidden hidden'],
  ])('is refused with a wrong %s, without quoting it', (name, value) => {
    for (const load of [parseConfig, (all: object) => loadStorageConfig({ ...all }, 'no file')]) {
      const message = messageOf(() => load({ [name]: value }))

      expect(message.startsWith(`${name} is wrong: `)).toBe(true)
      expect(message).not.toContain('hidden')
    }
  })
})

it('takes an empty variable as one that is not set', () => {
  expect(parseConfig({ HOST: '', PORT: '', MicrosoftAppId: '' })).toEqual(parseConfig({}))
})

describe('the clock', () => {
  const moment = '2026-12-07T09:50:00+01:00'

  it('is that of the machine, unless somebody tries polls in local mode', () => {
    expect(parseConfig({}).clockSpeed).toBe(1)
    expect(parseConfig({})).not.toHaveProperty('clockFrom')
    expect(parseConfig({ CLOCK_SPEED: '20000', CLOCK_FROM: moment })).toMatchObject({
      clockSpeed: 20_000,
      clockFrom: Date.UTC(2026, 11, 7, 8, 50),
    })
  })

  it('is no other where it would send in earnest', () => {
    expect(parseConfig({ ...connected, CLOCK_SPEED: '1' }).clockSpeed).toBe(1)
    expect(() => parseConfig({ ...connected, CLOCK_SPEED: '2', CLOCK_FROM: moment })).toThrow(
      /^CLOCK_SPEED is wrong: .*nowhere else\.\nCLOCK_FROM is wrong: .*nowhere else\.$/,
    )
  })
})

describe('refuses', () => {
  it('an open address without credentials, and says where to find them', () => {
    expect(() => parseConfig({ HOST: '0.0.0.0' })).toThrow(
      [
        'MicrosoftAppId is missing: copy it from Azure > your bot > Configuration.',
        'MicrosoftAppTenantId is missing: copy it from Azure > your bot > Configuration.',
        'MicrosoftAppPassword is missing: make one at Azure > your bot > Configuration > Manage Password > New client secret.',
      ].join('\n'),
    )
  })

  it.each(Object.keys(connected))('credentials without %s', (missing) => {
    expect(() => parseConfig({ ...connected, [missing]: undefined })).toThrow(
      new RegExp(`^${missing} is missing: `),
    )
  })

  it('a bot for all tenants, with the reason', () => {
    expect(() => parseConfig({ ...connected, MicrosoftAppType: 'MultiTenant' })).toThrow(
      /^MicrosoftAppType is wrong: .*MultiTenant.*other organisations/,
    )
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['MicrosoftAppId', 'my-bot'],
    ['TEAMS_SERVICE_HOSTS', 'https://a.example/'],
    ['TEAMS_SERVICE_HOSTS', '*'],
    ['BEHIND_PROXY', 'maybe'],
    ['METRICS', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['CLOCK_SPEED', '0.5'],
    ['CLOCK_SPEED', '100001'],
    ['CLOCK_SPEED', 'quick'],
    ['CLOCK_FROM', '2026-12-08'],
    ['CLOCK_FROM', '2026-12-08T09:00:00'],
  ])('%s=%s, without quoting it', (name, value) => {
    const message = messageOf(() => parseConfig({ ...connected, [name]: value }))

    expect(message.startsWith(`${name} is wrong: `)).toBe(true)
    expect(message).not.toContain(value)
  })

  it('a secret in the wrong place, without quoting it', () => {
    const message = messageOf(() => parseConfig({ ...connected, MicrosoftAppId: 'a secret' }))

    expect(message).toMatch(/^MicrosoftAppId is wrong/)
    expect(message).not.toContain('a secret')
  })
})

function messageOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was refused'
}

describe('.env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  const dotEnv = join(folder, '.env')
  beforeAll(() => writeFileSync(dotEnv, 'PORT=4000\nLOG_LEVEL="debug"\n'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read in local mode, where the environment goes first', () => {
    expect(loadConfig({ PORT: '5000' }, dotEnv)).toMatchObject({ port: 5000, logLevel: 'debug' })
  })

  it('is not read on a server', () => {
    expect(loadConfig(connected, dotEnv)).toMatchObject({ port: 3978, logLevel: 'info' })
  })

  it('is read for commands too', () => {
    const folderOf = (variables: Record<string, string>) =>
      loadStorageConfig(variables, withData).dataDir
    const withData = join(folder, 'with-data.env')
    writeFileSync(withData, 'DATA_DIR=elsewhere\n')

    expect(folderOf({})).toBe('elsewhere')
    expect(folderOf(connected)).toBe('data')
  })

  it('may be absent', () => {
    expect(loadConfig({}, join(folder, 'nothing'))).toMatchObject({ port: 3978 })
  })
})

describe('where browsers find the bot', () => {
  it.each([
    ['https://vraagbaak.waterveen.example', 'https://vraagbaak.waterveen.example'],
    ['https://Vraagbaak.waterveen.example/', 'https://vraagbaak.waterveen.example'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
    ['http://[::1]:3978', 'http://[::1]:3978'],
  ])('may be %s', (text, publicUrl) => {
    expect(parseConfig({ PUBLIC_URL: text }).publicUrl).toBe(publicUrl)
  })

  it.each([
    'http://vraagbaak.waterveen.example',
    'https://vraagbaak.waterveen.example/bot',
    'https://vraagbaak.waterveen.example/?a',
    'https://user:password@waterveen.example',
    'lindedam.example',
    'javascript:alert(1)',
    '!',
  ])('may not be %s, which is not repeated', (text) => {
    const parse = () => parseConfig({ PUBLIC_URL: text })
    expect(parse).toThrow(/^PUBLIC_URL is wrong: .* with https and without a path/)
    expect(parse).not.toThrow(text)
  })

  it('may be left open', () => {
    expect(parseConfig({})).not.toHaveProperty('publicUrl')
  })
})

describe('signing in with a work account', () => {
  const entra = {
    ENTRA_TENANT_ID: 'AAAAAAAA-2222-4333-8444-555555555555',
    ENTRA_CLIENT_ID: 'bbbbbbbb-2222-4333-8444-555555555555',
    ENTRA_CLIENT_SECRET: 'hidden',
    PUBLIC_URL: 'https://vraagbaak.waterveen.example',
  }

  it('takes an app registration, and is off without one', () => {
    expect(parseConfig(entra).entra).toEqual({
      tenantId: 'aaaaaaaa-2222-4333-8444-555555555555',
      clientId: entra.ENTRA_CLIENT_ID,
      clientSecret: 'hidden',
    })
    expect(parseConfig({ PUBLIC_URL: entra.PUBLIC_URL })).not.toHaveProperty('entra')
  })

  it.each(Object.keys(entra))('is refused without %s, and says what to do', (missing) => {
    const message = messageOf(() => parseConfig({ ...entra, [missing]: '' }))

    expect(message).toMatch(new RegExp(`^${missing} is missing: .{20,}[.]$`))
    expect(message).not.toContain('hidden')
  })

  it('tells all that is missing at once', () => {
    const { ENTRA_TENANT_ID } = entra

    expect(
      messageOf(() => parseConfig({ ENTRA_TENANT_ID })).match(/^\w+(?= is missing)/gm),
    ).toEqual(['ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET', 'PUBLIC_URL'])
  })

  // "common" and "organizations" would let in people of every tenant in the world.
  it.each(['common', 'organizations', 'waterveen.example', '../x'])(
    'is refused for %s',
    (tenant) => {
      const message = messageOf(() => parseConfig({ ...entra, ENTRA_TENANT_ID: tenant }))

      expect(message).toMatch(/^ENTRA_TENANT_ID is wrong: /)
      expect(message).not.toContain(`"${tenant}"`)
    },
  )
})

describe('Slack', () => {
  const overHttp = { SLACK_BOT_TOKEN: 'xoxb-hidden', SLACK_SIGNING_SECRET: 'hidden'.repeat(5) }
  const overSocket = { SLACK_BOT_TOKEN: 'xoxb-hidden', SLACK_APP_TOKEN: 'xapp-hidden' }

  it('alone opens no door for Teams, and is no local mode', () => {
    expect(parseConfig(overHttp)).toMatchObject({
      host: '0.0.0.0',
      teams: { kind: 'none' },
      slack: {
        kind: 'http',
        botToken: 'xoxb-hidden',
        signingSecret: overHttp.SLACK_SIGNING_SECRET,
      },
    })
    expect(parseConfig(overSocket)).toMatchObject({
      teams: { kind: 'none' },
      slack: { kind: 'socket', appToken: 'xapp-hidden' },
    })
  })

  it('stands beside Teams', () => {
    expect(parseConfig({ ...connected, ...overHttp })).toMatchObject({
      teams: { kind: 'secret' },
      slack: { kind: 'http' },
    })
    expect(parseConfig(connected)).not.toHaveProperty('slack')
  })

  it.each([
    ['SLACK_BOT_TOKEN', { ...overHttp, SLACK_BOT_TOKEN: '' }],
    ['SLACK_BOT_TOKEN', { ...overSocket, SLACK_BOT_TOKEN: '' }],
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: 'xoxb-hidden' }],
  ])('is refused without %s, and says where to find it', (missing, variables) => {
    for (const others of [{}, connected]) {
      const message = messageOf(() => parseConfig({ ...others, ...variables }))

      expect(message).toMatch(new RegExp(`^${missing} is missing: copy it from api.slack.com/apps`))
      expect(message).not.toContain('hidden')
    }
  })

  it('does not make up for half of Teams', () => {
    const half = { ...overHttp, MicrosoftAppId: connected.MicrosoftAppId }

    expect(messageOf(() => parseConfig(half))).toMatch(/^MicrosoftAppTenantId is missing: /)
  })

  it('may have a port of its own', () => {
    expect(parseConfig({ ...overHttp, SLACK_PORT: '3979' })).toMatchObject({ slackPort: 3979 })
    expect(parseConfig(overHttp)).not.toHaveProperty('slackPort')
  })

  it.each([
    ['SLACK_PORT', 'hidden'],
    ['SLACK_BOT_TOKEN', 'xoxp-hidden'],
    ['SLACK_APP_TOKEN', 'xoxb-hidden'],
    ['SLACK_API_URL', 'https://slack.example/hidden/'],
  ])('is refused with a wrong %s, without quoting it', (name, value) => {
    const message = messageOf(() => parseConfig({ ...overSocket, [name]: value }))

    expect(message.startsWith(`${name} is wrong: `)).toBe(true)
    expect(message).not.toContain('hidden')
  })
})
