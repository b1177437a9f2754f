/** Published: what who published a version sees of it, while every other editor hears. */
import type { Changes } from '../contract/publishing.ts'
import type { Reply } from '../contract/reply.ts'
import { tellEditors } from '../publishing/tell-editors.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

/** In the transaction that published it. @param changes what differs from the version before */
export async function published(number: number, changes: Changes, tools: Tools): Promise<Reply> {
  const { organisation, stores, speaker, actor, language } = tools
  const info = await stores.handbooks.current(organisation.id)
  if (info?.number !== number) return notice('no-such-version', language)
  const telling = { ...tools, platform: speaker.platform }
  const news = await tellEditors(info, changes, actor.person ?? '', telling)
  return { ...news, mine: true, language }
}
