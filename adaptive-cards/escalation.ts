/** Escalation: a question for the CISO, with everything needed to answer it on the spot. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { MAX_ANSWER } from '../bot/contract/action.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { askedPhrase, occasionPhrase, originPhrase } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import {
  button,
  buttons,
  card,
  clip,
  type Element,
  heading,
  labelOf,
  row,
  smallPrint,
  text,
} from './elements.ts'
import { dropdown, textInput } from './inputs.ts'
import { quoted } from './parts.ts'

const MAX_SECTIONS = 8
const MAX_LINE = 500

export function escalationCard(reply: ReplyOf<'escalation'>): IAdaptiveCard {
  const { language, escalation, occasion, timeZone } = reply

  return card(language, [
    heading(occasionPhrase(occasion, language)),
    smallPrint(clip(askedPhrase(escalation, timeZone, language), MAX_LINE), { spacing: 'Small' }),
    quoted(escalation.question),
    smallPrint(clip(originPhrase(escalation, language), MAX_LINE), { spacing: 'Small' }),
    ...ownWords(reply),
    ...fromHandbook(reply),
    ...others(reply),
  ])
}

/** Not required: of the other buttons one needs no words, and one takes them as a reason. */
function ownWords({ language, escalation, draft }: ReplyOf<'escalation'>): readonly Element[] {
  const texts = textsFor(language)
  return [
    textInput('answer', texts.escalationAnswer, {
      ...(draft ? { value: draft } : {}),
      placeholder: texts.escalationAnswerHint,
      maxLength: MAX_ANSWER,
      isMultiline: true,
    }),
    buttons({
      ...button(texts.sendAnswer, { verb: 'answer-escalation', escalationId: escalation.id }),
      style: 'positive',
    }),
  ]
}

function fromHandbook({ language, escalation, sections }: ReplyOf<'escalation'>) {
  if (sections.length === 0) return []
  const texts = textsFor(language)
  const choices = sections
    .slice(0, MAX_SECTIONS)
    .map(({ id, title }) => ({ value: id, title: labelOf(title).replace(/\s+/g, ' ') }))
  return [
    dropdown('sectionId', texts.escalationSection, {
      placeholder: texts.escalationSectionHint,
      choices,
    }),
    buttons(
      button(texts.sendSection, { verb: 'answer-with-section', escalationId: escalation.id }),
    ),
  ]
}

/** What ends it without an answer stands apart, and says in words what it does. */
function others({ language, escalation, proposed }: ReplyOf<'escalation'>): readonly Element[] {
  const texts = textsFor(language)
  const { id: escalationId } = escalation
  const propose = button(texts.proposeSection, { verb: 'propose-section', escalationId })
  const close = button(texts.closeEscalation, { verb: 'close-escalation', escalationId })
  return [
    ...(proposed
      ? [
          text(texts.escalationProposed, { weight: 'Bolder' }),
          row(texts.writeSection, { verb: 'write-section', question: '', escalationId }),
        ]
      : []),
    { ...buttons(...(proposed ? [close] : [propose, close])), separator: true, spacing: 'Large' },
  ]
}
