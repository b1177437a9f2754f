/** A publication: from a form to the next version, to all who hear of it, and back; step by step. */
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, deputy, kim, secondCiso } from '../bot/an-office.ts'
import type { PressRoom } from './a-press-room.ts'
import { HOME, INCIDENT } from './an-editorial-office.ts'

export const FILES = {
  ...{ '01-home.md': HOME, '02-incident.md': INCIDENT },
  'calibration.yaml': 'answerFrom: 0.3\nsuggestFrom: 0.05\n',
}
export const SECTION = 'thuiswerken-printen'
/** What the publication changes; a number to call, so a second person looks at it. */
export const changed = (text: string): string =>
  text
    .replace('088-000 0200', '088-000 0300')
    .replace('Nee, print op kantoor', 'Nee, print bij ons')

const ASKED = 'kan ik ff iets printen thuis'

export type Step = Readonly<{ name: string; take: (room: PressRoom) => Promise<void> }>

/** Each can be taken again where the one before was not heard to end. */
export const STEPS: readonly Step[] = [
  {
    name: 'agree to hear of changes',
    take: async (room) => {
      await room.say(kim, ASKED)
      await room.press(kim, { verb: 'tell-me', sectionId: SECTION })
    },
  },
  {
    name: 'save the section',
    take: async (room) => {
      const form = as(
        'section-form',
        await room.press(ciso, { verb: 'edit-section', sectionId: SECTION }),
      )
      const { draftId, basedOn, title, text, questions } = form
      await room.press(ciso, {
        ...{ verb: 'save-section', draftId, basedOn, chapter: '', sectionId: SECTION, title },
        ...{ text: changed(text), questions: questions.join('\n'), note: '' },
      })
    },
  },
  { name: 'review the draft', take: (room) => room.settle() },
  {
    name: 'ask for approval',
    take: async (room) => {
      await room.press(ciso, { verb: 'ask-approval', ...decision(room, ciso) })
    },
  },
  { name: 'hear that approval is asked', take: (room) => room.settle() },
  {
    name: 'publish',
    take: async (room) => {
      await room.press(secondCiso, { verb: 'publish-draft', ...decision(room, secondCiso) })
    },
  },
  { name: 'swap and tell', take: (room) => room.settle() },
  {
    name: 'roll back',
    take: async (room) => {
      await room.press(deputy, { verb: 'confirm-roll-back', version: 1, after: 2 })
    },
  },
  { name: 'swap back and tell', take: (room) => room.settle() },
]

/** How many versions there are at least and at most after each step. */
export const VERSIONS: readonly (readonly [number, number])[] = [
  ...([
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [2, 2],
    [2, 2],
    [3, 3],
    [3, 3],
  ] as const),
]

export const inbox = (
  { sent }: Pick<PressRoom, 'sent'>,
  { person }: Partial<Speaker>,
): PressRoom['sent'] =>
  sent.filter(({ address }) => address.kind === 'person' && address.person === person)

export function told<K extends Reply['kind']>(
  room: Pick<PressRoom, 'sent'>,
  who: Partial<Speaker>,
  kind: K,
): readonly Readonly<{ content: ReplyOf<K>; possiblyDouble: boolean }>[] {
  return inbox(room, who).flatMap(({ content, possiblyDouble }) =>
    content.kind === kind ? [{ content: as(kind, content), possiblyDouble }] : [],
  )
}

function decision(room: PressRoom, who: Partial<Speaker>) {
  const review = told(room, who, 'draft-review').at(-1)?.content
  if (review === undefined) throw new Error(`${who.name} was not told of the draft`)
  const { draft } = review
  const accepted = (review.review.gate?.lost ?? []).map((_, place) => place).join(',')
  return { draftId: draft.id, hash: draft.hash, accepted }
}
