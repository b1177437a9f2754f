/** Card for: the Adaptive Card that shows a reply in Teams. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reply } from '../bot/contract/reply.ts'
import { answerCard } from './answer.ts'
import { chapterCard } from './chapter.ts'
import { chaptersCard } from './chapters.ts'
import { failureCard } from './failure.ts'
import { helpCard } from './help.ts'
import { incidentCard } from './incident.ts'
import { noAnswerCard } from './no-answer.ts'
import { noticeCard } from './notice.ts'
import { sectionCard } from './section.ts'
import { suggestionsCard } from './suggestions.ts'
import { welcomeCard } from './welcome.ts'

export function cardFor(reply: Reply): IAdaptiveCard {
  switch (reply.kind) {
    case 'welcome':
      return welcomeCard(reply)
    case 'help':
      return helpCard(reply)
    case 'answer':
      return answerCard(reply)
    case 'suggestions':
      return suggestionsCard(reply)
    case 'no-answer':
      return noAnswerCard(reply)
    case 'incident':
      return incidentCard(reply)
    case 'section':
      return sectionCard(reply)
    case 'chapters':
      return chaptersCard(reply)
    case 'chapter':
      return chapterCard(reply)
    case 'notice':
      return noticeCard(reply)
    case 'failure':
      return failureCard(reply)
  }
}
