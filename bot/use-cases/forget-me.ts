/** Forget me: what the bot keeps of somebody is removed at their word. */
import type { Reply } from '../contract/reply.ts'
import { forgetPerson } from '../forget.ts'
import type { Tools } from './tools.ts'

export async function forgetMe({ language }: Tools): Promise<Reply> {
  return { kind: 'forget-me', language }
}

export async function confirmForgetMe(tools: Tools): Promise<Reply> {
  const { speaker, stores, secret, memory, language, now } = tools
  const removed = await forgetPerson(speaker, { stores, secret, now })
  memory.forget(speaker)
  return { kind: 'forgotten', removed, language }
}
