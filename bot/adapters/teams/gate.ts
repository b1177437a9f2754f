/**
 * Gate: what a body must be before the Bot Framework SDK sees it.
 *
 * The SDK takes an activity without a service URL, of any tenant and any platform; everything
 * later trusts what passed here. Keys that are not named here are dropped.
 */
import { z } from 'zod'
import type { Organisation } from '../../contract/organisation.ts'
import { cleanText } from './clean-text.ts'
import { type AllowedServices, isAllowedServiceUrl } from './service-url.ts'

const MAX_DEPTH = 20

/** Ids go into addresses of the connector, so they hold nothing that cannot stand there. */
const Id = z.string().regex(/^(?!\.{1,2}$)[\x21-\x7e]{1,500}$/)
const Word = z.string().regex(/^[\w./-]{1,80}$/)
const Account = z.object({ id: Id, aadObjectId: Id.optional() })
/** A name that is none, or too long to be one, is no reason to refuse what somebody says. */
const Name = z.string().max(200).transform(cleanText).optional().catch(undefined)
const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: Id }) })

const Activity = z.object({
  type: Word,
  id: Id,
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1).max(500),
  from: Account.extend({ name: Name }),
  recipient: Account,
  conversation: z.object({
    id: Id,
    conversationType: Word.optional(),
    tenantId: Id.optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: Id }).optional() }).optional(),
  locale: z.string().max(35).optional(),
  name: Word.optional(),
  action: Word.optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  /** Of other attachments, such as the words of the message as HTML, nothing is kept. */
  attachments: z.array(z.unknown()).max(100).transform(filesIn).optional(),
  membersAdded: z.array(Account).max(100).optional(),
  membersRemoved: z.array(Account).max(100).optional(),
  /** Of other entities, such as the client's version, nothing is kept. */
  entities: z.array(z.unknown()).max(100).transform(mentionsIn).optional(),
})
export type Activity = z.infer<typeof Activity>

export type GateRules = Readonly<{
  organisations: readonly Organisation[]
  services: AllowedServices
  /** On this machine only: everybody speaks for the first organisation. */
  local: boolean
}>

type Refusal = 'too-deep' | 'not-an-activity' | 'service-not-allowed' | 'tenant-not-allowed'

export type GateResult =
  | Readonly<{ kind: 'passed'; activity: Activity; organisation: Organisation }>
  | Readonly<{ kind: 'refused'; reason: Refusal; status: 400 | 403 }>

export function passGate(body: unknown, rules: GateRules): GateResult {
  if (isDeeperThan(body, MAX_DEPTH)) return { kind: 'refused', reason: 'too-deep', status: 400 }

  const activity = Activity.safeParse(body).data
  if (activity === undefined) return { kind: 'refused', reason: 'not-an-activity', status: 400 }

  if (!isAllowedServiceUrl(activity.serviceUrl, rules.services))
    return { kind: 'refused', reason: 'service-not-allowed', status: 403 }

  const organisation = rules.local ? rules.organisations[0] : organisationOf(activity, rules)
  if (organisation === undefined)
    return { kind: 'refused', reason: 'tenant-not-allowed', status: 403 }

  return { kind: 'passed', activity, organisation }
}

/** Both places must name the same tenant: the SDK checks neither, and later code may read either. */
function organisationOf(
  { conversation, channelData }: Activity,
  { organisations }: GateRules,
): Organisation | undefined {
  const tenant = conversation.tenantId
  if (tenant === undefined || tenant !== channelData?.tenant?.id) return undefined
  return organisations.find(({ tenants }) => tenants.includes(tenant))
}

/** @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const File = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().max(500).default(''),
  content: z.object({ downloadUrl: z.string().max(4_000) }),
})

function filesIn(attachments: readonly unknown[]): readonly z.infer<typeof File>[] {
  return attachments.flatMap((attachment) => File.safeParse(attachment).data ?? [])
}

function mentionsIn(entities: readonly unknown[]): readonly z.infer<typeof Mention>[] {
  return entities.flatMap((entity) => Mention.safeParse(entity).data ?? [])
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}
