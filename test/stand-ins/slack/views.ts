/** Views: modals in stacks of three, and Home tabs. */
import { isRecord } from './check-kit.ts'
import { checkView } from './check-view.ts'
import { refuse, type Said } from './method.ts'
import { APP, BOT_ID, TEAM } from './people.ts'
import { type State, withBlockIds } from './state.ts'
import type { Json, SlackView } from './types.ts'

const DEEPEST = 3
const LARGEST = 250_000

export type Made = Readonly<{ view: SlackView }>

export const isMade = (made: Said | Made): made is Made => 'view' in made && !('error' in made)

type Stand = Readonly<{ user: string; type: 'modal' | 'home'; instead?: SlackView | undefined }>

/** @returns a refusal, or the view that stands for this payload */
function makeView(state: State, payload: unknown, stand: Stand): Said | Made {
  if (JSON.stringify(payload ?? '').length > LARGEST) return { error: 'view_too_large' }
  const problems = checkView(payload)
  if (problems.length > 0) return refuse('invalid_arguments', problems)
  if (!isRecord(payload) || payload['type'] !== stand.type)
    return refuse('invalid_arguments', [
      `[ERROR] must be a ${stand.type} [json-pointer:/view/type]`,
    ])

  const view = readView(state, payload, stand)
  const isDouble = view.externalId !== '' && isTaken(state, view.externalId, stand.instead?.id)
  return isDouble ? { error: 'duplicate_external_id' } : { view }
}

function readView(state: State, payload: Json, { user, type, instead }: Stand): SlackView {
  const text = (key: string) => String(payload[key] ?? '')
  const shown = (key: string) => {
    const held = payload[key]
    return isRecord(held) ? { [key]: String(held['text']) } : {}
  }
  const id = instead?.id ?? state.newId('V')
  const blocks = Array.isArray(payload['blocks']) ? payload['blocks'].filter(isRecord) : []
  return {
    id,
    hash: `${Math.floor(state.now() / 1_000)}.${state.newId('').toLowerCase()}`,
    type,
    user,
    ...shown('title'),
    ...shown('submit'),
    ...shown('close'),
    callbackId: text('callback_id'),
    externalId: text('external_id'),
    privateMetadata: text('private_metadata'),
    notifyOnClose: payload['notify_on_close'] === true,
    clearOnClose: payload['clear_on_close'] === true,
    blocks: withBlockIds(state, blocks),
    rootId: instead?.rootId ?? id,
    ...(instead?.previousId && { previousId: instead.previousId }),
    errors: {},
  }
}

const all = ({ modals, homes }: State): readonly SlackView[] => [
  ...[...modals.values()].flat(),
  ...homes.values(),
]

const isTaken = (state: State, externalId: string, except: string | undefined): boolean =>
  all(state).some((view) => view.externalId === externalId && view.id !== except)

export const stackOf = ({ modals }: State, user: string): readonly SlackView[] =>
  modals.get(user) ?? []

export function setStack(state: State, user: string, views: readonly SlackView[]): void {
  state.modals.set(user, [...views])
  state.changed()
}

export function findView(state: State, id: string, externalId = ''): SlackView | undefined {
  return all(state).find(
    (view) => view.id === id || (externalId !== '' && view.externalId === externalId),
  )
}

export function openView(state: State, user: string, payload: unknown): Said | Made {
  const made = makeView(state, payload, { user, type: 'modal' })
  if (isMade(made)) setStack(state, user, [made.view])
  return made
}

export function pushView(state: State, user: string, payload: unknown): Said | Made {
  const stack = stackOf(state, user)
  const below = stack.at(-1)
  if (below === undefined) return { error: 'not_found' }
  if (stack.length >= DEEPEST) return { error: 'push_limit_reached' }

  const made = makeView(state, payload, { user, type: 'modal' })
  if (!isMade(made)) return made
  const view = { ...made.view, rootId: below.rootId, previousId: below.id }
  setStack(state, user, [...stack, view])
  return { view }
}

/** What was filled in stays where block_id and action_id are the same. */
export function replaceView(state: State, old: SlackView, payload: unknown): Said | Made {
  const made = makeView(state, payload, { user: old.user, type: old.type, instead: old })
  if (!isMade(made)) return made
  if (old.type === 'home') state.homes.set(old.user, made.view)
  else
    setStack(
      state,
      old.user,
      stackOf(state, old.user).map((view) => (view.id === old.id ? made.view : view)),
    )
  state.changed()
  return made
}

export function publishView(state: State, user: string, payload: unknown): Said | Made {
  const old = state.homes.get(user)
  if (old !== undefined) return replaceView(state, old, payload)
  const made = makeView(state, payload, { user, type: 'home' })
  if (isMade(made)) state.homes.set(user, made.view)
  state.changed()
  return made
}

/** As Slack shows a view in answers and payloads. */
export function viewObject(view: SlackView, values: Json): Json {
  const plain = (text: string | undefined): Json | null =>
    text === undefined ? null : { type: 'plain_text', text, emoji: true }
  return {
    id: view.id,
    team_id: TEAM,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values },
    hash: view.hash,
    title: plain(view.title),
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: plain(view.close),
    submit: plain(view.submit),
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: APP,
    external_id: view.externalId,
    app_installed_team_id: TEAM,
    bot_id: BOT_ID,
  }
}
