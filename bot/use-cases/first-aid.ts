/** First aid: what to do at once when something has just happened; needs no search. */
import type { IncidentKind } from '../../knowledge/handbook.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import type { PersonalData } from '../../knowledge/personal-data.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { textsFor } from '../contract/texts/texts.ts'
import { linkTo } from './quote.ts'

const STEPS = 3

type FirstAidTools = Readonly<{
  organisation: Organisation
  knowledge: KnowledgeBase
  language: Language
  masked: readonly PersonalData[]
}>

/** The first steps of the handbook's section for this kind; without those, general ones. */
export function firstAid(incident: IncidentKind, tools: FirstAidTools): ReplyOf<'incident'> {
  const { organisation, knowledge, language, masked } = tools
  const section = knowledge.firstAid(incident)
  const texts = textsFor(language)
  const general = [texts.firstAidCall, texts.firstAidStop, texts.firstAidNote]
  return {
    kind: 'incident',
    incident,
    steps: section?.steps.length ? section.steps.slice(0, STEPS) : general,
    ...(section === undefined ? {} : { section: linkTo(section) }),
    organisation,
    masked,
    language,
  }
}
