/** Edit a section: a form with what it says, and the draft that comes of it. */
import { withOwnNewSection, withOwnSection } from '../../knowledge/edit-layers.ts'
import {
  isOneSection,
  type SectionText,
  sectionText,
  withoutSection,
} from '../../knowledge/edit-section.ts'
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
import { overrides } from '../../knowledge/layers.ts'
import type { Action } from '../contract/action.ts'
import { MAX_QUESTIONS, MAX_SECTION, type SectionProblem } from '../contract/publishing.ts'
import type { Reply, ReplyOf } from '../contract/reply.ts'
import { readLayered, withBase } from '../publishing/base.ts'
import { draftView } from '../publishing/views.ts'
import type { HandbookDraft } from '../storage/handbooks.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'
import { cleanText } from './typed-text.ts'

type Saved = Extract<Action, { verb: 'save-section' }>
type Form = ReplyOf<'section-form'>

/** What the editor goes on with: a draft, or the version that holds. */
export type Base = Readonly<{
  draftId: string
  basedOn: number
  files: HandbookFiles
  note: string
  draft?: HandbookDraft
}>

/** By number, id, or the words that somebody would ask it with. */
export async function findSection(
  { named }: Readonly<{ named: string }>,
  tools: Tools,
): Promise<Reply> {
  const { handbook } = tools.knowledge
  const section =
    handbook.byId.get(named) ??
    handbook.sections.find(({ number }) => number === named) ??
    tools.knowledge.find(named).hits[0]?.item
  if (section === undefined) return notice('section-not-found', tools.language)
  return editSection({ verb: 'edit-section', sectionId: section.id }, tools)
}

export async function editSection(
  { sectionId, draftId }: Extract<Action, { verb: 'edit-section' }>,
  tools: Tools,
): Promise<Reply> {
  const base = await baseFor(draftId, tools)
  const whole = base && { base, ...(await wholeOf(base, tools)) }
  const section = whole?.handbook.byId.get(sectionId)
  const words = whole && sectionText(whole.files, sectionId)
  if (whole === undefined || section === undefined || words === undefined)
    return notice('section-not-found', tools.language)
  return isTooLong(words)
    ? notice('section-too-long', tools.language)
    : form(words, { ...whole, section }, tools)
}

/** A form would cut off what it does not hold, and saving it would lose that. */
const isTooLong = ({ text, questions }: SectionText): boolean =>
  text.length > MAX_SECTION || questions.join('\n').length > MAX_QUESTIONS

/** As it would be answered from: over the base handbook that holds. */
const wholeOf = async ({ files }: Base, { organisation, stores }: Tools) =>
  readLayered(await withBase(files, organisation, stores.handbooks))

export async function writeSection(
  action: Extract<Action, { verb: 'write-section' }>,
  tools: Tools,
): Promise<Reply> {
  const base = await baseFor(undefined, tools)
  if (base === undefined) return notice('no-such-version', tools.language)
  const { question, answer } = await occasionOf(action, tools)
  const asked = question.replace(/\s+/g, ' ').trim()
  const words = {
    ...{ title: asked.slice(0, MAX_TITLE), text: answer },
    questions: asked === '' ? [] : [asked],
  }
  return form(words, { base, handbook: (await wholeOf(base, tools)).handbook }, tools)
}

const MAX_TITLE = 200

/** What was asked, and what a human said or proposed to it. */
async function occasionOf(
  { question, escalationId }: Extract<Action, { verb: 'write-section' }>,
  { organisation, stores }: Tools,
): Promise<Readonly<{ question: string; answer: string }>> {
  const asked =
    escalationId === undefined
      ? undefined
      : await stores.escalations.find(organisation.id, escalationId)
  if (asked === undefined) return { question, answer: '' }
  const proposals = await stores.proposals.list(organisation.id)
  const proposed = proposals.findLast(({ escalation }) => escalation === escalationId)?.answer
  const said = asked.outcome?.kind === 'text' ? asked.outcome.text : ''
  return { question: asked.question, answer: proposed || said }
}

/** The draft that was named, else the one that this editor is at, else a new one of what holds. */
export async function baseFor(named: string | undefined, tools: Tools): Promise<Base | undefined> {
  const { organisation, stores, actor, newId } = tools
  const drafts = await stores.handbooks.drafts(organisation.id)
  const current = await stores.handbooks.current(organisation.id)
  const known =
    drafts.find(({ id }) => id === named) ??
    drafts.find(({ author, basedOn }) => author === actor.person && basedOn === current?.number)
  const draft = known && (await stores.handbooks.draft(organisation.id, known.id))
  if (draft !== undefined) {
    const { id: draftId, basedOn, files, note } = draft
    return { draftId, basedOn, files, note, draft }
  }
  const version = current && (await stores.handbooks.version(organisation.id, current.number))
  if (version === undefined) return undefined
  return { draftId: newId(), basedOn: version.number, files: version.files, note: '' }
}

type Shown = Readonly<{ base: Base; section?: Section; handbook: Handbook }>

function form(words: SectionText, { base, section, handbook }: Shown, { language }: Tools): Form {
  const { draftId, basedOn, note } = base
  const { chapters } = handbook
  return {
    ...{ kind: 'section-form', draftId, basedOn, note, ...words, language },
    ...(section === undefined ? {} : { section: formSection(section, handbook) }),
    chapters: section === undefined ? chapters.map(({ number, title }) => ({ number, title })) : [],
  }
}

