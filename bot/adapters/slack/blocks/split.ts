/** Split: a text in two parts that give back exactly the same when they are put together. */
import { MAX_TEXT_INPUT } from './limits.ts'
import { type Break, breakText } from './payload.ts'

/** With less there is room to write on. */
const COMFORTABLE = 2_400

export type Halves = Readonly<{ first: string; second: string; after: Break }>

/** @param maxLength of both together; undefined when one field is enough */
export function split(text: string, maxLength: number): Halves | undefined {
  if (text.length <= Math.min(COMFORTABLE, maxLength) || maxLength <= MAX_TEXT_INPUT)
    return undefined
  const least = Math.max(1, text.length - MAX_TEXT_INPUT)
  const breaks: readonly Break[] = ['paragraph', 'line', 'word']
  for (const after of breaks) {
    const at = text.lastIndexOf(breakText(after), COMFORTABLE)
    if (at >= least) return halves(text, at, after)
  }
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(COMFORTABLE - 1))
  return halves(text, COMFORTABLE - (isHalf ? 1 : 0), 'nothing')
}

const halves = (text: string, at: number, after: Break): Halves => ({
  first: text.slice(0, at),
  second: text.slice(at + breakText(after).length),
  after,
})
