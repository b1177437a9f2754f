/** View: a reply as a modal; with fields to fill in, the first button that sends them submits it. */
import type { ModalView } from '@slack/types'
import { cardFor } from '../../../../adaptive-cards/card-for.ts'
import { type Element, text } from '../../../../adaptive-cards/elements.ts'
import type { Language } from '../../../../knowledge/language.ts'
import type { Reply } from '../../../contract/reply.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import { carriedBy, numbered } from './buttons.ts'
import { cutToFit, ROOM } from './fit.ts'
import { countSending, hasInputs, submitOf } from './form.ts'
import { join } from './join.ts'
import { MAX_MODAL_WORDS } from './limits.ts'
import type { ShownBlock } from './part.ts'
import { type Metadata, privateMetadata } from './payload.ts'
import { walk } from './walk.ts'
import { plain } from './words.ts'

const NAME = 'Vraagbaak'

/** True when there is something to fill in, so that it opens as a modal. */
export function hasForm(reply: Reply): boolean {
  return hasInputs(cardFor(reply).body ?? [])
}

/** @param metadata comes back with everything that is pressed or sent in the modal; keep it short */
export function renderView(reply: Reply, metadata?: Metadata): ModalView {
  const { language } = reply
  const texts = textsFor(language)
  const body: readonly Element[] = cardFor(reply).body ?? []
  const submit = hasInputs(body) ? submitOf(body) : undefined
  const payload = submit && carriedBy(submit.action)
  const shown = submit === undefined ? body : saidBelow(body, submit, language)
  const { title, blocks } = titled(blocksOf(shown, reply))
  return {
    type: 'modal',
    title: plain(title, MAX_MODAL_WORDS),
    close: plain(texts.slackClose, MAX_MODAL_WORDS),
    ...(submit ? { submit: plain(submitWords(submit.action.title, language)) } : {}),
    blocks: [...blocks],
    private_metadata: privateMetadata({
      ...(payload === undefined ? {} : { payload }),
      ...(metadata === undefined ? {} : { metadata }),
    }),
  }
}

type Submit = NonNullable<ReturnType<typeof submitOf>>

/** Where there are several ways to send it, the place of the first says where its button is. */
function saidBelow(body: readonly Element[], submit: Submit, language: Language) {
  if (countSending(body) < 2) return submit.body
  const words = textsFor(language).slackSubmit({
    title: submitWords(submit.action.title, language),
  })
  const at = body.findIndex((element, index) => element !== submit.body[index])
  return submit.body.toSpliced(at, 0, text(words, {}, { spacing: 'Small' }))
}

/** A cut word on the button that sends something is worse than a plain one. */
const submitWords = (title: string | undefined, language: Language): string =>
  title !== undefined && title.length <= MAX_MODAL_WORDS ? title : textsFor(language).slackSend

function blocksOf(body: readonly Element[], reply: Reply): readonly ShownBlock[] {
  const { language } = reply
  const round = reply.kind === 'document-doubts' ? { round: reply.settled + 1 } : {}
  const pieces = join(walk(body, { language, surface: 'modal', ...round }))
  return numbered(cutToFit(pieces, ROOM.view, textsFor(language).moreHere))
}

type Titled = Readonly<{ title: string; blocks: readonly ShownBlock[] }>

/** A heading that is short enough is the title of the modal, and is not said twice. */
function titled(blocks: readonly ShownBlock[]): Titled {
  const [first, ...others] = blocks
  if (first?.type !== 'header' || first.text.text.length > MAX_MODAL_WORDS || others.length === 0)
    return { title: NAME, blocks }
  return { title: first.text.text, blocks: others }
}
