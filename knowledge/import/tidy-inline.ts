/** Tidy inline: the words of a paragraph with as little form around them as says the same. */
import type { PhrasingContent } from 'mdast'
import { safeText, sectionOfLink } from '../safe-text.ts'

type Marks = Readonly<{ strong: boolean; emphasis: boolean; link: string }>
/** A piece of text in one form; a break stands alone. */
type Run = Marks & Readonly<{ text: string; is: 'text' | 'code' | 'break' }>

const PLAIN: Marks = { strong: false, emphasis: false, link: '' }

/**
 * Merges what is alike, takes white space out of bold, and drops what a handbook does not show:
 * pictures, raw HTML, and links to anything but web pages, mail and sections.
 */
export function tidyInline(children: readonly PhrasingContent[]): PhrasingContent[] {
  const runs = children.flatMap((child) => runsOf(child, PLAIN)).flatMap(spacesApart)
  return nest(trimmed(merged(runs)), ['link', 'strong', 'emphasis'])
}

function runsOf(node: PhrasingContent, marks: Marks): readonly Run[] {
  switch (node.type) {
    case 'text':
      return [{ ...marks, is: 'text', text: onOneLine(node.value) }]
    case 'inlineCode':
      return [{ ...marks, is: 'code', text: onOneLine(node.value) }]
    case 'break':
      return [{ ...PLAIN, is: 'break', text: '' }]
    case 'strong':
      return node.children.flatMap((child) => runsOf(child, { ...marks, strong: true }))
    case 'emphasis':
      return node.children.flatMap((child) => runsOf(child, { ...marks, emphasis: true }))
    case 'link':
      return node.children.flatMap((child) => runsOf(child, { ...marks, link: address(node.url) }))
    default:
      return 'children' in node ? node.children.flatMap((child) => runsOf(child, marks)) : []
  }
}

const onOneLine = (text: string): string => safeText(text.replace(/\s+/g, ' '))

function address(url: string): string {
  if (sectionOfLink(url) !== undefined) return url
  if (!/^(https?|mailto):/i.test(url) || !URL.canParse(url)) return ''
  return new URL(url).href
}

/** "**Let op: **" reads as literal asterisks in Markdown. */
function spacesApart(run: Run): readonly Run[] {
  if (run.is !== 'text') return [run]
  const [, before = '', inner = '', after = ''] = /^(\s?)(.*?)(\s?)$/s.exec(run.text) ?? []
  const space = (text: string): Run => ({ ...PLAIN, is: 'text', text })
  return [space(before), { ...run, text: inner }, space(after)].filter(({ text }) => text !== '')
}

function merged(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.is === run.is && run.is !== 'break' && sameMarks(last, run))
      result[result.length - 1] = { ...last, text: (last.text + run.text).replace(/ {2,}/g, ' ') }
    else result.push(run)
  }
  return result
}

const sameMarks = (one: Marks, other: Marks): boolean =>
  one.strong === other.strong && one.emphasis === other.emphasis && one.link === other.link

/** Nothing but words at both ends, and no space beside a break or another space. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    const starts = last === undefined || last.is === 'break'
    if (run.is !== 'break') result.push(...afterSpace(run, starts || last.text.endsWith(' ')))
    else if (!starts) result.push(run)
  }
  return withoutEnd(result)
}

function afterSpace(run: Run, open: boolean): readonly Run[] {
  const text = open && run.is === 'text' ? run.text.trimStart() : run.text
  return text === '' ? [] : [{ ...run, text }]
}

function withoutEnd(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1)
  if (last === undefined || (last.is !== 'break' && !last.text.endsWith(' '))) return runs
  const rest = runs.slice(0, -1)
  const text = last.is === 'text' ? last.text.trimEnd() : ''
  if (text === '') return last.is === 'code' ? runs : withoutEnd(rest)
  return [...rest, { ...last, text }]
}

type Form = keyof Marks

function nest(runs: readonly Run[], forms: readonly Form[]): PhrasingContent[] {
  const [form, ...deeper] = forms
  if (form === undefined) return runs.map(leaf)
  return groups(runs, form).flatMap((group) => {
    const [first] = group
    const children = nest(group, deeper)
    return first === undefined || !first[form] ? children : [wrapped(form, first.link, children)]
  })
}

function groups(runs: readonly Run[], form: Form): readonly (readonly Run[])[] {
  const result: Run[][] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.[0]?.[form] === run[form]) last.push(run)
    else result.push([run])
  }
  return result
}

function wrapped(form: Form, url: string, children: PhrasingContent[]): PhrasingContent {
  if (form === 'link') return { type: 'link', url, children }
  return { type: form, children }
}

function leaf({ is, text }: Run): PhrasingContent {
  if (is === 'break') return { type: 'break' }
  return is === 'code' ? { type: 'inlineCode', value: text } : { type: 'text', value: text }
}
