/** A difference on a card: what went and what came can be told apart, also where every word changed. */
import { difference } from '../../adaptive-cards/publishing-parts.ts'
import { pieces } from '../../bot/publishing/word-difference.ts'

type Run = Readonly<{ text?: string; strikethrough?: boolean; weight?: string }>

/** "Print [thuis] {op kantoor}." */
function shown(before: string, after: string): string {
  const runs: readonly Run[] = difference(pieces(before, after)).inlines?.map(Object) ?? []
  return runs
    .map(({ text, strikethrough, weight }) => {
      if (strikethrough === true) return `[${text}]`
      return weight === 'Bolder' ? `{${text}}` : text
    })
    .join('')
}

it.each([
  ['ga naar huis', 'ga naar huis', 'ga naar huis'],
  ['bel 0200 nu', 'bel 0300 nu', 'bel [0200] {0300} nu'],
  [
    'dit komt er pas uit.',
    'dit blijft vier uur klaar.',
    'dit [komt er pas uit] {blijft vier uur klaar}.',
  ],
  ['bel nu', 'bel vooral nu', 'bel {vooral }nu'],
  ['bel vooral nu', 'bel nu', 'bel [vooral ]nu'],
  ['', 'bel nu', '{bel nu}'],
  ['een\n\ntwee', 'drie\n\nvier', '[een] {drie}\n\n[twee] {vier}'],
  ['een twee drie', 'vier twee vijf', '[een] {vier} twee [drie] {vijf}'],
])('of %j and %j is %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})
