/** Buttons: what can be pressed on a card, as Slack's buttons. */
import type { IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards'
import type { Button } from '@slack/types'
import { clip } from '../../../../adaptive-cards/elements.ts'
import type { Language } from '../../../../knowledge/language.ts'
import { safeUrl } from '../../../../knowledge/safe-text.ts'
import type { Messages } from '../../../contract/texts/nl.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import { MAX_ACCESSIBILITY_LABEL, MAX_BUTTON_TEXT, MAX_ROW, MAX_URL } from './limits.ts'
import type { Part, ShownBlock } from './part.ts'
import { buttonValue, ID_MARK } from './payload.ts'
import { oneLine, paragraph, plain } from './words.ts'

export type Pressable = IExecuteAction | IOpenUrlAction

/** What a button of a card carries; undefined for one that only opens a page. */
export function carriedBy(action: unknown): Readonly<Record<string, unknown>> | undefined {
  const isAction = typeof action === 'object' && action !== null && 'data' in action
  const data = isAction ? action.data : undefined
  return typeof data === 'object' && data !== null ? { ...data } : undefined
}

/** A row of buttons; what does not fit in a button, or leads nowhere good, is said in words. */
export function* buttonParts(actions: readonly Pressable[], language: Language): Generator<Part> {
  const shown = actions.map((action) => ({ action, button: buttonOf(action) }))
  const buttons = shown.flatMap(({ button }) => (button === undefined ? [] : [button]))
  for (const { action, button } of shown) if (button === undefined) yield inWords(action, language)
  if (buttons.length > 0) yield { kind: 'buttons', buttons }
}

function buttonOf(action: Pressable): Button | undefined {
  return action.type === 'Action.OpenUrl' ? linkButton(action) : executeButton(action)
}

function executeButton(action: IExecuteAction): Button | undefined {
  const carried = carriedBy(action)
  const value = carried && buttonValue(carried)
  if (carried === undefined || value === undefined) return undefined
  const { title = '', tooltip } = action
  return {
    type: 'button',
    action_id: String(carried['verb']),
    text: plain(oneLine(title), MAX_BUTTON_TEXT),
    value,
    ...styleOf(action),
    ...(tooltip === undefined ? {} : named(tooltip)),
  }
}

function styleOf({ style }: IExecuteAction): Pick<Button, 'style'> {
  if (style === 'positive') return { style: 'primary' }
  return style === 'destructive' ? { style: 'danger' } : {}
}

/** What a screen reader says instead of the words on the button. */
const named = (words: string): Pick<Button, 'accessibility_label'> => ({
  accessibility_label: clip(oneLine(words), MAX_ACCESSIBILITY_LABEL) || '…',
})

/** Slack's page promises web addresses only. */
function linkButton({ title = '', url }: IOpenUrlAction): Button | undefined {
  const address = safeUrl(url ?? '')
  if (address?.protocol !== 'https:' || address.href.length > MAX_URL) return undefined
  return {
    type: 'button',
    action_id: 'link',
    text: plain(title, MAX_BUTTON_TEXT),
    url: address.href,
  }
}

function inWords(action: Pressable, language: Language): Part {
  const { title = '' } = action
  const address = action.type === 'Action.OpenUrl' ? writtenOut(action.url ?? '') : undefined
  const said =
    address === undefined
      ? paragraph(textsFor(language).slackNoButton({ title }))
      : [...paragraph(`${title}: `), address]
  const place = { form: 'section', mark: '', indent: 0, links: [], tight: false } as const
  return { kind: 'text', ...place, elements: said }
}

/** Mail can be led to; a page without https is only named, such as that of a bot on one's own machine. */
function writtenOut(given: string) {
  const url = safeUrl(given) ?? URL.parse(given)
  if (url === null || url.href.length > MAX_URL) return undefined
  if (url.protocol === 'mailto:')
    return { type: 'link', url: url.href, text: url.pathname } as const
  return url.protocol === 'http:' ? ({ type: 'text', text: url.href } as const) : undefined
}

type Word = 'slackRead' | 'slackLook' | 'slackAsk' | 'slackOpen'

/** Of a title in a list: what the button beside it says. Anything else says itself what it does. */
const BESIDE: ReadonlyMap<unknown, Word & keyof Messages> = new Map([
  ['show-section', 'slackRead'],
  ['show-chapter', 'slackLook'],
  ['show-results', 'slackLook'],
  ['show-escalation', 'slackOpen'],
  ['ask', 'slackAsk'],
])

type Choice = Readonly<{ title: string; detail?: string; action: IExecuteAction }>

/** A title with a button beside it, so that a long one wraps; or a button alone. */
export function* choiceParts(
  { title, detail, action }: Choice,
  language: Language,
): Generator<Part> {
  const texts = textsFor(language)
  const word = BESIDE.get(carriedBy(action)?.['verb'])
  const button = executeButton(action)
  const whole = oneLine([title, ...(detail ? [detail] : [])].join(' · '))
  if (button === undefined) return yield inWords({ ...action, title }, language)
  if (word === undefined && oneLine(title).length <= MAX_BUTTON_TEXT) {
    const name = action.title !== undefined && action.title !== title ? named(action.title) : {}
    return yield { kind: 'buttons', buttons: [{ ...button, text: plain(oneLine(title)), ...name }] }
  }
  const name = texts[word ?? 'slackOpen']
  const accessory: Button = {
    ...button,
    text: plain(name, MAX_BUTTON_TEXT),
    ...named(texts.slackAbout({ name, title: whole })),
  }
  yield { kind: 'block', block: { type: 'section', text: plain(whole), accessory } }
}

/** To a section that words within a text lead to. */
export function sectionLink(action: unknown, language: Language): Button | undefined {
  const carried = carriedBy(action)
  const value = carried && buttonValue(carried)
  if (carried === undefined || value === undefined) return undefined
  const isTitled = typeof action === 'object' && action !== null && 'title' in action
  const title = isTitled ? oneLine(String(action.title)) : ''
  const { slackRead: name, slackAbout } = textsFor(language)
  const words = slackAbout({ name, title })
  return {
    type: 'button',
    action_id: String(carried['verb']),
    text: plain(words, MAX_BUTTON_TEXT),
    value,
  }
}

/** At most one button of a row stands out, and no more stand side by side than look right. */
export function rowsOf(buttons: readonly Button[]): readonly ShownBlock[] {
  const rows: Button[][] = []
  for (const button of onePrimary(buttons)) {
    const row = rows.at(-1)
    if (row !== undefined && row.length < MAX_ROW) row.push(button)
    else rows.push([button])
  }
  return rows.map((elements) => ({ type: 'actions', elements }))
}

function onePrimary(buttons: readonly Button[]): readonly Button[] {
  const first = buttons.findIndex(({ style }) => style === 'primary')
  return buttons.map(({ style, ...button }, index) => {
    const keeps = style !== undefined && (style !== 'primary' || index === first)
    return keeps ? { ...button, style } : button
  })
}

/** Ids that differ within a message: `<verb>#<n>`. */
export function numbered(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  let count = 0
  const next = <E extends { type: string; action_id?: string }>(element: E): E =>
    element.type === 'button'
      ? { ...element, action_id: `${element.action_id ?? ''}${ID_MARK}${count++}` }
      : element
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(next) }
    if (block.type !== 'section' || block.accessory?.type !== 'button') return block
    return { ...block, accessory: next(block.accessory) }
  })
}
