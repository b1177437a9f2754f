/** Access: who may do what; asked before every use case, with roles as the store has them now. */
import type { Grant } from './contract/role.ts'

export const CAPABILITIES = [
  'ask',
  'ask-human',
  'report-incident',
  'see-own-questions',
  'forget-self',
  'vote',
  'answer-escalation',
  'see-gaps',
  'set-route',
  'draft',
  'publish',
  'start-poll',
  'see-unit-results',
  'see-all-results',
  'read-audit',
  'see-past',
  'manage-people',
] as const
export type Capability = (typeof CAPABILITIES)[number]

/** Who acts, as far as the bot can know it. */
export type Actor = Readonly<{
  organisation: string
  /** Roster id; absent for who is not in the roster, such as a guest or somebody who left. */
  person?: string
  grants: readonly Grant[]
}>

/** What it is done to. */
export type Target = Readonly<{ organisation: string; unit?: string }>

/**
 * For whoever the platform lets speak to us: asking in its three forms, and what is one's own.
 *
 * So somebody without a row in the roster may do these and nothing else. Reporting an incident is
 * among them, because a report never waits for a roster.
 */
const FOR_EVERYBODY: readonly Capability[] = [
  'ask',
  'ask-human',
  'report-incident',
  'see-own-questions',
  'forget-self',
]

const FOR_THE_ROSTER: readonly Capability[] = ['vote']

/** For the whole organisation; a manager's hold for units. */
const FOR_A_ROLE: Readonly<Record<Grant['role'], readonly Capability[]>> = {
  manager: [],
  ciso: [
    'answer-escalation',
    'see-gaps',
    'set-route',
    'draft',
    'publish',
    'start-poll',
    'see-unit-results',
    'see-all-results',
    'see-past',
  ],
  deputy: ['answer-escalation', 'see-gaps', 'set-route', 'draft', 'publish', 'see-past'],
  auditor: ['see-unit-results', 'see-all-results', 'read-audit', 'see-past'],
  admin: ['set-route', 'manage-people'],
}

/** Deny by default: what is not granted here is refused. */
export function authorize(actor: Actor, capability: Capability, target: Target): boolean {
  if (actor.organisation !== target.organisation) return false
  if (FOR_EVERYBODY.includes(capability)) return true
  if (actor.person === undefined) return false
  if (FOR_THE_ROSTER.includes(capability)) return true
  return actor.grants.some((grant) => allows(grant, capability, target.unit))
}

function allows({ role, unit }: Grant, capability: Capability, target?: string): boolean {
  if (role === 'manager')
    return capability === 'see-unit-results' && unit !== undefined && isWithin(target, unit)
  return FOR_A_ROLE[role].includes(capability)
}

/** A unit holds itself and everything below it. */
function isWithin(unit: string | undefined, above: string): boolean {
  return unit === above || unit?.startsWith(`${above}/`) === true
}
