/** Personal data: what is taken out of a message, and what must stay in it. */
import fc from 'fast-check'
import { isBsn, isIban, maskPersonalData, withoutMasks } from '../../knowledge/personal-data.ts'

const MASK = { bsn: '[BSN verwijderd]', phone: '[telefoonnummer verwijderd]' } as const

/** A fixed row of numbers from 0 to 1, so that every run tests the same (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The eleven-test written the other way round: the last digit that makes the first eight pass. */
function lastDigitOf(eight: string): number {
  return [...eight].reduce((sum, digit, i) => sum + Number(digit) * (9 - i), 0) % 11
}

const SEED = 20_261_101

function numbers(count: number, keep: (eight: string) => string | undefined): readonly string[] {
  const random = randomFrom(SEED)
  const made: string[] = []
  while (made.length < count) {
    const number = keep(String(10_000_000 + Math.floor(random() * 89_999_999)))
    if (number !== undefined) made.push(number)
  }
  return made
}

const bsns = numbers(60, (eight) => {
  const last = lastDigitOf(eight)
  return last > 9 ? undefined : `${eight}${last}`
})
const notBsns = numbers(60, (eight) => {
  const wrong = (lastDigitOf(eight) + 3) % 11
  return wrong > 9 ? undefined : `${eight}${wrong}`
})

const grouped = (digits: string, mark: string) =>
  `${digits.slice(0, 3)}${mark}${digits.slice(3, 6)}${mark}${digits.slice(6)}`

const FORMATS: Readonly<Record<string, (bsn: string) => string>> = {
  plain: (bsn) => bsn,
  'with spaces': (bsn) => grouped(bsn, ' '),
  'with dots': (bsn) => grouped(bsn, '.'),
  'with dashes': (bsn) => grouped(bsn, '-'),
  'in a sentence': (bsn) => `mag ik ${bsn} doormailen naar 2 collega's?`,
  'with punctuation': (bsn) => `(bsn:${bsn}), dringend!`,
}

describe('a BSN', () => {
  it.each(Object.entries(FORMATS))('is masked %s', (_, write) => {
    const missed = bsns.filter((bsn) => !maskPersonalData(write(bsn)).text.includes(MASK.bsn))

    expect(missed).toEqual([])
  })

  it('is masked without its leading zero, also when a number follows', () => {
    const eights = numbers(60, (eight) => {
      const seven = eight.slice(1)
      const last = lastDigitOf(`0${seven}`)
      return last > 9 || seven.startsWith('0') ? undefined : `${seven}${last}`
    })

    const missed = eights.filter((eight) => !maskPersonalData(eight).found.includes('bsn'))
    expect(missed).toEqual([])
    expect(maskPersonalData('12345672 4 stuks').text).toBe(`${MASK.bsn} 4 stuks`)
  })

  it.each([
    ['no-break spaces', '123\u00a0456\u00a0782'],
    ['thin no-break spaces', '123\u202f456\u202f782'],
    ['slashes', '123/456/782'],
    ['en dashes', '123\u2013456\u2013782'],
    ['an abbreviation before it', 'bsn.123456782'],
    ['a comma before it', 'naam,123456782'],
    ['a dash before it', 'bsn-123456782'],
    ['a dash after it', '123456782- wat nu'],
    ['a full stop after it', 'Het is 123456782.'],
    ['another number after it', '123456782 4 keer'],
    ['another number before it', 'kamer 5 123456782'],
    ['a date before it', '23-10-2026 123456782'],
    ['another BSN beside it', '123456782 111222333'],
    ['letters against it', 'BSN123456782'],
  ])('is masked with %s', (_, text) => {
    expect(maskPersonalData(text).text).not.toMatch(/\d{3}[^\d]?\d{3}/)
  })
})

