/** Admit: lets in who passes the gate and shows a good token, and says nothing to the others. */
import type { BotFrameworkAuthentication } from 'botframework-connector'
import type { Activity as SdkActivity } from 'botframework-schema'
import type { Organisation } from '../../contract/organisation.ts'
import type { Clock, Observe } from '../../contract/ports.ts'
import type { Incoming, Outgoing } from '../../web/endpoint.ts'
import { authenticateLocally, createAuthenticate, type Verdict } from './authenticate.ts'
import { createBadTokenLimiter } from './bad-token-limiter.ts'
import { type Activity, type GateRules, passGate } from './gate.ts'

export type Admitted = Readonly<{
  kind: 'admitted'
  activity: Activity
  organisation: Organisation
}>

export type Dropped = Readonly<{ kind: 'dropped'; reason: string; outgoing: Outgoing }>

export type AdmitOptions = Readonly<{
  authentication: BotFrameworkAuthentication
  rules: GateRules
  clock: Clock
  observe: Observe
  /** Names a failure in the log. */
  newReference: () => string
}>

export function createAdmit(
  options: AdmitOptions,
): (incoming: Incoming) => Promise<Admitted | Dropped> {
  const { authentication, rules, clock } = options
  const authenticate = rules.local
    ? authenticateLocally
    : createAuthenticate(authentication, createBadTokenLimiter(clock))

  return async (incoming) => {
    const gate = passGate(incoming.body, rules)
    if (gate.kind === 'refused') return dropped(gate.reason, { status: gate.status })

    const { activity, organisation } = gate
    const verdict = await authenticate(forSdk(activity), incoming)
    if (verdict.kind === 'authentic') return { kind: 'admitted', activity, organisation }

    if (verdict.kind === 'no-keys') noteOutage(organisation, verdict.error, options)
    return dropped(verdict.kind, refusalOf(verdict))
  }
}

export function dropped(reason: string, outgoing: Outgoing): Dropped {
  return { kind: 'dropped', reason, outgoing }
}

function noteOutage(
  { id }: Organisation,
  error: unknown,
  { observe, newReference }: AdmitOptions,
): void {
  observe({ kind: 'failed', organisation: id, reference: newReference(), error })
}

function refusalOf(verdict: Exclude<Verdict, { kind: 'authentic' }>): Outgoing {
  switch (verdict.kind) {
    case 'bad-token':
      return { status: 401 }
    case 'too-many-bad-tokens':
      return { status: 429, retryAfterSeconds: verdict.waitSeconds }
    case 'no-keys':
      return { status: 503 }
  }
}

/** The gate keeps every field that is checked; the SDK's type asks for all that exist. */
function forSdk(activity: Activity): SdkActivity {
  return activity as unknown as SdkActivity
}
