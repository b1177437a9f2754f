/** Draft review: what a draft changes, what that does to questions, and who must agree to it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { type ChangeView, MAX_LOST_SHOWN, REST } from '../bot/contract/publishing.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import {
  byPhrase,
  draftLines,
  gatePhrase,
  mayPhrase,
  problemPhrase,
  reasonPhrase,
} from '../bot/contract/texts/publishing-phrases.ts'
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
import { fittedCard } from './fit.ts'
import { checkboxes } from './inputs.ts'
import { changeBlocks, changesIntro, changesRest } from './publishing-parts.ts'

type ReviewReply = ReplyOf<'draft-review'>

/** Questions that get a better answer: enough to see what kind they are. */
const MAX_GAINED = 5
const MAX_PROBLEMS = 6
const MAX_QUESTION = 200

export function draftReviewCard(reply: ReviewReply): IAdaptiveCard {
  const { language, draft, review, timeZone } = reply
  const texts = textsFor(language)
  const { changes } = review
  const whole = ({ id, pieces }: ChangeView): Element | undefined =>
    pieces.length === 0
      ? undefined
      : row(texts.changeWhole, { verb: 'show-change', draftId: draft.id, sectionId: id })

  return fittedCard(changeBlocks(changes, language, whole), ({ elements }) =>
    card(language, [
      heading(texts.reviewTitle),
      ...draftLines(draft, timeZone, language).map((words) =>
        smallPrint(words, { spacing: 'Small' }),
      ),
      ...problems(reply),
      heading(texts.reviewChanges, 'Medium'),
      ...changesIntro(changes, language),
      ...elements,
      changesRest(changes, elements.length, language),
      ...gate(reply),
      ...reasons(reply),
      ...decision(reply),
    ]),
  )
}

function problems({ language, review }: ReviewReply): readonly Element[] {
  const texts = textsFor(language)
  const shown = review.problems.slice(0, MAX_PROBLEMS)
  if (shown.length === 0) return []
  const hasErrors = shown.some(({ severity }) => severity === 'error')
  const left = review.problems.length - shown.length
  const lines = shown.map((problem) => text(problemPhrase(problem, language)))
  return [
    box(hasErrors ? 'attention' : 'warning', [
      heading(hasErrors ? texts.reviewErrors : texts.reviewProblems, 'Medium'),
      ...lines,
      ...(left > 0 ? [smallPrint(texts.gateMore({ count: left }))] : []),
    ]),
  ]
}

function gate(reply: ReviewReply): readonly Element[] {
  const { language, review } = reply
  const texts = textsFor(language)
  if (review.gate === undefined) return []
  const { asked } = review.gate
  return [
    heading(texts.reviewGate, 'Medium'),
    text(asked === 0 ? texts.gateNone : texts.gateAsked({ count: asked })),
    ...lost(reply),
    ...gained(reply),
  ]
}

/** Named one by one, to be ticked by whoever decides; after that only by whom. */
function lost({ language, review, may, acceptedBy }: ReviewReply): readonly Element[] {
  const texts = textsFor(language)
  const { lost: all = [], asked = 0 } = review.gate ?? {}
  if (all.length === 0) return asked === 0 ? [] : [text(texts.gateAllKept)]
  const shown = all.slice(0, MAX_LOST_SHOWN)
  const left = all.length - shown.length
  const title = text(texts.gateLost({ count: all.length }), { weight: 'Bolder' })
  const named = shown.map((change, place): readonly [string, string] => [
    `${place}`,
    `${clip(change.question, MAX_QUESTION)} (${gatePhrase(change, language)})`,
  ])
  const rest: ReadonlyArray<readonly [string, string]> =
    left > 0 ? [[REST, texts.gateLostRest({ count: left })]] : []
  const choices = [...named, ...rest]
  if (acceptedBy === undefined && ['publish', 'ask', 'approve'].includes(may))
    return [
      title,
      text(texts.gateAcceptWhy, {}, { spacing: 'Small' }),
      checkboxes('accepted', texts.gateAccept, choices),
    ]
  const lines = choices.map(([, words]) => text(`– ${words}`, {}, { spacing: 'Small' }))
  if (acceptedBy === undefined) return [title, ...lines]
  const name = byPhrase(acceptedBy, language)
  return [title, ...lines, smallPrint(texts.gateAcceptedBy({ name }))]
}

function gained({ language, review }: ReviewReply): readonly Element[] {
  const texts = textsFor(language)
  const all = review.gate?.gained ?? []
  if (all.length === 0) return []
  const shown = all.slice(0, MAX_GAINED)
  const left = all.length - shown.length
  return [
    text(texts.gateGained({ count: all.length }), { weight: 'Bolder' }),
    ...shown.map((change) =>
      text(
        `– ${clip(change.question, MAX_QUESTION)} (${gatePhrase(change, language)})`,
        {},
        { spacing: 'Small' },
      ),
    ),
    ...(left > 0 ? [smallPrint(texts.gateMore({ count: left }))] : []),
  ]
}

function reasons({ language, reasons: all, may }: ReviewReply): readonly Element[] {
  if (all.length === 0 || may === 'repair') return []
  return [
    box('emphasis', [
      heading(textsFor(language).approvalReasonsTitle, 'Medium'),
      ...all.map((reason) => text(reasonPhrase(reason, language), {}, { spacing: 'Small' })),
    ]),
  ]
}

function decision(reply: ReviewReply): readonly Element[] {
  const { language, draft, may } = reply
  const texts = textsFor(language)
  const { id: draftId, hash } = draft
  const base = draft.base === undefined ? {} : { base: draft.base }
  const discard = button(texts.draftDiscard, { verb: 'discard-draft', draftId, hash })
  const publish = { verb: 'publish-draft', draftId, hash, ...base } as const
  const main = {
    repair: [],
    wait: [],
    unasked: [],
    publish: [{ ...button(texts.draftPublish, publish), style: 'positive' as const }],
    approve: [{ ...button(texts.draftApprove, publish), style: 'positive' as const }],
    ask: [
      {
        ...button(texts.draftAsk, { verb: 'ask-approval', draftId, hash, ...base }),
        style: 'positive' as const,
      },
    ],
  }
  const phrase = mayPhrase(reply, language)
  return [
    ...(phrase === undefined ? [] : [text(phrase, {}, { separator: true, spacing: 'Large' })]),
    ...edits(reply),
    buttons(...main[may], discard),
  ]
}

/** One section is what most drafts are about: its form is one press away. */
function edits({ language, draft, review, may }: ReviewReply): readonly Element[] {
  const [only, ...others] = review.changes.shown
  if (only === undefined || others.length > 0 || only.kind === 'removed') return []
  if (['wait', 'approve', 'unasked'].includes(may)) return []
  const action = { verb: 'edit-section', sectionId: only.id, draftId: draft.id } as const
  return [row(textsFor(language).draftEdit, action)]
}
