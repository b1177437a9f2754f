/** Talk: a request and its reply where nothing has to be sent, such as on a terminal. */
import type { Bot } from './bot.ts'
import type { Reply } from './contract/reply.ts'
import type { Request } from './contract/request.ts'
import type { Storage } from './storage/storage.ts'

export type Talk = (request: Request) => Promise<Reply>

export function createTalk(bot: Bot, storage: Storage): Talk {
  return (request) => storage.transaction((stores) => bot.reply(request, stores))
}
