/** Members: what Slack tells of who speaks, kept for a short while. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Clock } from '../../contract/ports.ts'

export type Member = Readonly<{
  name?: string
  /** As in "nl-NL". */
  locale?: string
  team?: string
  enterprise?: string
  /** Of another workspace, whatever else is told. */
  stranger?: true
  /** Only of somebody with a full account of the workspace, whose address Slack confirmed. */
  email?: string
}>

export type Members = Readonly<{
  /** Never throws, and never waits long: what is not known is left out. */
  find: (user: string) => Promise<Member>
}>

const KEEP_MS = 10 * 60_000
/** What Slack could not tell is asked again sooner. */
const KEEP_NOTHING_MS = 10_000
const MANY = 10_000
/** Somebody waits for an answer, and Slack for the acknowledgement. */
const PATIENCE_MS = 400

const User = z.object({
  id: z.string().optional(),
  team_id: z.string().optional(),
  real_name: z.string().optional(),
  name: z.string().optional(),
  locale: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_email_confirmed: z.boolean().default(false),
  enterprise_user: z.object({ enterprise_id: z.string() }).nullish(),
  profile: z.object({ email: z.string().optional() }).default({}),
})
type User = z.infer<typeof User>

type Known = Readonly<{ member: Promise<Member>; until: number }>

export function createMembers(client: WebClient, clock: Clock): Members {
  const known = new Map<string, Known>()

  const ask = async (user: string): Promise<Member> => {
    try {
      const { user: found } = await client.users.info({ user, include_locale: true })
      const member = readMember(found)
      known.set(user, { member: Promise.resolve(member), until: clock() + KEEP_MS })
      return member
    } catch {
      return {} // Slack is slow or down: the question is answered all the same
    }
  }
  return {
    find: (user) => {
      const before = known.get(user)
      if (before !== undefined && before.until > clock()) return before.member
      if (known.size >= MANY) known.clear()
      const member = soon(ask(user))
      known.set(user, { member, until: clock() + KEEP_NOTHING_MS })
      return member
    },
  }
}

async function soon(asked: Promise<Member>): Promise<Member> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<Member>((resolve) => {
    timer = setTimeout(() => resolve({}), PATIENCE_MS)
  })
  try {
    return await Promise.race([asked, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** @throws Error for what is no user of Slack */
export function readMember(found: unknown): Member & Readonly<{ id?: string }> {
  const user = User.parse(found)
  const { id, team_id: team, locale, enterprise_user: grid } = user
  const name = user.real_name ?? user.name
  const email = isFull(user) ? user.profile.email : undefined
  return {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(locale === undefined ? {} : { locale }),
    ...(team === undefined ? {} : { team }),
    ...(user.is_stranger ? { stranger: true } : {}),
    ...(grid ? { enterprise: grid.enterprise_id } : {}),
    ...(email === undefined ? {} : { email }),
  }
}

/** A guest's or stranger's address was typed by whoever invited them. */
const isFull = (user: User): boolean =>
  user.is_email_confirmed &&
  !(user.deleted || user.is_bot || user.is_stranger) &&
  !(user.is_restricted || user.is_ultra_restricted)
