import fc from 'fast-check'
import { cleanText } from '../../../bot/adapters/teams/clean-text.ts'

it.each([
  ['<at>Vraagbaak</at>&nbsp;mag dit?\n', 'mag dit?'],
  ['vraag <at id="0">Jan van Dijk</at> het maar', 'vraag het maar'],
  ['<p>mag dit?</p><p>en dat?</p>', 'mag dit? en dat?'],
  ['eerste<br/>tweede', 'eerste tweede'],
  ['<a href="https://waterveen.example">hier</a> geklikt', 'hier geklikt'],
  ['R&amp;D &lt;intern&gt; &quot;geheim&quot; &#39;x&#39; &#x2019;', `R&D <intern> "geheim" 'x' ’`],
  ['is a < b en c > d?', 'is a < b en c > d?'],
  ['wat is <naam van collega>?', 'wat is <naam van collega>?'],
  ['AT&T &onbekend; &amp', 'AT&T &onbekend; &amp'],
  ['&#55357; &#x110000; &#0;x', 'x'],
  ['w\u200bacht\u202ewoord\u0000', 'wachtwoord'],
  ['  veel   \r\n ruimte\t', 'veel ruimte'],
  ['ík fíets 👩‍💻', 'ík fíets 👩‍💻'],
  ['', ''],
])('reads %j as %j', (typed, meant) => {
  expect(cleanText(typed)).toBe(meant)
})

it('takes what was escaped as text, not as a tag', () => {
  expect(cleanText('&lt;at&gt;Jan&lt;/at&gt;')).toBe('<at>Jan</at>')
})

it('leaves no mention, control character or outer white space in any text', () => {
  const pieces = fc.constantFrom('<at>', '</at>', 'Jan', '&nbsp;', '<', '>', '\u0007', ' ', '<p>')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = cleanText(parts.join(''))

      expect(text).toBe(text.trim())
      expect(text).not.toMatch(/\p{Cc}|<at>[^<>]*<\/at>/u)
    }),
    { seed: 20261122 },
  )
})

it.each(['<at>', '<a ', '&#', '<', '&nbsp;', '<p', ' '])(
  'takes no more than linear time for many %j',
  (piece) => {
    const timeOf = (times: number) => {
      const start = performance.now()
      cleanText(piece.repeat(times))
      return performance.now() - start
    }
    timeOf(1000) // warm
    const small = Math.max(...[1, 2, 3].map(() => timeOf(5_000)), 1)

    expect(Math.min(...[1, 2, 3].map(() => timeOf(50_000)))).toBeLessThan(small * 60)
  },
)
