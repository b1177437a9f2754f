/** Replies: one of every kind and every notable shape, and every place in one where words of others stand. */
import type { Root } from 'mdast'
import { cardSamples } from '../../../../bot/cli/card-samples.ts'
import type { Reply } from '../../../../bot/contract/reply.ts'
import { Language } from '../../../../knowledge/language.ts'
import { CARE_SLOTS } from '../../../adaptive-cards/care-slots.ts'
import { HUMAN_SLOTS } from '../../../adaptive-cards/human-slots.ts'
import { POLL_SLOTS } from '../../../adaptive-cards/poll-slots.ts'
import { PUBLISHING_SLOTS } from '../../../adaptive-cards/publishing-slots.ts'
import { TELLING_SLOTS } from '../../../adaptive-cards/telling-slots.ts'
import { aHit, anOrganisation, aReply, aSource, everyReply } from '../../../builders.ts'

export const NAMED_REPLIES: ReadonlyArray<Readonly<{ name: string; reply: Reply }>> = [
  ...Language.options.flatMap((language) =>
    cardSamples(language).map(({ name, reply }) => ({ name: `${name} in ${language}`, reply })),
  ),
  ...everyReply().map((reply) => ({ name: reply.kind, reply })),
]

/** A tree with the text in every kind of node. */
function everywhere(value: string): Root {
  const text = { type: 'text', value } as const
  const paragraph = { type: 'paragraph', children: [text] } as const
  const row = () => ({
    type: 'tableRow' as const,
    children: [{ type: 'tableCell' as const, children: [text] }],
  })
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 2, children: [text] },
      { type: 'paragraph', children: [{ type: 'strong', children: [text] }, text] },
      { type: 'paragraph', children: [{ type: 'link', url: value, children: [text] }] },
      { type: 'paragraph', children: [{ type: 'link', url: '#x', children: [text] }] },
      { type: 'paragraph', children: [{ type: 'inlineCode', value }] },
      {
        type: 'list',
        ordered: true,
        start: 3,
        children: [{ type: 'listItem', children: [{ ...paragraph, children: [text] }] }],
      },
      {
        type: 'list',
        children: [{ type: 'listItem', children: [{ ...paragraph, children: [text] }] }],
      },
      { type: 'table', children: [row(), row()] },
      { type: 'table', children: [row(), row()] },
      { type: 'blockquote', children: [{ ...paragraph, children: [text] }] },
      { type: 'code', value },
      { type: 'html', value },
    ],
  }
}

export const SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'title of an answer': (title) => aReply('answer', { section: aHit({ title }) }),
  'short answer': (text) => aReply('answer', { lead: everywhere(text) }),
  passage: (text) => aReply('answer', { passage: everywhere(text) }),
  'related title': (title) => aReply('answer', { related: [aHit({ title })] }),
  'name of the handbook': (handbook) => aReply('answer', { source: aSource({ handbook }) }),
  'question with an answer': (question) => aReply('answer', { question: question.slice(0, 500) }),
  'title of a section': (title) => aReply('section', { section: aHit({ title }) }),
  'whole section': (text) => aReply('section', { content: everywhere(text) }),
  'suggested title': (title) => aReply('suggestions', { sections: [aHit({ title })] }),
  'example question': (text) => aReply('welcome', { examples: [text.slice(0, 500) || 'Mag dat?'] }),
  'name of the organisation': (name) =>
    aReply('welcome', { organisation: anOrganisation({ name }) }),
  'name of the CISO': (name) =>
    aReply('no-answer', {
      organisation: anOrganisation({ ciso: { name, email: 'ciso@lindedam.example' } }),
    }),
  'desk to ask elsewhere': (ask) => aReply('no-answer', { elsewhere: { topic: ask, ask } }),
  'first step': (step) => aReply('incident', { steps: [step] }),
  'title of a chapter': (title) =>
    aReply('chapter', { chapter: { number: 1, title, sections: 1 } }),
  'title in a list of chapters': (title) =>
    aReply('chapters', { chapters: [{ number: 1, title, sections: 1 }] }),
  ...HUMAN_SLOTS,
  ...POLL_SLOTS,
  ...PUBLISHING_SLOTS,
  ...TELLING_SLOTS,
  ...CARE_SLOTS,
}

/** Every object in it, at any depth. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [{ ...value }, ...Object.values(value).flatMap(objectsIn)]
}

export const ofType = (value: unknown, type: string) =>
  objectsIn(value).filter((object) => object['type'] === type)
