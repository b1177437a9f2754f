/** Methods of views: opening, pushing, updating and publishing. */
import { argOf, type Method, type Said } from './method.ts'
import type { State, Trigger } from './state.ts'
import type { Json } from './types.ts'
import {
  findView,
  isMade,
  type Made,
  openView,
  publishView,
  pushView,
  replaceView,
  viewObject,
} from './views.ts'

const TRIGGER_MS = 3_000

/** @returns the trigger, which is used up by it, or why it is not good */
function exchange(args: Json, state: State): Trigger | string {
  const id = argOf(args, 'trigger_id')
  if (id === '') return 'invalid_arguments'
  const trigger = state.triggers.get(id)
  if (trigger === undefined) return 'invalid_trigger_id'
  if (trigger.isUsed) return 'exchanged_trigger_id'
  if (state.now() - trigger.at > TRIGGER_MS) return 'expired_trigger_id'
  return trigger
}

function triggered(
  open: (state: State, user: string, payload: unknown) => Said | Made,
): Method['call'] {
  return (args, state) => {
    const trigger = exchange(args, state)
    if (typeof trigger === 'string') return { error: trigger }
    const made = open(state, trigger.user, args['view'])
    if (isMade(made)) trigger.isUsed = true
    return shown(made)
  }
}

const shown = (made: Said | Made): Said =>
  isMade(made) ? { view: viewObject(made.view, {}) } : made

const isOutdated = (args: Json, hash: string): boolean =>
  args['hash'] !== undefined && args['hash'] !== hash

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': { call: triggered(openView) },
  'views.push': { call: triggered(pushView) },
  'views.update': {
    call: (args, state) => {
      const view = findView(state, argOf(args, 'view_id'), argOf(args, 'external_id'))
      if (view === undefined) return { error: 'not_found' }
      if (isOutdated(args, view.hash)) return { error: 'hash_conflict' }
      return shown(replaceView(state, view, args['view']))
    },
  },
  'views.publish': {
    call: (args, state) => {
      const user = argOf(args, 'user_id')
      if (!state.users.has(user)) return { error: 'invalid_arguments' }
      const old = state.homes.get(user)
      if (old !== undefined && isOutdated(args, old.hash)) return { error: 'hash_conflict' }
      return shown(publishView(state, user, args['view']))
    },
  },
}