function formSection(section: Section, handbook: Handbook): NonNullable<Form['section']> {
  const { id, title, number, layer } = section
  const name = overrides(handbook, section) ? handbook.base?.name : undefined
  return {
    ...{ id, title, number },
    ...(layer === undefined ? {} : { layer }),
    ...(name === undefined ? {} : { overrides: name }),
  }
}

/** Nothing is kept of a form in which something is wrong: it comes back as it was filled in. */
export async function saveSection(saved: Saved, tools: Tools): Promise<Reply> {
  const base = await savedBase(saved, tools)
  if (base === undefined) return notice('no-such-version', tools.language)
  const { files: whole, handbook } = await wholeOf(base, tools)
  const sectionId = saved.sectionId || idOfNew(saved, handbook)
  const section = handbook.byId.get(sectionId)
  const words = wordsOf(saved)
  const again = (problem: SectionProblem, theirs?: string): Reply => ({
    ...form(words, { base, handbook, ...(section === undefined ? {} : { section }) }, tools),
    ...{ note: saved.note, problem, ...(theirs === undefined ? {} : { theirs }) },
  })

  const problem = problemIn(words, saved, section)
  if (problem !== undefined) return again(problem)
  const theirs = await changedMeanwhile(sectionId, saved, base, tools)
  if (theirs !== undefined) return again('changed-meanwhile', theirs)
  const texts = { own: base.files, whole }
  const files =
    section === undefined
      ? withOwnNewSection(texts, Number(saved.chapter), words)
      : withOwnSection(texts, sectionId, words)
  if (files === undefined) return again('chapter-missing')
  if (base.draft === undefined && hashOf(files) === hashOf(base.files))
    return again('nothing-changed')
  return keep({ ...base, files, note: cleanText(saved.note) }, tools)
}

/** A draft without the own version: what the base says holds again once it is published. */
export async function takeBaseText(
  { sectionId, draftId }: Extract<Action, { verb: 'take-base-text' }>,
  tools: Tools,
): Promise<Reply> {
  const base = await baseFor(draftId, tools)
  if (base === undefined) return notice('no-such-version', tools.language)
  const { handbook } = await wholeOf(base, tools)
  const section = handbook.byId.get(sectionId)
  if (section === undefined || !overrides(handbook, section))
    return notice('no-own-version', tools.language)
  return keep({ ...base, files: withoutSection(base.files, sectionId) }, tools)
}

/** A form of a draft that is gone starts again from the version that it shows. */
async function savedBase({ draftId, basedOn }: Saved, tools: Tools): Promise<Base | undefined> {
  const { organisation, stores } = tools
  const draft = await stores.handbooks.draft(organisation.id, draftId)
  if (draft !== undefined) {
    const { basedOn, files, note } = draft
    return { draftId, basedOn, files, note, draft }
  }
  const version = await stores.handbooks.version(organisation.id, basedOn)
  return version && { draftId, basedOn, files: version.files, note: '' }
}

const wordsOf = ({ title, text, questions }: Saved): SectionText => ({
  title: cleanText(title).replace(/\s+/g, ' '),
  text: cleanText(text),
  questions: cleanText(questions)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
})

/** Pressing twice must not make two: the one that this form made has its title and its chapter. */
function idOfNew({ title, chapter }: Saved, { sections }: Handbook): string {
  const made = sections.find(
    (section) =>
      section.title === cleanText(title).replace(/\s+/g, ' ') &&
      section.number.startsWith(`${chapter}.`),
  )
  return made?.id ?? ''
}

function problemIn(
  { title, text }: SectionText,
  { sectionId, chapter }: Saved,
  section: Section | undefined,
): SectionProblem | undefined {
  if (title === '') return 'title-missing'
  if (text === '') return 'text-missing'
  if (!isOneSection(text)) return 'not-one-section'
  return sectionId === '' && section === undefined && chapter === '' ? 'chapter-missing' : undefined
}

/** What the section says by now, when it is not what the form was filled in with. */
async function changedMeanwhile(
  id: string,
  { basedOn }: Saved,
  base: Base,
  { organisation, stores }: Tools,
): Promise<string | undefined> {
  if (basedOn === base.basedOn) return undefined
  const shown = await stores.handbooks.version(organisation.id, basedOn)
  const now = await stores.handbooks.version(organisation.id, base.basedOn)
  const before = shown && sectionText(shown.files, id)
  const after = now && sectionText(now.files, id)
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : (after?.text ?? '')
}

/** Who changes a draft of somebody else is its author from then on, and the other may approve it. */
export async function keep(base: Base, tools: Tools): Promise<Reply> {
  const { organisation, stores, actor, language, now } = tools
  const { draftId: id, basedOn, files, note, draft } = base
  const author = actor.person ?? ''
  const kept = { id, basedOn, files, author, note, createdAt: draft?.createdAt ?? now }
  const hash = await stores.handbooks.keepDraft(organisation.id, kept)
  const details = { basedOn, hash }
  await stores.audit.append(
    organisation.id,
    { actor: author, action: 'draft-saved', object: id, details },
    now,
  )
  return { kind: 'draft-kept', draft: await draftView({ ...kept, hash }, tools), language }
}
