/** Whatever somebody types, or stands in a handbook or the organisations file, it is shown as text and nothing else. */
import fc from 'fast-check'
import type { Paragraph, Root, TableRow, Text } from 'mdast'
import { z } from 'zod'
import { cardFor } from '../../adaptive-cards/card-for.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { safeText } from '../../knowledge/safe-text.ts'
import { aHit, anOrganisation, aReply, aSource, richTextOf } from '../builders.ts'
import { lintProblems } from './card-lint.ts'
import { CARE_SLOTS } from './care-slots.ts'
import { HUMAN_SLOTS } from './human-slots.ts'
import { INJECTIONS } from './injections.ts'
import { type Node, nodesOf, nodesOfType, runTexts, urlsOf } from './nodes.ts'
import { POLL_SLOTS } from './poll-slots.ts'
import { PUBLISHING_SLOTS } from './publishing-slots.ts'
import { TELLING_SLOTS } from './telling-slots.ts'

/** A tree as a parser would make it if the text stood in every place that text can stand in. */
function everywhere(value: string): Root {
  const text: Text = { type: 'text', value }
  const paragraph: Paragraph = { type: 'paragraph', children: [text] }
  const row: TableRow = { type: 'tableRow', children: [{ type: 'tableCell', children: [text] }] }
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 2, children: [text] },
      { type: 'paragraph', children: [{ type: 'strong', children: [text] }, text] },
      { type: 'paragraph', children: [{ type: 'image', url: value, alt: value }] },
      {
        type: 'paragraph',
        children: [
          { type: 'inlineCode', value },
          { type: 'html', value },
        ],
      },
      { type: 'list', children: [{ type: 'listItem', children: [paragraph] }] },
      { type: 'table', children: [row, row] },
      { type: 'blockquote', children: [paragraph] },
      { type: 'code', value },
      { type: 'html', value },
    ],
  }
}

/** Slots that come from others, each with the reply that shows it. */
const SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'title of an answer': (title) => aReply('answer', { section: aHit({ title }) }),
  'short answer': (text) => aReply('answer', { lead: everywhere(text) }),
  'bold opening of a short answer': (value) =>
    aReply('answer', {
      lead: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'strong', children: [{ type: 'text', value }] }],
          },
        ],
      },
    }),
  passage: (text) => aReply('answer', { passage: everywhere(text) }),
  'related title': (title) => aReply('answer', { related: [aHit({ title })] }),
  'name of the handbook': (handbook) => aReply('answer', { source: aSource({ handbook }) }),
  'version of a section': (version) => aReply('section', { source: aSource({ version }) }),
  'number of a section': (number) => aReply('section', { source: aSource({ number }) }),
  'date of a section': (inForce) => aReply('section', { source: aSource({ inForce }) }),
  'title of a section': (title) => aReply('section', { section: aHit({ title }) }),
  'whole section': (text) => aReply('section', { content: everywhere(text) }),
  'suggested title': (title) => aReply('suggestions', { sections: [aHit({ title })] }),
  'example question': (text) => aReply('welcome', { examples: [text || 'Mag dat?'] }),
  'name of the organisation': (name) =>
    aReply('welcome', { organisation: anOrganisation({ name }) }),
  'name of the CISO': (name) =>
    aReply('no-answer', {
      organisation: anOrganisation({ ciso: { name, email: 'ciso@lindedam.example' } }),
    }),
  'topic that belongs elsewhere': (topic) =>
    aReply('no-answer', { elsewhere: { topic, ask: 'HR' } }),
  'desk to ask elsewhere': (ask) => aReply('no-answer', { elsewhere: { topic: 'verlof', ask } }),
  'first step': (step) => aReply('incident', { steps: [step] }),
  'title of a chapter': (title) =>
    aReply('chapter', { chapter: { number: 1, title, sections: 1 } }),
  'title in a list of chapters': (title) =>
    aReply('chapters', { chapters: [{ number: 1, title, sections: 1 }] }),
  'title in a chapter': (title) => aReply('chapter', { sections: [aHit({ title })] }),
  ...HUMAN_SLOTS,
  ...POLL_SLOTS,
  ...PUBLISHING_SLOTS,
  ...TELLING_SLOTS,
  ...CARE_SLOTS,
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A list that opens and a field with something filled in show no Markdown either. */
function shownTexts(card: unknown): readonly string[] {
  const filled = nodesOfType(card, 'Input.Text').map(({ value }) => String(value ?? ''))
  return [...runTexts(card), ...filled, ...nodesOfType(card, 'Input.ChoiceSet').flatMap(listed)]
}

/** Where all choices are in sight, what Markdown would read stands there in its wide form. */
function listed({ style, label, choices }: Node): readonly string[] {
  const titles = titlesOf(choices)
  return style === 'compact' ? titles : [String(label), ...titles].map(narrow)
}

const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const titlesOf = (choices: unknown): string[] =>
  z
    .array(z.object({ title: z.string() }))
    .parse(choices)
    .map(({ title }) => title)

/** Addresses that our own sample replies lead to. */
const isOurs = (url: string): boolean => url.includes('lindedam.example')

function isShownLiterally(text: string, card: unknown): boolean {
  const shown = oneLine(shownTexts(card).join('\n')).includes(oneLine(safeText(text)))
  return shown && urlsOf(card).every(isOurs) && lintProblems(card).length === 0
}

it('there are enough injections to mean something', () => {
  expect(INJECTIONS.length).toBeGreaterThanOrEqual(60)
})

describe.each(Object.entries(SLOTS))('%s', (_, replyWith) => {
  it('shows every injection literally, unlinked and unparsed', () => {
    const live = INJECTIONS.filter((text) => !isShownLiterally(text, cardFor(replyWith(text))))

    expect(live).toEqual([])
  })

  it('holds for any text', () => {
    const text = fc.oneof(fc.constantFrom(...INJECTIONS), fc.string({ unit: 'binary' }))
    const mixed = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))

    fc.assert(
      fc.property(mixed, (value) => {
        const card = cardFor(replyWith(value))
        expect(lintProblems(card)).toEqual([])
        expect([...nodesOf(card)].map(({ type }) => type)).not.toContain('Image')
      }),
      { numRuns: 30 },
    )
  })
})

it.each(INJECTIONS)('a link to %j is dropped, or is https or mailto and shows its host', (url) => {
  const link: Root['children'][number] = {
    type: 'paragraph',
    children: [{ type: 'link', url, children: [{ type: 'text', value: 'woorden' }] }],
  }
  const content: Root = { type: 'root', children: [link] }
  const card = cardFor(aReply('section', { content }))

  expect(lintProblems(card)).toEqual([])
  for (const address of urlsOf(card))
    expect(runTexts(card)).toContain(` (${new URL(address).host})`)
})

it('Markdown of the handbook links only where its author wrote an https or mailto link', () => {
  const content = richTextOf(INJECTIONS.join('\n\n'))
  const urls = urlsOf(cardFor(aReply('section', { content })))

  expect(urls.length).toBeGreaterThan(0)
  expect(urls.filter((url) => !/^https:\/\/evil\.example\/?$/.test(url))).toEqual([])
})
