/** Send privately: a reply that others must not read goes to the chat that only this person and the bot share. */
import type { Reply } from '../contract/reply.ts'
import { sealedAddressOf } from './asker.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

export async function sendPrivately(content: Reply, tools: Tools): Promise<Reply> {
  const { organisation, stores, speaker, language, newId, now } = tools
  const id = newId()
  await stores.outbox.post(
    {
      id,
      organisation: organisation.id,
      class: 'answer',
      dedupeKey: `private:${id}`,
      address: { kind: 'sealed', platform: speaker.platform, sealed: sealedAddressOf(tools) },
      content,
    },
    now,
  )
  return notice('sent-privately', language)
}
