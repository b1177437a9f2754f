/** Section form: the text of a section to write or change; what is kept of it is a draft. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { MAX_QUESTIONS, MAX_SECTION } from '../bot/contract/publishing.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { formLayerPhrase } from '../bot/contract/texts/layer-phrases.ts'
import { sectionProblemPhrase } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import {
  box,
  button,
  buttons,
  card,
  clip,
  type Element,
  heading,
  row,
  smallPrint,
  text,
} from './elements.ts'
import { type Block, fittedCard } from './fit.ts'
import { dropdown, textInput } from './inputs.ts'

const MAX_TITLE = 200
const MAX_NOTE = 300

export function sectionFormCard(reply: ReplyOf<'section-form'>): IAdaptiveCard {
  const { language, section, draftId, basedOn } = reply
  const texts = textsFor(language)
  const save = { verb: 'save-section', draftId, basedOn, sectionId: section?.id ?? '' } as const
  const title =
    section === undefined ? texts.formNewTitle : texts.formEditTitle({ number: section.number })
  return fittedCard(theirs(reply), ({ elements }) =>
    card(language, [
      heading(title),
      ...problem(reply, elements),
      text(texts.formText),
      ...layer(reply),
      ...chapter(reply),
      ...fields(reply),
      buttons({ ...button(texts.formSave, save), style: 'positive' }),
    ]),
  )
}

/** What somebody else wrote, where there is room beside what was filled in. */
function theirs({ theirs }: ReplyOf<'section-form'>): readonly Block[] {
  return theirs === undefined ? [] : [{ element: text(clip(theirs, MAX_THEIRS)), cut: false }]
}

/** Whose text it is, and the way back to that of the base. */
function layer(reply: ReplyOf<'section-form'>): readonly Element[] {
  const { language, section, draftId } = reply
  const words = formLayerPhrase(reply, language)
  if (words === undefined || section === undefined) return []
  const { id: sectionId, overrides: name } = section
  const take = { verb: 'take-base-text', sectionId, draftId } as const
  return [
    box('emphasis', [
      text(words),
      ...(name === undefined ? [] : [row(textsFor(language).takeBaseText({ name }), take)]),
    ]),
  ]
}

function problem(
  { language, problem }: ReplyOf<'section-form'>,
  theirs: readonly Element[],
): readonly Element[] {
  if (problem === undefined) return []
  const words = text(sectionProblemPhrase(problem, language), { weight: 'Bolder' })
  return [box('attention', [words, ...theirs])]
}

const MAX_THEIRS = 3_000

function chapter({ language, chapters, section }: ReplyOf<'section-form'>): readonly Element[] {
  if (section !== undefined) return []
  const texts = textsFor(language)
  const choices = chapters.map(({ number, title }) => ({
    value: `${number}`,
    title: clip(`${number}. ${title}`, MAX_CHAPTER),
  }))
  const placeholder = texts.formChapterChoose
  return [dropdown('chapter', texts.formChapter, { placeholder, choices })]
}

const MAX_CHAPTER = 100

function fields(reply: ReplyOf<'section-form'>): readonly Element[] {
  const { language, title, text: body, questions, note } = reply
  const texts = textsFor(language)
  return [
    textInput('title', texts.formTitle, { value: title, maxLength: MAX_TITLE }),
    textInput('text', texts.formBody, {
      ...{ value: body, maxLength: MAX_SECTION, isMultiline: true },
    }),
    smallPrint(texts.formBodyHelp, { spacing: 'Small' }),
    textInput('questions', texts.formQuestions, {
      ...{ value: questions.join('\n'), maxLength: MAX_QUESTIONS, isMultiline: true },
    }),
    textInput('note', texts.formNote, { value: note, maxLength: MAX_NOTE }),
  ]
}
