/**
 * Inputs: what somebody fills in on a card.
 *
 * Every button of the card sends all of them along, each under its id: a field of the Action.
 */
import type { IChoiceSetInput, ITextInput } from '@microsoft/teams.cards'
import type { Payload } from '../bot/contract/action.ts'
import { safeText } from '../knowledge/safe-text.ts'
import { clip } from './elements.ts'

type Fields = Extract<
  Payload,
  { verb: 'escalate' | 'answer-escalation' | 'answer-with-section' | 'send-incident' }
>
type Of<U> = U extends unknown ? keyof U : never
/** What the bot reads when a card is sent. */
export type Field = Exclude<Of<Fields>, 'verb' | 'escalationId' | 'formId' | 'incident' | 'origin'>

type TextOptions = Omit<ITextInput, 'type' | 'id' | 'label' | 'maxLength'> &
  Readonly<{ maxLength: number }>

/** @param label of our own catalogue; where it is required, `errorMessage` says what to do */
export function textInput(id: Field, label: string, options: TextOptions): ITextInput {
  const { value, maxLength } = options
  return {
    type: 'Input.Text',
    id,
    label,
    spacing: 'Medium',
    ...options,
    ...(value === undefined ? {} : { value: clip(safeText(value), maxLength) }),
  }
}

/**
 * Open, so that nobody has to look for what there is to choose. Titles of our own catalogue only.
 *
 * @param value is chosen from the start: some clients send '' where nothing is
 */
export function radios(
  id: Field,
  label: string,
  value: string,
  choices: ReadonlyArray<readonly [value: string, title: string]>,
): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    spacing: 'Medium',
    style: 'expanded',
    value,
    choices: choices.map(([value, title]) => ({ value, title })),
  }
}

/** A list that opens. Its titles are shown as they are, where those of radio buttons are Markdown. */
export function dropdown(
  id: Field,
  label: string,
  { placeholder, choices }: Pick<IChoiceSetInput, 'placeholder' | 'choices'>,
): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    spacing: 'Medium',
    style: 'compact',
    ...(placeholder === undefined ? {} : { placeholder }),
    choices,
  }
}
