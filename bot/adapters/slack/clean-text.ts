/**
 * Clean text: what somebody typed in Slack, without what Slack adds to it.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
import { visibleText } from '../../visible-text.ts'

/** People, channels, groups and dates; a name is something that no question needs. */
const MENTION = /<[@#!][^<>]{0,300}>/gu
/** A link as Slack writes it, with the words that were shown. */
const LINK = /<((?:https?|mailto|tel):[^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>/giu
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

export function cleanText(text: string): string {
  const typed = text
    .replace(MENTION, ' ')
    .replace(
      LINK,
      (_, address: string, shown?: string) => shown || address.replace(/^mailto:/i, ''),
    )
    .replace(/&(?:amp|lt|gt);/gu, (entity) => ENTITIES[entity] ?? entity)
  return visibleText(typed)
}
