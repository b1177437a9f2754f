/** Card lint: our own rules for cards, beyond what the schema can say. */
import MarkdownIt from 'markdown-it'
import { z } from 'zod'
import { parseAction } from '../../bot/contract/action.ts'
import { textsFor } from '../../bot/contract/texts/texts.ts'
import { Language } from '../../knowledge/language.ts'
import { inputProblems } from './input-lint.ts'
import { type Node, nodesOf, nodesOfType } from './nodes.ts'

const MAX_BYTES = 24 * 1024
const MAX_BUTTONS = 6
/** Teams cuts longer button titles off on a phone. */
const MAX_BUTTON_TITLE = 32
/** Drawn by Teams on the desktop only. */
const TEAMS_ONLY =
  /^(Chart\.|CodeBlock|Icon|Badge|Carousel|Rating|Progress|CompoundButton|Input\.Rating)/
const INVISIBLE =
  /(?!\n)\p{Cc}|[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u

const CATALOGUE: ReadonlySet<unknown> = new Set(
  Language.options.flatMap((language) => Object.values(textsFor(language))),
)

/** Words of ours that name a number: with any number in its place. */
const NUMBERED: ReadonlySet<string> = new Set(
  Language.options.flatMap((language) => {
    const texts = textsFor(language)
    const { pollConfirmYes, announceConfirmYes, peopleCount } = texts
    const { publishedTitle, publishedUndo, rollBackTitle, rollBackConfirm } = texts
    return [
      ...[pollConfirmYes, announceConfirmYes].flatMap((yes) =>
        ['0', '1'].map((amount) => yes({ persons: peopleCount({ amount }) })),
      ),
      ...[publishedTitle, publishedUndo, rollBackTitle, rollBackConfirm].map((of) =>
        of({ version: '0' }),
      ),
      texts.formEditTitle({ number: '0' }),
      texts.differenceTitle({ from: '0', until: '0' }),
    ]
  }),
)
const withoutNumber = (title: string): string => title.replace(/\d[\d.,]*/g, '0')

type Rule = (node: Node) => string | false

const RULES: Readonly<Record<string, Rule>> = {
  AdaptiveCard: (card) =>
    firstOf(
      card.version !== '1.5' && 'version must be 1.5: Teams on a phone shows nothing without',
      !Language.safeParse(card.lang).success && 'lang must be nl or en',
      !card.fallbackText && 'fallbackText is missing',
      'msteams' in card && 'msteams could turn text into mentions',
    ),
  TextBlock: (block) =>
    firstOf(
      block.wrap !== true && 'must wrap',
      !isOurs(String(block.text)) && 'parses Markdown, so it holds words of the catalogue only',
    ),
  RichTextBlock: ({ inlines }) => isEmpty(inlines) && 'has no text',
  TextRun: ({ text }) => INVISIBLE.test(String(text)) && 'holds invisible characters',
  Container: ({ items }) => isEmpty(items) && 'is empty',
  'Input.Text': (input) =>
    firstOf(
      !CATALOGUE.has(input.label) && 'has no label of the catalogue',
      !(Number(input.maxLength) > 0) && 'takes any number of characters',
      String(input.value ?? '').length > Number(input.maxLength) && 'is filled in too long',
      INVISIBLE.test(String(input.value ?? '')) && 'is filled in with invisible characters',
      input.isRequired === true &&
        !CATALOGUE.has(input.errorMessage) &&
        'is required, and does not say so',
    ),
  'Input.ChoiceSet': (input) =>
    firstOf(
      !isInert(String(input.label ?? '')) && 'has no label without Markdown',
      input.isRequired === true &&
        !CATALOGUE.has(input.errorMessage) &&
        'is required, and does not say so',
      isEmpty(input.choices) && 'has nothing to choose',
      !listOf(input.choices).every((choice) => isPlainChoice(choice, input)) &&
        'has a choice that is not plain',
    ),
  'Input.Date': (input) =>
    firstOf(
      !CATALOGUE.has(input.label) && 'has no label of the catalogue',
      input.isRequired === true &&
        !CATALOGUE.has(input.errorMessage) &&
        'is required, and does not say so',
    ),
  Image: ({ altText }) => !altText && 'altText is missing',
  ActionSet: ({ actions }) => !allShort(actions) && 'has a title that is not short or not ours',
  'Action.Execute': (action) =>
    firstOf(
      !isNodeOfType(action.fallback, 'Action.Submit') && 'needs an Action.Submit fallback',
      !parseAction(action.data) && 'sends what the bot cannot read',
      parseAction(action.data)?.verb !== action.verb && 'verb and payload differ',
      !action.title && 'has no title for screen readers',
    ),
  'Action.Submit': ({ data }) => !parseAction(data) && 'sends what the bot cannot read',
  'Action.OpenUrl': ({ url }) => !/^(https:\/\/|mailto:)/.test(String(url)) && `leads to ${url}`,
}

export function lintProblems(card: unknown): readonly string[] {
  return [...nodesOf(card)].flatMap(problemsOf).concat(wholeCardProblems(card))
}

function problemsOf(node: Node): string[] {
  const problem = RULES[node.type]?.(node) || false
  const unknown = TEAMS_ONLY.test(node.type) && !('fallback' in node) && 'needs a fallback'
  return [problem, unknown].filter((it) => it !== false).map((it) => `${node.type} ${it}`)
}

function wholeCardProblems(card: unknown): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(card))
  const buttons = nodesOfType(card, 'ActionSet').flatMap(({ actions }) => listOf(actions))
  const ids = [...nodesOf(card)].flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  return [
    bytes > MAX_BYTES && `AdaptiveCard has ${bytes} bytes`,
    buttons.length > MAX_BUTTONS && `AdaptiveCard has ${buttons.length} buttons`,
    new Set(ids).size < ids.length && 'AdaptiveCard has an id twice',
  ]
    .filter((it) => it !== false)
    .concat(inputProblems(card))
}

const firstOf = (...problems: readonly (string | false)[]): string | false =>
  problems.find((problem) => problem !== false) ?? false

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isEmpty = (value: unknown): boolean => listOf(value).length === 0

/** A list that opens shows its titles as they are; where all are in sight some clients read Markdown. */
function isPlainChoice(choice: unknown, { style }: Node): boolean {
  const { title } = Choice.parse(choice)
  return style === 'compact' ? title.trim() !== '' && !INVISIBLE.test(title) : isInert(title)
}

/** Shown as it is, by a client that reads Markdown as well as by one that does not. */
function isInert(text: string): boolean {
  const shown = text.trim() !== '' && !INVISIBLE.test(text) && !text.includes('{{')
  return shown && markdown.render(text) === `<p>${markdown.utils.escapeHtml(text)}</p>\n`
}

const markdown = new MarkdownIt({ html: true })

const Choice = z.object({ title: z.string(), value: z.string() })

const isNodeOfType = (value: unknown, type: string): boolean =>
  [...nodesOf(value)][0]?.type === type

const isOurs = (title: string): boolean =>
  CATALOGUE.has(title) || NUMBERED.has(withoutNumber(title))

function allShort(actions: unknown): boolean {
  return [...nodesOf(actions)].every(
    ({ title }) => isOurs(String(title)) && String(title).length <= MAX_BUTTON_TITLE,
  )
}
