/**
 * Find colleagues: once a day, who of the roster is in Slack, so that messages to many reach them there.
 *
 * Whoever speaks to the bot is found at that moment; an invitation to a poll comes to people who never did.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Task } from '../../chores/chores.ts'
import type { Clock } from '../../contract/ports.ts'
import { linkSlack } from '../../roster/link-slack.ts'
import type { Storage } from '../../storage/storage.ts'
import { readMember } from './members.ts'
import type { Workspace } from './workspace.ts'

export type FindParts = Readonly<{
  client: WebClient
  workspace: Pick<Workspace, 'organisationOf'>
  storage: Storage
  clock: Clock
  /** Between two pages. */
  pauseMs?: number
}>

const DAY_MS = 24 * 3_600_000
/** After one that failed. */
const HOUR_MS = 3_600_000
/** Slack asks for no more than this at a time, and for 20 calls a minute. */
const PAGE = 200
const PAUSE_MS = 3_500

export function findColleagues(parts: FindParts): Task {
  const next = new Map<string, number>()
  return {
    name: 'slack-people',
    run: async (organisation) => {
      const now = parts.clock()
      if (now < (next.get(organisation) ?? 0)) return []
      next.set(organisation, now + HOUR_MS)
      const found = await find(organisation, parts)
      next.set(organisation, now + DAY_MS)
      return found === 0 ? [] : ['linked']
    },
  }
}

/** @returns how many were found; nothing is asked of Slack when nobody is missing */
async function find(organisation: string, parts: FindParts): Promise<number> {
  const people = await parts.storage.stores.people.list(organisation)
  const missing = new Set(
    people.flatMap(({ email, slackId }) =>
      slackId === undefined && email !== undefined ? [email.toLowerCase()] : [],
    ),
  )
  let found = 0
  if (missing.size === 0) return found
  for await (const members of pagesOf(parts)) {
    const theirs = members.filter(
      ({ team, email }) =>
        missing.has(email.toLowerCase()) &&
        parts.workspace.organisationOf(team)?.id === organisation,
    )
    if (theirs.length > 0) found += await link(organisation, theirs, parts)
  }
  return found
}

type Found = Readonly<{ id: string; team: string; email: string }>

async function* pagesOf({
  client,
  pauseMs = PAUSE_MS,
}: FindParts): AsyncGenerator<readonly Found[]> {
  for (let cursor = ''; ; ) {
    const page = await client.users.list({ limit: PAGE, ...(cursor === '' ? {} : { cursor }) })
    yield (page.members ?? []).flatMap((member) => {
      const { id, team, email } = readMember(member)
      return id && team && email ? [{ id, team, email }] : []
    })
    cursor = page.response_metadata?.next_cursor ?? ''
    if (cursor === '') return
    await pause(pauseMs)
  }
}

/** A page in one transaction. */
function link(
  organisation: string,
  members: readonly Found[],
  { storage, clock }: FindParts,
): Promise<number> {
  return storage.transaction(async (stores) => {
    let linked = 0
    for (const { id: slackId, email } of members)
      if (await linkSlack({ organisation, slackId, email }, stores, clock())) linked += 1
    return linked
  })
}
