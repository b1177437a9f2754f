/**
 * Hooks: what a response_url does: five messages within half an hour, by whoever holds it.
 *
 * @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
import type { Incoming, Outgoing } from './http.ts'
import { addMessage, changeMessage, contentOf, type Place } from './messages.ts'
import { isTrue } from './method.ts'
import type { Hook, State } from './state.ts'
import type { Json } from './types.ts'
import { faultAnswer, note, readArgs, takeFault } from './web-api.ts'

const MOST_USES = 5
const MOST_MS = 30 * 60_000

export function useHook(state: State, incoming: Incoming): Outgoing {
  const args = readArgs(incoming)
  const fault = takeFault(state, 'response_url')
  const isAccepted =
    fault === undefined || (typeof fault === 'string' && fault.startsWith('accept'))
  const answered = isAccepted ? answer(state, incoming, args) : undefined
  const outgoing = fault === undefined && answered ? answered : faultAnswer(fault)
  note(state, {
    method: 'response_url',
    args,
    outgoing,
    userAgent: incoming.headers['user-agent'] ?? '',
  })
  return outgoing
}

const refused = (status: number, error: string): Outgoing => ({
  status,
  body: { ok: false, error },
})

function answer(state: State, { path }: Incoming, args: Json): Outgoing {
  const hook = state.hooks.get(path.split('/').at(-1) ?? '')
  if (hook === undefined) return refused(404, 'invalid_url')
  if (state.now() - hook.at > MOST_MS) return refused(404, 'expired_url')
  if (hook.uses >= MOST_USES) return refused(404, 'used_url')

  const problem = respond(state, hook, args)
  if (problem !== undefined) return refused(problem === 'no_text' ? 400 : 200, problem)
  hook.uses += 1
  return { status: 200, body: { ok: true } }
}

/** Also what the answer to a slash command does. @returns why it is refused */
export function respond(state: State, hook: Hook, args: Json): string | undefined {
  const original = state.messages.get(hook.original ?? '')
  if (isTrue(args['delete_original'])) {
    state.messages.delete(hook.original ?? '')
    state.changed()
    return undefined
  }
  const read = contentOf(args, false)
  if (read.refused !== undefined) return String(read.refused.error)

  if (isTrue(args['replace_original']) && original !== undefined)
    changeMessage(state, original, read.content)
  else addMessage(state, placeOf(hook, args), read.content)
  return undefined
}

const placeOf = ({ channel, user }: Hook, args: Json): Place => ({
  channel,
  threadTs: typeof args['thread_ts'] === 'string' ? args['thread_ts'] : undefined,
  ephemeralFor: args['response_type'] === 'in_channel' ? undefined : user,
})
