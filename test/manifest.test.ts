import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { checkPackage, type PackageFiles } from '../manifest/teams/check-package.ts'
import { createTeamsPackage } from '../manifest/teams/create-package.ts'
import { drawColourIcon, drawOutlineIcon } from '../manifest/teams/icons.ts'

const ENVIRONMENT = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  TEAMS_APP_ID: '66666666-7777-4888-9999-aaaaaaaaaaaa',
  PUBLIC_URL: 'https://vraagbaak.waterveen.example/',
  TEAMS_DEVELOPER_NAME: 'gemeente "Waterveen"',
  TEAMS_DEVELOPER_URL: 'https://intranet.waterveen.example/vraagbaak',
  TEAMS_PRIVACY_URL: 'https://waterveen.example/privacy',
  TEAMS_TERMS_URL: 'https://waterveen.example/voorwaarden',
}

describe('createTeamsPackage', () => {
  it('puts manifest, languages and icons in the zip, at its top level', () => {
    expect(Object.keys(unzipSync(zipOf(ENVIRONMENT)))).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
    ])
  })

  it('fills in what differs per municipality', () => {
    const manifest = jsonIn(unzipSync(zipOf(ENVIRONMENT)), 'manifest.json')

    expect(manifest).toMatchObject({
      id: ENVIRONMENT.TEAMS_APP_ID,
      version: '1.2.3',
      developer: { name: 'gemeente "Waterveen"', privacyUrl: ENVIRONMENT.TEAMS_PRIVACY_URL },
      bots: [{ botId: ENVIRONMENT.MicrosoftAppId, scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['vraagbaak.waterveen.example'],
    })
    expect(JSON.stringify(manifest)).not.toContain('${{')
  })

  it('speaks Dutch unless the client speaks English', () => {
    const files = unzipSync(zipOf(ENVIRONMENT))

    expect(jsonIn(files, 'manifest.json')).toMatchObject({
      localizationInfo: {
        defaultLanguageTag: 'nl',
        additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
      },
      description: { short: expect.stringContaining('veilig werken') },
    })
    expect(jsonIn(files, 'en.json')['description.short']).toContain('work safely')
  })

  it.each(Object.keys(ENVIRONMENT))('says where to find %s when it is missing', (name) => {
    expect(problemsOf({ ...ENVIRONMENT, [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is missing: .{20,}[.]$`)),
    ])
  })

  it('tells all that is missing at once, and takes an empty value for missing', () => {
    const problems = problemsOf({ MicrosoftAppId: '', TEAMS_DEVELOPER_NAME: '' })

    expect(problems.map((problem) => problem.split(' is missing')[0])).toEqual(
      Object.keys(ENVIRONMENT),
    )
  })

  it.each([
    ['MicrosoftAppId', 'hunter2', 'must be a GUID'],
    ['TEAMS_APP_ID', '123', 'must be a GUID'],
    [
      'PUBLIC_URL',
      'http://vraagbaak.waterveen.example',
      'must be a web address that starts with https',
    ],
    ['TEAMS_PRIVACY_URL', 'javascript:alert(1)', 'must be a web address that starts with https'],
    ['TEAMS_DEVELOPER_NAME', 'n'.repeat(33), 'must have 32 characters at most'],
  ])('refuses %s "%s" without repeating it', (name, value, rule) => {
    const [problem, ...others] = problemsOf({ ...ENVIRONMENT, [name]: value })

    expect(others).toEqual([])
    expect(problem).toContain(`${name} ${rule}`)
    expect(problem).not.toContain(value)
  })
})

describe('the tab with results', () => {
  const withEntra = { ...ENVIRONMENT, ENTRA_TENANT_ID: '77777777-2222-4333-8444-555555555555' }

  it('is there where people can sign in, on a host that Teams may show', () => {
    const files = unzipSync(zipOf(withEntra))
    const manifest = jsonIn(files, 'manifest.json')

    expect(manifest['staticTabs']).toEqual([
      {
        entityId: 'results',
        name: 'Resultaten',
        contentUrl: 'https://vraagbaak.waterveen.example/results/tab',
        websiteUrl: 'https://vraagbaak.waterveen.example/results',
        scopes: ['personal'],
      },
    ])
    expect(manifest['validDomains']).toEqual(['vraagbaak.waterveen.example'])
    expect(manifest).not.toHaveProperty('showLoadingIndicator') // it would wait for a script
    expect(jsonIn(files, 'en.json')['staticTabs[0].name']).toBe('Results')
    expect(JSON.stringify(manifest)).not.toContain(withEntra.ENTRA_TENANT_ID)
  })

  it.each([undefined, ''])('is not there where nobody can (%p)', (ENTRA_TENANT_ID) => {
    const files = unzipSync(zipOf({ ...ENVIRONMENT, ENTRA_TENANT_ID }))

    expect(jsonIn(files, 'manifest.json')).not.toHaveProperty('staticTabs')
    expect(Object.keys(jsonIn(files, 'en.json')).filter((key) => /tab/i.test(key))).toEqual([])
  })

  it('is refused for a tenant that is none, without repeating it', () => {
    const [problem, ...others] = problemsOf({ ...ENVIRONMENT, ENTRA_TENANT_ID: 'hunter2' })

    expect(others).toEqual([])
    expect(problem).toMatch(/^ENTRA_TENANT_ID must be a GUID: copy it from Entra/)
    expect(problem).not.toContain('hunter2')
  })
})

describe('checkPackage', () => {
  it('refuses what the official schema refuses', () => {
    const files = changed(aPackage(), 'manifest.json', (manifest) => ({
      ...manifest,
      accentColor: 'petrol',
      name: { short: 'n'.repeat(31) },
    }))

    expect(checkPackage(files)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('manifest.json: /accentColor must match pattern'),
        expect.stringContaining('manifest.json: /name/short must NOT have more than 30'),
      ]),
    )
  })

  it('names a placeholder that nothing is known for', () => {
    const files = changed(aPackage(), 'manifest.json', (manifest) => ({
      ...manifest,
      publisherDocsUrl: `https://\${{DOCS_HOST}}/`,
    }))

    expect(checkPackage(files)).toEqual([
      `manifest.json: nothing is known to fill in for \${{DOCS_HOST}}.`,
    ])
  })

  it('names a text that one language lacks and the other has', () => {
    const files = changed(aPackage(), 'en.json', (english) => {
      const { 'bots[0].commandLists[0].commands[4].title': _, ...others } = english
      return { ...others, 'staticTabs[0].name': 'Results' }
    })

    expect(checkPackage(files)).toEqual([
      'en.json does not translate "bots[0].commandLists[0].commands[4].title".',
      'en.json translates "staticTabs[0].name", which manifest.json does not have.',
    ])
  })

  it('names a text that is too long in another language', () => {
    const files = changed(aPackage(), 'en.json', (english) => ({
      ...english,
      'description.short': 'd'.repeat(81),
    }))

    expect(checkPackage(files)).toEqual([
      'en.json: /description.short must NOT have more than 80 characters.',
    ])
  })

  it('names files that are missing and files that are not used', () => {
    const { 'outline.png': outline, 'en.json': _, ...others } = aPackage()

    expect(checkPackage({ ...others, 'line.png': outline ?? new Uint8Array() })).toEqual([
      'manifest.json names outline.png, which does not exist.',
      'manifest.json names en.json, which does not exist.',
      'line.png is not named in manifest.json.',
    ])
  })

  it('names an icon of another size and a picture that is no PNG', () => {
    const files = aPackage()

    expect(
      checkPackage({
        ...files,
        'color.png': files['outline.png'] ?? new Uint8Array(),
        'outline.png': new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      }),
    ).toEqual([
      'color.png must be 192 x 192 pixels (found 32 x 32).',
      'outline.png is not a PNG picture.',
    ])
  })

  it('reports a file that is no JSON', () => {
    expect(checkPackage({ ...aPackage(), 'manifest.json': new Uint8Array([123]) })).toEqual([
      'manifest.json: the whole must be object.',
    ])
  })
})

describe('the icons', () => {
  it('are in the repository as icons.ts draws them', () => {
    const files = aPackage()

    expect(pixelsOf(files, 'color.png')).toEqual(drawColourIcon().rgba)
    expect(pixelsOf(files, 'outline.png')).toEqual(drawOutlineIcon().rgba)
  })

  it('keep the colour symbol in the middle 96 x 96, on one colour from edge to edge', () => {
    const pixels = pixelsOf(aPackage(), 'color.png')
    const around = pointsOf(192).filter(([x, y]) => x < 48 || x >= 144 || y < 48 || y >= 144)

    const colours = new Set(around.map(([x, y]) => colourAt(pixels, 192, [x, y]).join()))

    expect([...colours]).toEqual([[0x0b, 0x4f, 0x6c, 255].join()])
    expect(colourAt(pixels, 192, [60, 96])).toEqual([255, 255, 255, 255])
  })

  it('have an outline in pure white, with a bubble that is open and a keyhole that is filled', () => {
    const pixels = pixelsOf(aPackage(), 'outline.png')

    const colours = pointsOf(32).map((point) => colourAt(pixels, 32, point))

    expect(new Set(colours.map((colour) => colour.slice(0, 3).join()))).toEqual(
      new Set(['255,255,255']),
    )
    expect(colourAt(pixels, 32, [0, 0])[3]).toBe(0)
    expect(colourAt(pixels, 32, [6, 14])[3]).toBe(0)
    expect(colourAt(pixels, 32, [16, 1])[3]).toBe(255)
    expect(colourAt(pixels, 32, [16, 11])[3]).toBe(255)
  })
})

describe('npm run manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-manifest-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('writes the same bytes in every time zone', () => {
    const [here, there] = ['Europe/Amsterdam', 'America/New_York'].map((TZ, index) => {
      const out = join(folder, String(index), 'vraagbaak.zip')
      execFileSync(process.execPath, ['bot/cli/manifest.ts', '--out', out], {
        env: { ...ENVIRONMENT, TZ },
      })
      return readFileSync(out)
    })

    expect(here?.byteLength).toBeGreaterThan(2_000)
    expect(there?.equals(here ?? Buffer.alloc(0))).toBe(true)
  })

  it('fails with the name of what is missing, without a stack', () => {
    const { MicrosoftAppId: _, ...others } = ENVIRONMENT

    const run = spawnSync(
      process.execPath,
      ['bot/cli/manifest.ts', '--out', join(folder, 'no.zip')],
      {
        env: others,
        encoding: 'utf8',
      },
    )

    expect(run.status).toBe(1)
    expect(run.stderr).toBe(
      'MicrosoftAppId is missing: copy it from Azure > your bot > Configuration.\n',
    )
  })
})

