/** Method: one method of the Web API, and what it says. */
import type { State } from './state.ts'
import type { Json } from './types.ts'

/** `ok` is added: true when there is no error. */
export type Said = Json & Readonly<{ error?: string }>

export type Method = Readonly<{
  /** One of these is enough; none: any token of the right kind will do. */
  scopes?: readonly string[]
  /** Which token; 'bot' when absent. */
  token?: 'bot' | 'app'
  call: (args: Json, state: State) => Said
}>

export const argOf = (args: Json, key: string): string => String(args[key] ?? '')

export const isTrue = (value: unknown): boolean =>
  value === true || value === 'true' || value === '1' || value === 1

/** A refusal with reasons, as Slack gives them. */
export const refuse = (error: string, messages: readonly string[]): Said => ({
  error,
  errors: messages.map((message) => message.replace('[ERROR] ', '')),
  response_metadata: { messages },
})
