/** Crisis sheet: whom to call, and the first steps of everything that can happen. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { deskHoursPhrase } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import {
  box,
  buttons,
  card,
  clip,
  type Element,
  heading,
  link,
  marked,
  row,
  smallPrint,
  text,
} from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

const MAX_STEPS = 3
const MAX_STEP = 300
const MAX_CONTACT = 300

export function crisisSheetCard(reply: ReplyOf<'crisis-sheet'>): IAdaptiveCard {
  const { language, organisation, sections } = reply
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  const call = texts.incidentCall({ telephone })
  const contact = texts.crisisContact(organisation.ciso)
  const desk = box('attention', [
    heading(texts.crisisTitle, 'Medium'),
    text(call, { size: 'ExtraLarge', weight: 'Bolder' }, { spacing: 'Small' }),
    text(deskHoursPhrase(organisation, language), {}, { spacing: 'Small' }),
    smallPrint(clip(contact, MAX_CONTACT), { spacing: 'Small' }),
  ])
  const first = [desk, buttons(link(texts.incidentReport, url))]
  if (sections.length === 0) return card(language, [...first, text(texts.crisisNone)], call)
  return fittedCard(blocksOf(reply), ({ elements, cut }) =>
    card(
      language,
      [
        ...first,
        ...elements,
        cut ? smallPrint(texts.crisisMore, { spacing: 'Medium' }) : undefined,
      ],
      call,
    ),
  )
}

function* blocksOf({ sections }: ReplyOf<'crisis-sheet'>): Generator<Block> {
  for (const { section, steps } of sections) {
    const show = { verb: 'show-section', sectionId: section.id, below: true } as const
    const items: Element[] = [
      row(section.title, show),
      ...steps
        .slice(0, MAX_STEPS)
        .map((step, index) => marked(`${index + 1}.`, text(clip(step, MAX_STEP)))),
    ]
    const element = { type: 'Container', separator: true, spacing: 'Medium', items } as const
    yield { element, cut: false }
  }
}
