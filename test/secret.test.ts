/** Secret: recognises and opens what is its own, and nothing else. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { createSecret } from '../bot/secret.ts'

const root = Buffer.alloc(32, 7)
const secret = createSecret(root)

describe('a tag', () => {
  it('is the same for the same, also after a restart', () => {
    expect(createSecret(root).tag('asker', 'waterveen', 'p')).toBe(
      secret.tag('asker', 'waterveen', 'p'),
    )
  })

  it('differs by part, by border between parts and by key', () => {
    const tags = [
      secret.tag('asker', 'waterveen', 'p'),
      secret.tag('asker', 'waterveen', 'q'),
      secret.tag('notice', 'waterveen', 'p'),
      secret.tag('asker', 'waterveenp'),
      secret.tag('asker,waterveen', 'p'),
      createSecret(Buffer.alloc(32, 8)).tag('asker', 'waterveen', 'p'),
    ]

    expect(new Set(tags).size).toBe(tags.length)
  })

  it('shows nothing of what it is of', () => {
    expect(secret.tag('asker', 'noor@waterveen.example')).not.toContain('noor')
  })
})

describe('what is sealed', () => {
  it('opens with the same key', () => {
    expect(createSecret(root).open(secret.seal('Ünïcode 🙂'))).toBe('Ünïcode 🙂')
  })

  it('is another text every time', () => {
    expect(secret.seal('same')).not.toBe(secret.seal('same'))
  })

  it('stays closed for another key', () => {
    expect(createSecret(randomBytes(32)).open(secret.seal('text'))).toBeUndefined()
  })

  it('stays closed after a change of any byte', () => {
    const sealed = Buffer.from(secret.seal('text'), 'base64url')

    const opened = [...sealed.keys()].map((index) => {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      return secret.open(changed.toString('base64url'))
    })

    expect(new Set(opened)).toEqual(new Set([undefined]))
  })

  it.each(['', 'x', 'nothing sealed', secret.seal('text').slice(0, 30)])(
    '%j does not open',
    (text) => {
      expect(secret.open(text)).toBeUndefined()
    },
  )

  it('with its mark shortened does not open', () => {
    const sealed = Buffer.from(secret.seal(''), 'base64url')

    const opened = [4, 8, 12, 15].map((length) =>
      secret.open(sealed.subarray(0, 12 + length).toString('base64url')),
    )

    expect(opened).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('a derived key', () => {
  const salt = Buffer.alloc(32, 1)
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

  it('is the same for the same, also after a restart', () => {
    const key = secret.derive('round', salt)

    expect(key).toHaveLength(32)
    expect(hex(createSecret(root).derive('round', salt))).toBe(hex(key))
  })

  it('is HKDF-SHA256 (RFC 5869) of the root, the salt and the purpose', () => {
    const extract = createHmac('sha256', salt).update(root).digest()
    const expand = createHmac('sha256', extract).update('vraagbaak derived round\u0001').digest()

    expect(hex(secret.derive('round', salt))).toBe(hex(expand))
  })

  it('differs by purpose, salt and root, and is none of the other keys', () => {
    const keys = [
      secret.derive('round', salt),
      secret.derive('other', salt),
      secret.derive('round', Buffer.alloc(32, 2)),
      createSecret(Buffer.alloc(32, 8)).derive('round', salt),
      secret.derive('tag', Buffer.alloc(0)),
      Buffer.from(hkdfSync('sha256', root, '', 'vraagbaak tag', 32)), // that of tags
    ].map(hex)

    expect(new Set(keys).size).toBe(keys.length)
  })
})

it('refuses a key that is too short', () => {
  expect(() => createSecret(Buffer.alloc(31))).toThrow('32 bytes')
})
