/** Form: what of a card is filled in, what sends it, and which button opens it again as a modal. */
import type { IExecuteAction } from '@microsoft/teams.cards'
import { button, buttons, type Element } from '../../../../adaptive-cards/elements.ts'
import type { Payload } from '../../../contract/action.ts'
import type { Reply, ReplyOf } from '../../../contract/reply.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import { carriedBy } from './buttons.ts'
import { fieldsOf } from './payload.ts'
import { pressables } from './walk.ts'

type Opener = Readonly<{ title: string; action: Payload }>

/**
 * The button that leads to the same form; undefined where none does, so that its fields stand in
 * the message itself.
 */
export function openerOf(reply: Reply): Opener | undefined {
  const texts = textsFor(reply.language)
  switch (reply.kind) {
    case 'poll':
      return { title: texts.slackFillPoll, action: { verb: 'my-poll' } }
    case 'human-form': {
      const { question, origin, section } = reply
      const about = section === undefined ? {} : { sectionId: section.id }
      const action = { verb: 'ask-human', question, origin, ...about } as const
      return { title: texts.slackFillQuestion, action }
    }
    case 'escalation': {
      if (reply.draft) return undefined // what was typed so far would be lost
      const action = { verb: 'show-escalation', escalationId: reply.escalation.id } as const
      return { title: texts.slackFillAnswer, action }
    }
    case 'incident-form': {
      const action = { verb: 'report-incident', incident: reply.incident } as const
      return { title: texts.slackFillIncident, action }
    }
    case 'poll-form':
      return { title: texts.slackFillPlan, action: { verb: 'edit-polls' } }
    case 'announcement-form': {
      const action = { verb: 'announce', version: reply.announcement.version } as const
      return { title: texts.slackFillAnnouncement, action }
    }
    case 'draft-review': {
      const action = { verb: 'show-draft', draftId: reply.draft.id } as const
      return { title: texts.slackFillReview, action }
    }
    case 'section-form':
      return sectionOpener(reply)
    default:
      return undefined
  }
}

/** Not where something was filled in before, or for a new section: that would be lost. */
function sectionOpener({ language, section, draftId, problem }: ReplyOf<'section-form'>) {
  if (section === undefined || problem !== undefined) return undefined
  const action = { verb: 'edit-section', sectionId: section.id, draftId } as const
  return { title: textsFor(language).slackFillSection, action }
}

const isInput = ({ type }: Element): boolean => type.startsWith('Input.')

export const hasInputs = (body: readonly Element[]): boolean => body.some(isInput)

function inputNames(body: readonly Element[]): readonly string[] {
  return body.flatMap((element) => (isInput(element) && element.id ? [element.id] : []))
}

/** True for a button that takes along what is filled in. */
const sends = (action: unknown, names: readonly string[]): boolean => {
  const fields = fieldsOf(carriedBy(action)?.['verb'])
  return names.some((name) => fields.has(name))
}

function sendingIn(element: Element, names: readonly string[]): readonly IExecuteAction[] {
  if (element.type === 'Container')
    return (element.items ?? []).flatMap((item) => sendingIn(item, names))
  if (element.type !== 'ActionSet') return []
  return pressables(element.actions).filter(
    (action) => action.type === 'Action.Execute' && sends(action, names),
  ) as IExecuteAction[] // what sends has a payload, which only these have
}

/** In the place of all that is filled in: one button that opens it. */
export function withoutForm(
  body: readonly Element[],
  { title, action }: Opener,
): readonly Element[] {
  const names = inputNames(body)
  const input = body.findIndex(isInput)
  const end = body.findLastIndex(
    (element) => sendingIn(element, names).length > 0 || isInput(element),
  )
  const open = buttons({ ...button(title, action), style: 'positive' })
  return [...body.slice(0, introduction(body, input)), open, ...body.slice(end + 1)]
}

/** Lines that say what the first field is: a bold one, with small ones below it. */
function introduction(body: readonly Element[], input: number): number {
  let start = input
  while (start > 0 && isCloseText(body[start - 1])) start--
  const title = body[start - 1]
  const isTitle =
    title?.type === 'RichTextBlock' && JSON.stringify(title.inlines).includes('Bolder')
  return isTitle ? start - 1 : input
}

const isCloseText = (element: Element | undefined): boolean =>
  element?.type === 'RichTextBlock' && element.spacing === 'Small'

export type Submit = Readonly<{ action: IExecuteAction; body: readonly Element[] }>

/** The first button that sends what is filled in, and the card without it. */
export function submitOf(body: readonly Element[]): Submit | undefined {
  const names = inputNames(body)
  const all = body.flatMap((element) => sendingIn(element, names))
  const [action] = all
  if (action === undefined) return undefined
  return { action, body: body.flatMap((element) => without(element, action)) }
}

/** An element that does not have it stays the same object. */
function without(element: Element, action: IExecuteAction): readonly Element[] {
  if (element.type === 'Container') {
    const { items = [] } = element
    const left = items.flatMap((item) => [...without(item, action)])
    const isSame = left.length === items.length && left.every((item, at) => item === items[at])
    return [isSame ? element : { ...element, items: left }]
  }
  if (element.type !== 'ActionSet' || !element.actions.includes(action)) return [element]
  const actions = element.actions.filter((other) => other !== action)
  return actions.length === 0 ? [] : [{ ...element, actions }]
}

/** How many ways there are to send it. */
export const countSending = (body: readonly Element[]): number =>
  body.flatMap((element) => sendingIn(element, inputNames(body))).length
