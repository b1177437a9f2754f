/**
 * Client: what somebody can do and see in either platform.
 *
 * The flows are written against this, in the terms of the bot: what is said, the verb of a button and
 * the names of fields. Where a platform shows a form beside its message, the client opens it first.
 */
import type { Action } from '../../bot/contract/action.ts'

export type Who = Readonly<{ role: string; teams: string; slack: string; name: string }>
export type Verb = Action['verb']
/** What is filled in, by field. */
export type Inputs = Readonly<Record<string, string>>

/** Something that is on somebody's screen. */
export type Sight = Readonly<{
  words: string
  verbs: readonly string[]
  /** Where its buttons lead that open a page. */
  links: readonly string[]
}>

export type Client = Readonly<{
  platform: 'Teams' | 'Slack'
  say: (who: Who, text: string) => Promise<void>
  /** To the bot in a channel that others read. */
  sayInChannel: (who: Who, text: string) => Promise<void>
  /**
   * Presses the newest button with this verb that somebody sees, with what is filled in beside it.
   *
   * @param which of several with that verb: what stands on it
   * @returns what is shown of it, or the newest that somebody sees
   * @throws Error when there is none
   */
  press: (who: Who, verb: Verb, inputs?: Inputs, which?: string) => Promise<Sight>
  /** The first choice of each field beside the button with this verb. */
  choices: (who: Who, verb: Verb) => Promise<Inputs>
  send: (who: Who, name: string, content: string | Uint8Array) => Promise<void>
  /** Closes what lies over the chat. */
  close: (who: Who) => Promise<void>
  /** All that somebody sees, oldest first, as it is now. */
  sees: (who: Who) => readonly Sight[]
  /** What everybody in the channel sees of the bot. */
  inChannel: () => readonly Sight[]
}>