describe('what only looks like a BSN', () => {
  it('stays: numbers that fail the eleven-test', () => {
    expect(
      notBsns.filter((number) => maskPersonalData(`order ${number}`).found.length > 0),
    ).toEqual([])
  })

  it('stays: every date of four years, however written', () => {
    const days = Array.from({ length: 4 * 365 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
    )
    const written = days.flatMap((iso) => {
      const [year, month, day] = iso.split('-')
      return [iso, `${day}-${month}-${year}`, `${day}.${month}.${year}`, `${day}/${month}/${year}`]
    })

    expect(written.filter((date) => maskPersonalData(`op ${date} 9 uur`).found.length > 0)).toEqual(
      [],
    )
  })

  it.each([
    ['nine noughts', '000000000'],
    ['nine ones', '111111111'],
    ['ten digits', '1234567820'],
    ['an amount in thousands', '12.345.672'],
    ['an amount with decimals', '123456782,50 euro'],
    ['a part of a longer number', '0123456782123456'],
    ['a version', '10.0.19045.3693'],
    ['a paragraph', 'BIO2 8.19.01 en 5.24.01'],
    ['years', 'tussen 2019 en 2026'],
    ['an IP address', '192.168.178.254'],
    ['a date with a time', '01-02-2026 12:30'],
    ['a post code and a house number', '1234 AB 56'],
  ])('stays: %s', (_, text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] })
  })
})

describe('the eleven-test', () => {
  it.each(['123456782', '111222333', '12345672', '123.456.782'])('holds for %s', (bsn) => {
    expect(isBsn(bsn)).toBe(true)
  })

  it.each(['123456789', '123456783', '000000000', '1234567', '1234567820', ''])(
    'fails for "%s"',
    (bsn) => {
      expect(isBsn(bsn)).toBe(false)
    },
  )

  it('passes one number in eleven', () => {
    const passed = Array.from({ length: 11_000 }, (_, i) => isBsn(String(300_000_000 + i)))

    expect(passed.filter(Boolean)).toHaveLength(1_000)
  })
})

/** The examples of the IBAN registry. */
const IBANS = [
  'NL91ABNA0417164300',
  'BE68539007547034',
  'DE89370400440532013000',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'ES9121000418450200051332',
  'MT84MALT011000012345MTLCAST001S',
  'NO9386011117947',
  'PL61109010140000071219812874',
]

describe.each(IBANS)('IBAN %s', (iban) => {
  const spaced = (iban.match(/.{1,4}/g) ?? []).join(' ')

  it.each([
    ['plain', iban],
    ['with spaces', spaced],
    ['in lower case', iban.toLowerCase()],
    ['with words after it', `${spaced} is van een inwoner en niet van mij`],
    ['with words against it', `rekening ${iban}.`],
    ['twice', `${iban} ${iban}`],
  ])('is masked %s', (_, text) => {
    const { text: masked, found } = maskPersonalData(text)

    expect(found).toEqual(['iban'])
    expect(masked).not.toMatch(/\d/)
  })

  it('stays when a digit is wrong', () => {
    const wrong = iban.replace(
      /^(..)(\d)/,
      (_, country, digit) => country + ((Number(digit) + 1) % 10),
    )

    expect(isIban(wrong)).toBe(false)
    expect(maskPersonalData(wrong).found).not.toContain('iban')
  })
})

it('keeps the words after an IBAN', () => {
  expect(maskPersonalData('NL91 ABNA 0417 1643 00 is van hem').text).toBe(
    '[IBAN verwijderd] is van hem',
  )
})

describe('a telephone number', () => {
  it.each([
    '0612345678',
    '06 12345678',
    '06-12345678',
    '06-12 34 56 78',
    '06.12.34.56.78',
    '020-1234567',
    '020 123 45 67',
    '020/1234567',
    '(020) 123 45 67',
    '0113 123 456',
    '+31612345678',
    '+31 6 12345678',
    '+31 (0)6 12345678',
    '0031 6 1234 5678',
    '31612345678',
    '06\u00a012\u00a034\u00a056\u00a078',
  ])('%s is masked whole', (phone) => {
    expect(maskPersonalData(`bel ${phone} na 2 uur`)).toEqual({
      text: `bel ${MASK.phone} na 2 uur`,
      found: ['phone'],
    })
  })

  it('is masked with a number on either side', () => {
    expect(maskPersonalData('2 x 0612345678 12 keer').text).toBe(`2 x ${MASK.phone} 12 keer`)
    expect(maskPersonalData('tel 2 0612345678').text).toBe(`tel 2 ${MASK.phone}`)
  })

  it('is never taken for a BSN', () => {
    const mobiles = numbers(200, (eight) => `06 ${eight}`)

    expect(mobiles.filter((phone) => maskPersonalData(phone).found.join() !== 'phone')).toEqual([])
  })

  it.each(['112', '0900-8844', '14 020', '088 000 01', 'zaak 2026-4455'])('"%s" stays', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] })
  })
})

