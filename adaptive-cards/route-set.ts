/** Route set: what comes to this conversation from now on. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { routePhrase } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, clip, heading, text } from './elements.ts'

const MAX_TITLE = 300

export function routeSetCard({ language, topic }: ReplyOf<'route-set'>): IAdaptiveCard {
  const texts = textsFor(language)
  const chapter =
    topic.kind === 'chapter' &&
    texts.routeChapter({ chapter: topic.number, title: clip(topic.title, MAX_TITLE) })

  return card(language, [
    heading(routePhrase(topic, language)),
    chapter ? text(chapter, { weight: 'Bolder' }) : undefined,
    text(texts.routeReaders),
  ])
}
