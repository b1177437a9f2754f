/**
 * Inputs: what somebody fills in on a card.
 *
 * Every button of the card sends all of them along, each under its id: a field of the Action.
 */
import type {
  IChoiceSetInput,
  IDateInput,
  IExecuteAction,
  ISubmitAction,
  ITextInput,
} from '@microsoft/teams.cards'
import type { Payload } from '../bot/contract/action.ts'
import { safeText } from '../knowledge/safe-text.ts'
import { clip } from './elements.ts'

type Form =
  | ('escalate' | 'answer-escalation' | 'answer-with-section' | 'send-incident')
  | ('answer-poll' | 'plan-polls' | 'plan-announcement')
  | ('save-section' | 'publish-draft' | 'ask-approval' | 'settle-document')
type Fields = Extract<Payload, { verb: Form }>
type Of<U> = U extends unknown ? keyof U : never
/** What the bot reads when a card is sent. */
export type Field = Exclude<
  Of<Fields>,
  | 'verb'
  | ('draftId' | 'hash' | 'basedOn' | 'documentId' | 'settled')
  | 'version'
  | 'escalationId'
  | 'formId'
  | 'incident'
  | 'origin'
  | 'roundId'
>

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

type Required = Readonly<{
  errorMessage: string
  choices: ReadonlyArray<readonly [value: string, title: string]>
}>

/**
 * Open, with nothing chosen: an answer must be given, and must not be suggested.
 *
 * Label and titles may be of others: the label is what a screen reader says of the whole group.
 */
export function requiredRadios(id: Field, label: string, required: Required): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label: withoutMarkdown(label, MAX_LABEL),
    spacing: 'Small',
    style: 'expanded',
    wrap: true,
    isRequired: true,
    errorMessage: required.errorMessage,
    choices: required.choices.map(([value, title]) => ({
      value,
      title: withoutMarkdown(title, MAX_TITLE),
    })),
  }
}

/** Any number of them; what is chosen comes as their values with commas between. */
export function checkboxes(
  id: Field,
  label: string,
  choices: ReadonlyArray<readonly [value: string, title: string]>,
): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    spacing: 'Small',
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: choices.map(([value, title]) => ({
      value,
      title: withoutMarkdown(title, MAX_LABEL),
    })),
  }
}

const MAX_LABEL = 300
const MAX_TITLE = 80

/**
 * Text of others where some clients read Markdown and Teams does not.
 *
 * What means something in Markdown becomes its wide form: where nothing is read, a backslash before
 * it would be seen.
 */
export function withoutMarkdown(text: string, length: number): string {
  const words = clip(safeText(text).replace(/\s+/g, ' ').trim(), length) || '…'
  return words.replace(MARKDOWN, (mark) => String.fromCharCode(mark.charCodeAt(0) + TO_WIDE_FORM))
}

/** Also what starts a list or a heading, an entity, and the dates that a card fills in. */
const MARKDOWN = /[\\`*_~[\]<>|{}]|^[-+#=]|(?<=^\d{1,9})[.)]|&(?=#?\w+;)/g
const TO_WIDE_FORM = 0xfee0

/** A button of a form that needs nothing filled in, and takes nothing along of what is. */
export function ignoringInputs(action: IExecuteAction): IExecuteAction {
  const { title = '', data } = action
  const fallback: ISubmitAction = {
    type: 'Action.Submit',
    title,
    associatedInputs: 'none',
    ...(data === undefined ? {} : { data }),
  }
  return { ...action, associatedInputs: 'none', fallback }
}

/** @param value ISO date */
export function dateInput(
  id: Field,
  label: string,
  { value, errorMessage }: Readonly<{ value: string; errorMessage: string }>,
): IDateInput {
  return {
    type: 'Input.Date',
    id,
    label,
    spacing: 'Medium',
    value,
    isRequired: true,
    errorMessage,
  }
}

/** A list that opens. Its titles are shown as they are, where those of radio buttons are Markdown. */
export function dropdown(
  id: Field,
  label: string,
  { placeholder, value, choices }: Pick<IChoiceSetInput, 'placeholder' | 'value' | 'choices'>,
): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    spacing: 'Medium',
    style: 'compact',
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(value === undefined ? {} : { value }),
    choices,
  }
}