describe('an e-mail address', () => {
  it.each([
    'jan.de.vries@voorbeeld.example',
    'J.VRIES+werk@sub.domein.voorbeeld.example',
    'zoë@gemeente.example',
    'a_b-c%d@x-y.example',
  ])('%s is masked', (address) => {
    expect(maskPersonalData(`mail naar ${address}, graag`)).toEqual({
      text: 'mail naar [e-mailadres verwijderd], graag',
      found: ['email'],
    })
  })

  it.each(['@collega', 'jan@', 'jan@gemeente', 'a @ b.nl'])('"%s" stays', (text) => {
    expect(maskPersonalData(text).found).toEqual([])
  })
})

describe('masking', () => {
  const personal = fc.constantFrom(
    ...bsns.slice(0, 10),
    ...IBANS,
    '0612345678',
    'piet@voorbeeld.example',
  )
  const message = fc
    .array(fc.oneof(personal, fc.string({ unit: 'binary' }), fc.nat().map(String)), {
      maxLength: 8,
    })
    .map((parts) => parts.join(' '))

  it('names every kind once', () => {
    const text =
      'bsn 123456782 en 111222333, piet@voorbeeld.example, NL91ABNA0417164300, 0612345678'

    expect([...maskPersonalData(text).found].sort()).toEqual(['bsn', 'email', 'iban', 'phone'])
  })

  it('finds nothing in what it has masked', () => {
    fc.assert(
      fc.property(message, (text) => {
        const once = maskPersonalData(text)

        expect(maskPersonalData(once.text)).toEqual({ text: once.text, found: [] })
      }),
      { seed: SEED },
    )
  })

  it('keeps a text without personal data as it is', () => {
    const words = fc.stringMatching(/^[a-zA-Z ,.?!]{0,200}$/)

    fc.assert(
      fc.property(words, (text) => {
        expect(maskPersonalData(text)).toEqual({ text, found: [] })
      }),
      { seed: SEED },
    )
  })

  it('leaves no mask among the words to search with', () => {
    const { text } = maskPersonalData('mag 123456782 naar piet@voorbeeld.example')

    expect(withoutMasks(text).split(/\s+/)).toEqual(['mag', 'naar', ''])
  })
})

/** Each could make a careless pattern try every way to cut it. */
const PUMPS: Readonly<Record<string, (n: number) => string>> = {
  digits: (n) => '1'.repeat(n),
  'digits and spaces': (n) => '1 '.repeat(n / 2),
  'digits and brackets': (n) => '0((('.repeat(n / 4),
  noughts: (n) => '0 '.repeat(n / 2),
  'a long mailbox': (n) => 'a'.repeat(n),
  'mailboxes without end': (n) => 'a@'.repeat(n / 2),
  domains: (n) => `a@${'a.'.repeat(n / 2)}`,
  'an endless IBAN': (n) => `NL91${'A'.repeat(n)}`,
  'many IBANs': (n) => 'NL91 '.repeat(n / 5),
  letters: (n) => 'é'.repeat(n),
  spaces: (n) => ' '.repeat(n),
  dates: (n) => '23-10-2026 '.repeat(n / 11),
}

/** The quickest of a few, so that a busy machine does not count. */
function quickestMs(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    maskPersonalData(text)
    return performance.now() - started
  })
  return Math.min(...times)
}

describe.each(Object.entries(PUMPS))('%s', (_, pump) => {
  it('cost no more than their length', () => {
    const short = quickestMs(pump(10_000))
    const long = quickestMs(pump(100_000))

    // A quadratic pattern is 100 times slower; 1 ms stands for what a clock cannot tell apart.
    expect(long / Math.max(1, short)).toBeLessThan(40)
  })
})
