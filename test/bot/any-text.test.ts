/** The bot and any text: it always has something to say, and never breaks. */
import fc from 'fast-check'
import { plainText } from '../../bot/plain-text.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { idsOf, say } from './a-bot.ts'
import { aBot } from './a-sample-bot.ts'

afterAll(removeFolders)

describe('a message that is no question', () => {
  it.each(['', '   ', '\n\u2028\t', '!!!', '…', '🤷', '\u200b', 'x'])(
    '"%s" gets a hint',
    async (text) => {
      expect(await aBot().bot(say(text))).toEqual({
        kind: 'notice',
        notice: 'empty',
        language: 'nl',
      })
    },
  )

  it('of more than 500 characters gets a friendly request, 500 an answer', async () => {
    const text = 'mag ik thuis printen '.repeat(30)

    expect(await aBot().bot(say(text.slice(0, 501)))).toMatchObject({ notice: 'too-long' })
    expect((await aBot().bot(say(text.slice(0, 500)))).kind).not.toBe('notice')
  })

  it.each([
    ['help', 'Help!'],
    ['help', 'hoi 👋'],
    ['chapters', 'Onderwerpen'],
  ])('gets %s for "%s"', async (kind, text) => {
    expect((await aBot().bot(say(text))).kind).toBe(kind)
  })

  it('of thanks is answered kindly', async () => {
    expect(await aBot().bot(say('top, bedankt! 👍🏽'))).toMatchObject({ notice: 'you-are-welcome' })
  })

  it('leaves the question before it in mind', async () => {
    const { bot } = aBot()
    await bot(say('mag ik mijn wachtwoord delen met een collega'))
    await bot(say('bedankt'))

    expect(idsOf(await bot(say('en als het haast heeft?')))).toContain('inloggen-niet-delen')
  })
})

/** Texts that break programs: length, Unicode, and what platforms and search engines give meaning. */
const HARD_TEXTS: Readonly<Record<string, string>> = {
  '500 characters': 'a'.repeat(500),
  '501 characters': 'a'.repeat(501),
  '4,000 characters': 'mag dat '.repeat(500),
  '28,000 characters': 'a '.repeat(14_000),
  'a compound of 300 letters': 'wachtwoordbeleid'.repeat(19).slice(0, 300),
  'no spaces': 'magikthuisprintenofmoetdatopkantoor',
  capitals: 'MAG IK THUIS PRINTEN',
  emoji: '👩‍👩‍👧‍👦🇳🇱👍🏽 printen',
  '200 combining marks': `printen${'\u0301'.repeat(200)}`,
  'right to left': 'هل يمكنني الطباعة في المنزل',
  'direction override': '\u202Enetnirp\u202C',
  NUL: 'mag\u0000ik printen',
  'line separators': 'mag\r\nik\u2028thuis\u2029printen',
  'U+0133': 'w\u0133ziging van m\u0133n wachtwoord',
  'decomposed accents': 'prive\u0301 mail',
  'lone surrogates': '\ud800 printen \udc00',
  'search operators': '"printen" AND NOT (thuis OR *) NEAR/2 ^x~ +a -b title:y',
  'SQL and HTML': "'; DROP TABLE x; -- <script>alert(1)</script>",
  'Slack marks': '<mailto:a@voorbeeld.example|a> <!channel> <@U123>',
  'Teams marks': '<at>Vraagbaak</at>&nbsp;mag ik printen',
  'names of objects': 'constructor __proto__ toString hasOwnProperty valueOf',
  'only stop words': 'de het een en van ik',
  'only digits': '1 2 3 4 5',
  '40 and more words': Array.from({ length: 70 }, (_, i) => `woord${i}`).join(' '),
}

describe('any text', () => {
  it.each(Object.entries(HARD_TEXTS))('gets a reply that can be shown: %s', async (_, text) => {
    const reply = await aBot().bot(say(text))

    expect(plainText(reply)).not.toBe('')
  })

  it('gets a reply that can be shown, and never breaks the bot', async () => {
    const { bot } = aBot()
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'mag',
            'ik',
            'bsn',
            'printen',
            '?',
            '.',
            "'s",
            '\u0301',
            '0612345678',
            'NL91',
          ),
          { maxLength: 60 },
        )
        .map((words) => words.join(' ')),
    )

    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        expect(plainText(await bot(say(any)))).not.toBe('')
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})
