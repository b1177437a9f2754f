/** Request: what somebody asks of the bot, whatever the platform. */
import type { Language } from '../../knowledge/language.ts'
import type { Action } from './action.ts'

/** Who speaks, where and in which language the platform greets them. */
export type Speaker = Readonly<{
  organisation: string
  /** The platform's stable id of the person; never a name. */
  person: string
  conversation: string
  /** True where others read along, such as a Teams channel. */
  shared: boolean
  language: Language
}>

export type Request = Readonly<
  { speaker: Speaker } & (
    | { kind: 'message'; text: string }
    | { kind: 'action'; action: Action }
    /** A button whose payload the bot cannot read. */
    | { kind: 'unknown-action' }
    /** The bot was installed for, or added to, this conversation. */
    | { kind: 'joined' }
  )
>
