/** Load secret: from the settings, or from a file that nobody else may read. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSecret } from '../bot/load-secret.ts'
import { createSecret } from '../bot/secret.ts'

const bytes = Buffer.alloc(32, 5)

let dataDir: string
let file: string
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'vraagbaak-')), 'data')
  file = join(dataDir, 'secret.key')
})
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true }))

describe('without VRAAGBAAK_SECRET', () => {
  it('makes a key at the first start and uses it at the next', () => {
    const sealed = loadSecret({ dataDir }).seal('text')

    expect(loadSecret({ dataDir }).open(sealed)).toBe('text')
  })

  it('keeps it for this user only, with nothing beside it', () => {
    loadSecret({ dataDir })

    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(readdirSync(dataDir)).toEqual(['secret.key'])
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32)
  })

  it('makes another one in another folder', () => {
    const sealed = loadSecret({ dataDir }).seal('text')

    expect(loadSecret({ dataDir: join(dataDir, 'other') }).open(sealed)).toBeUndefined()
  })

  it('refuses a file that others can read', () => {
    loadSecret({ dataDir })
    chmodSync(file, 0o640)

    expect(() => loadSecret({ dataDir })).toThrow(/secret[.]key can be read by others.*chmod 600/)
  })

  it.each(['', 'c2hvcnQ=\n', 'not base64!'])('refuses %j, without quoting it', (content) => {
    loadSecret({ dataDir })
    writeFileSync(file, content)

    const failure = messageOf(() => loadSecret({ dataDir }))

    expect(failure).toMatch(
      /secret[.]key must hold at least 32 random bytes.*put the right one back/,
    )
    if (content !== '') expect(failure).not.toContain(content)
  })

  it('refuses a PostgreSQL database, whose processes need the same key', () => {
    expect(() => loadSecret({ dataDir, databaseUrl: 'postgres://db.example/vraagbaak' })).toThrow(
      /VRAAGBAAK_SECRET is missing.*openssl rand -base64 32/,
    )
  })
})

it.each(['hex', 'base64', 'base64url'] as const)('reads VRAAGBAAK_SECRET as %s', (encoding) => {
  const secret = loadSecret({ dataDir, secret: bytes.toString(encoding) })

  expect(secret.tag('a')).toBe(createSecret(bytes).tag('a'))
})

function messageOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    return String(error)
  }
  return 'nothing was refused'
}