type Environment = Parameters<typeof createTeamsPackage>[0]

function zipOf(environment: Environment): Uint8Array {
  const made = createTeamsPackage(environment, '1.2.3')
  if (made.kind === 'problems') throw new Error(made.problems.join('\n'))
  return made.zip
}

function problemsOf(environment: Environment): readonly string[] {
  const made = createTeamsPackage(environment, '1.2.3')
  return made.kind === 'problems' ? made.problems : []
}

const aPackage = (): PackageFiles => unzipSync(zipOf(ENVIRONMENT))

function changed(
  files: PackageFiles,
  name: string,
  change: (content: Record<string, unknown>) => Record<string, unknown>,
): PackageFiles {
  return { ...files, [name]: new TextEncoder().encode(JSON.stringify(change(jsonIn(files, name)))) }
}

function jsonIn(files: PackageFiles, name: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(files[name] ?? []).toString('utf8'))
}

/** Reads what our own encoder writes: one block of compressed rows, each after a filter byte of 0. */
function pixelsOf(files: PackageFiles, name: string): Uint8Array {
  const png = Buffer.from(files[name] ?? [])
  const width = png.readUInt32BE(16)
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const filters = rows.filter((_, index) => index % (width * 4 + 1) === 0)
  expect(new Set(filters)).toEqual(new Set([0]))
  return new Uint8Array(rows.filter((_, index) => index % (width * 4 + 1) !== 0))
}

type Point = readonly [x: number, y: number]

const colourAt = (pixels: Uint8Array, width: number, [x, y]: Point): number[] => [
  ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

const pointsOf = (size: number): Point[] =>
  Array.from({ length: size * size }, (_, index) => [index % size, Math.floor(index / size)])
