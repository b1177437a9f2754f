/** Request: what somebody asks of the bot, whatever the platform. */
import type { Language } from '../../knowledge/language.ts'
import type { Action } from './action.ts'
import type { DocumentLink } from './documents.ts'
import type { Platform } from './message.ts'

/** Who speaks, where and in which language the platform greets them. */
export type Speaker = Readonly<{
  organisation: string
  platform: Platform
  /** The platform's stable id of the person; never a name. */
  person: string
  /** As the platform shows it; used only where somebody chose to be named. */
  name?: string
  conversation: string
  /** True where others read along, such as a Teams channel. */
  shared: boolean
  /** Works elsewhere, and speaks here through a channel that two organisations share. */
  outsider?: true
  language: Language
}>

export type Request = Readonly<
  { speaker: Speaker } & (
    | { kind: 'message'; text: string }
    /** A file, and what was typed with it. */
    | { kind: 'document'; document: DocumentLink; text: string }
    | { kind: 'action'; action: Action }
    /** A button whose payload the bot cannot read. */
    | { kind: 'unknown-action' }
    /** The bot was installed for, or added to, this conversation. */
    | { kind: 'joined' }
  )
>
