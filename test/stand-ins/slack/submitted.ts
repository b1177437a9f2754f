/**
 * Submitted: what the bot's answer to a submission does with the modal.
 *
 * @see https://docs.slack.dev/surfaces/modals#response_actions
 */
import { isRecord } from './check-kit.ts'
import type { State } from './state.ts'
import type { Acknowledged, Json, SlackView } from './types.ts'
import { isMade, pushView, replaceView, setStack, stackOf } from './views.ts'

/** @returns why Slack makes nothing of the answer: people are then told that something went wrong */
export function submitted(
  state: State,
  view: SlackView,
  { status, body }: Acknowledged,
): string | undefined {
  if (status !== 200) return 'the modal stays: no answer'
  const answer: Json = isRecord(body) ? body : {}
  const isEmpty = body === '' || body === undefined || Object.keys(answer).length === 0
  const action = isEmpty ? 'pop' : String(answer['response_action'])
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
  return act === undefined ? `unknown response_action ${action}` : act(state, view, answer)
}

type Act = (state: State, view: SlackView, answer: Json) => string | undefined

const instead = (state: State, view: SlackView, now: SlackView | undefined): undefined => {
  const others = stackOf(state, view.user).flatMap((one) =>
    one.id === view.id ? (now ?? []) : one,
  )
  setStack(state, view.user, others)
  return undefined
}

const ACTIONS: Readonly<Record<string, Act>> = {
  pop: (state, view) => instead(state, view, undefined),
  clear: (state, view) => {
    setStack(state, view.user, [])
    return undefined
  },
  errors: (state, view, answer) => {
    const errors = isRecord(answer['errors']) ? answer['errors'] : {}
    const inputs = view.blocks.filter((block) => block['type'] === 'input')
    const known = inputs.map((block) => String(block['block_id']))
    const wrong = Object.keys(errors).filter((id) => !known.includes(id))
    if (wrong.length > 0 || Object.keys(errors).length === 0)
      return `errors for blocks that are no inputs: ${wrong.join(', ')}`
    const told = Object.entries(errors).map(([id, text]) => [id, String(text)])
    return instead(state, view, { ...view, errors: Object.fromEntries(told) })
  },
  update: (state, view, answer) => {
    const made = replaceView(state, view, answer['view'])
    return isMade(made) ? undefined : JSON.stringify(made)
  },
  push: (state, view, answer) => {
    const made = pushView(state, view.user, answer['view'])
    return isMade(made) ? undefined : JSON.stringify(made)
  },
}
