/** Report: what became of a round, to the CISOs and in the audit log. */
import type { Language } from '../../knowledge/language.ts'
import type { PollNews } from '../contract/poll.ts'
import type { Reply } from '../contract/reply.ts'
import { holders } from '../recipients.ts'
import type { Round } from '../storage/rounds.ts'
import type { RoundContext } from './context.ts'

/** Who did it, in the audit log. */
const BOT = 'vraagbaak'

export async function report(news: PollNews, round: Round, context: RoundContext): Promise<void> {
  const { planned } = round
  const { timeZone } = context.organisation
  await audit(`poll-${news.news}`, round, context)
  await tellCisos(
    `poll:${round.id}:${news.news}`,
    (language) => ({ kind: 'poll-news', news, planned, timeZone, language }),
    context,
  )
}

/** How many people were asked is no secret; how many answered is one, until the plan tells. */
export async function audit(
  action: string,
  { id: object, planned, frozen }: Round,
  { stores, organisation, now }: RoundContext,
): Promise<void> {
  const details = { planned, ...(frozen === undefined ? {} : { asked: frozen.asked }) }
  await stores.audit.append(organisation.id, { actor: BOT, action, object, details }, now)
}

/**
 * @param about names what it is about: told once to each, for as long as it was not sent
 * @param replyIn what to say
 */
async function tellCisos(
  about: string,
  replyIn: (language: Language) => Reply,
  { stores, organisation, platform, newId, now }: RoundContext,
): Promise<void> {
  const search = { stores, organisation, ...(platform === undefined ? {} : { platform }) }
  for (const { address, key, language } of await holders('ciso', search))
    await stores.outbox.post(
      {
        id: newId(),
        organisation: organisation.id,
        class: 'notice',
        dedupeKey: `${about}:${key}`,
        address,
        content: replyIn(language),
      },
      now,
    )
}
