/** Teams: the wire between an activity that comes in and the bot's reply. */
import type { BotFrameworkAuthentication } from 'botframework-connector'
import type { Clock } from '../../contract/ports.ts'
import type { Request } from '../../contract/request.ts'
import type { Endpoint, Outgoing } from '../../web/endpoint.ts'
import { type Admitted, createAdmit, type Dropped, dropped, forSdk } from './admit.ts'
import type { Activity, GateRules } from './gate.ts'
import { parseActivity } from './parse.ts'
import type { FirstTime } from './seen.ts'
import { answer, type Turn, type TurnOptions } from './turn.ts'
import { TurnRunner } from './turn-runner.ts'

/** Longer than any token holds, so nothing can be played again. */
const REMEMBER_MS = 24 * 60 * 60 * 1000
/** Teams tells twice that the bot was added; one welcome is enough. */
const ONE_WELCOME_MS = 60_000

export type TeamsOptions = TurnOptions &
  Readonly<{
    authentication: BotFrameworkAuthentication
    rules: GateRules
    firstTime: FirstTime
    clock: Clock
  }>

export function createTeamsEndpoint(options: TeamsOptions): Endpoint {
  const runner = new TurnRunner(options.authentication)
  const admit = createAdmit(options)

  return async (incoming) => {
    const admission = await admit(incoming)
    if (admission.kind === 'dropped') return drop(admission, options)

    const turn = await readTurn(admission, options.firstTime)
    if (turn.kind === 'dropped') return drop(turn, options)

    let outgoing: Outgoing = { status: 200 }
    await runner.run(admission.authentication, forSdk(admission.activity), async (context) => {
      outgoing = await answer(context, turn, options)
    })
    return outgoing
  }
}

function drop({ reason, outgoing }: Dropped, { onDropped }: TeamsOptions): Outgoing {
  onDropped(reason)
  return outgoing
}

async function readTurn(
  { activity, organisation }: Admitted,
  firstTime: FirstTime,
): Promise<(Turn & { kind: 'turn' }) | Dropped> {
  const isInvoke = activity.type === 'invoke'
  const request = parseActivity(activity, organisation)
  if (request.kind === 'unsupported')
    return dropped(request.reason, { status: isInvoke ? 400 : 200 })
  if (!(await isFirstTime(activity, request, firstTime)))
    return dropped('repeated', { status: 200 })

  return { kind: 'turn', organisation, request, isInvoke }
}

function isFirstTime(
  { id, conversation }: Activity,
  { kind, speaker }: Request,
  firstTime: FirstTime,
): Promise<boolean> {
  const place = `teams ${speaker.organisation} ${conversation.id}`
  return kind === 'joined'
    ? firstTime(`${place} joined`, ONE_WELCOME_MS)
    : firstTime(`${place} ${id}`, REMEMBER_MS)
}
