/** Home: the Home tab of the app; how to report comes first, then topics, then what is one's own. */
import type { HomeView } from '@slack/types'
import {
  box,
  button,
  buttons,
  type Element,
  heading,
  link,
  row,
  smallPrint,
  text,
} from '../../../../adaptive-cards/elements.ts'
import { chaptersButton, myQuestionsButton } from '../../../../adaptive-cards/parts.ts'
import type { Language } from '../../../../knowledge/language.ts'
import type { Payload } from '../../../contract/action.ts'
import type { Messages } from '../../../contract/texts/nl.ts'
import { deskHoursPhrase } from '../../../contract/texts/phrases.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import type { Home, HomeRight } from '../../../home.ts'
import { numbered } from './buttons.ts'
import { cutToFit, ROOM } from './fit.ts'
import { join } from './join.ts'
import { walk } from './walk.ts'

/** Made of the same elements as the cards, so that it looks as the answers do. */
export function renderHome(home: Home): HomeView {
  const { language } = home
  const body = [...desk(home), ...topics(home), ...own(language), ...work(home)]
  const pieces = join(walk(body, { language, surface: 'modal' }))
  const blocks = cutToFit(pieces, ROOM.view, textsFor(language).moreTopics)
  return { type: 'home', blocks: [...numbered(blocks)] }
}

function desk({ organisation, language }: Home): readonly Element[] {
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  const report = button(texts.slackHomeReport, { verb: 'report-incident', incident: 'general' })
  return [
    heading(texts.welcomeTitle),
    text(texts.welcomeIntro({ organisation: organisation.name })),
    box('attention', [
      text(texts.incidentCall({ telephone }), { size: 'ExtraLarge', weight: 'Bolder' }),
      text(deskHoursPhrase(organisation, language), {}, { spacing: 'Small' }),
    ]),
    buttons({ ...report, style: 'destructive' }, link(texts.incidentReport, url)),
  ]
}

function topics({ chapters, language }: Home): readonly Element[] {
  const texts = textsFor(language)
  if (chapters.length === 0)
    return [smallPrint(texts.slackHomeAsk), buttons(chaptersButton(language))]
  return [
    heading(texts.chaptersTitle, 'Medium'),
    smallPrint(texts.slackHomeAsk),
    ...chapters.map(({ number, title, sections }) =>
      row(
        `${number}. ${title}`,
        { verb: 'show-chapter', chapter: number },
        texts.sectionCount({ count: sections }),
      ),
    ),
  ]
}

function own(language: Language): readonly Element[] {
  const texts = textsFor(language)
  return [
    heading(texts.slackHomeMine, 'Medium'),
    buttons(myQuestionsButton(language), button(texts.helpButton, { verb: 'show-help' })),
    heading(texts.slackHomeSettings, 'Medium'),
    buttons(
      button(texts.slackHomeRejoin, { verb: 'rejoin-polls' }),
      button(texts.slackHomeStopTelling, { verb: 'stop-telling' }),
      button(texts.slackHomeForget, { verb: 'forget-me' }),
    ),
  ]
}

type Opens = Readonly<{ title: keyof Messages & `slackHome${string}`; action: Payload }>

const OPENS: Readonly<Record<HomeRight, Opens>> = {
  results: { title: 'slackHomeResults', action: { verb: 'show-results' } },
  'open-questions': { title: 'slackHomeOpenQuestions', action: { verb: 'open-questions' } },
  drafts: { title: 'slackHomeDrafts', action: { verb: 'show-drafts' } },
  versions: { title: 'slackHomeVersions', action: { verb: 'show-versions' } },
  polls: { title: 'slackHomePolls', action: { verb: 'show-polls' } },
  announce: { title: 'slackHomeAnnounce', action: { verb: 'announce' } },
}

function work({ can, language }: Home): readonly Element[] {
  const texts = textsFor(language)
  const opened = can.map((right) => OPENS[right])
  if (opened.length === 0) return []
  return [
    heading(texts.slackHomeWork, 'Medium'),
    buttons(...opened.map(({ title, action }) => button(texts[title], action))),
  ]
}
