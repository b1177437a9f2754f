/** Split chapter: read piece by piece, a chapter says what it says as a whole. */
import fc from 'fast-check'
import { parseMarkdown, withoutPositions } from '../../knowledge/markdown.ts'
import { splitChapter } from '../../knowledge/split-chapter.ts'

const nodesOf = (text: string) => withoutPositions(parseMarkdown(text)).children
const piecewise = (text: string) => splitChapter(text).flatMap((piece) => nodesOf(piece.text))

/** What a heading may stand in or after. */
const LINES = [
  ...[
    '## Kop {#a}',
    '### Kleiner',
    '##',
    '##geen',
    ' ## ingesprongen',
    'tekst',
    '- lijst',
    '  vervolg',
  ],
  ...['1. een', '> citaat', '    code', '| a | b |', '|---|---|', '---', '===', 'keywords: [x]'],
  ...['-->', '<!-- kort -->', '--> <!--', '<!-->', '<div>', '</div>', '[a]', '\\<!--', '`<!--`'],
]
const OFTEN = ['', '## Kop', '<!-- vraagbaak']
/** With one of these nothing is cut, so they must not be in every text. */
const RARE = ['```', '~~~', '<pre>', '<?php', '[a]: https://a.example', '<!DOCTYPE x']

const aLine = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...LINES) },
  { weight: 20, arbitrary: fc.constantFrom(...OFTEN) },
  { weight: 2, arbitrary: fc.constantFrom(...RARE) },
)
const aText = fc.array(aLine, { maxLength: 20, size: 'max' }).map((lines) => lines.join('\n'))

it('whatever stands in it', () => {
  fc.assert(
    fc.property(aText, (text) => {
      expect(piecewise(text)).toEqual(nodesOf(text))
    }),
    { numRuns: 1_000 },
  )
})

it('and every line is in one piece, at its place', () => {
  const text = 'vooraf\n\n## A\n\na\n\n## B\n<!-- vraagbaak\n\n## geen kop\n-->\n\nb\n\n## C\n\nc'

  const pieces = splitChapter(text)

  expect(pieces.map(({ text: piece }) => piece).join('\n')).toBe(text)
  expect(pieces.map(({ line }) => line)).toEqual([0, 2, 6, 14])
})
