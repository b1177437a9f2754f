/** Notice: a short word of the bot that needs nothing but its kind. */
import type { Language } from '../../knowledge/language.ts'
import type { Notice, ReplyOf } from '../contract/reply.ts'

export const notice = (kind: Notice, language: Language): ReplyOf<'notice'> => ({
  kind: 'notice',
  notice: kind,
  language,
})
