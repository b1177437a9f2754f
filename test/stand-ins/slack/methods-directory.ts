/** Methods of the directory: conversations.* and users.*. */
import { argOf, isTrue, type Method } from './method.ts'
import { BOT, TEAM } from './people.ts'
import { dmOf, type State } from './state.ts'
import type { Json, SlackChannel, SlackUser } from './types.ts'

const has = ({ options }: State, scope: string): boolean =>
  options.scopes === undefined || options.scopes.includes(scope)

/** As users.info shows somebody; the mail address only with its own scope, and never of strangers. */
export function userObject(user: SlackUser, state: State, withLocale = false): Json {
  const team = user.team ?? TEAM
  const [first, ...rest] = user.name.split(' ')
  const isShown = has(state, 'users:read.email') && team === TEAM
  return {
    id: user.id,
    team_id: team,
    name: user.name.toLowerCase().replaceAll(' ', '.'),
    deleted: user.isDeleted ?? false,
    real_name: user.name,
    tz: 'Europe/Amsterdam',
    tz_offset: 7200,
    profile: {
      real_name: user.name,
      display_name: user.name,
      first_name: first,
      last_name: rest.join(' '),
      ...(isShown && user.email && { email: user.email }),
      team,
    },
    is_bot: user.isBot ?? false,
    ...(user.isDeleted !== true && roles(user)),
    ...(team !== TEAM && { is_stranger: true }),
    ...(withLocale && { locale: user.locale ?? 'nl-NL' }),
    updated: 1_790_000_000,
  }
}

const roles = ({
  isRestricted = false,
  isUltraRestricted = false,
  isEmailConfirmed = true,
}: SlackUser): Json => ({
  is_email_confirmed: isEmailConfirmed,
  is_admin: false,
  is_owner: false,
  is_restricted: isRestricted,
  is_ultra_restricted: isUltraRestricted,
  is_app_user: false,
})

function channelObject(channel: SlackChannel): Json {
  const { id, kind, name, members, isArchived = false, isExternal = false } = channel
  if (kind === 'dm')
    return {
      id,
      is_im: true,
      user: members.find((member) => member !== BOT),
      is_archived: isArchived,
    }
  return {
    id,
    name,
    is_channel: kind === 'channel',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: kind === 'group-dm',
    is_private: kind !== 'channel',
    is_archived: isArchived,
    is_member: members.includes(BOT),
    is_shared: isExternal,
    is_ext_shared: isExternal,
    context_team_id: TEAM,
  }
}

function page(args: Json, state: State): Json {
  const limit = Math.max(1, Math.min(1_000, Number(args['limit'] ?? 100)))
  const cursor = argOf(args, 'cursor')
  const from =
    cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('user:', ''))
  if (!Number.isInteger(from)) return { error: 'invalid_cursor' }
  const users = [...state.users.values()]
  const next = from + limit < users.length ? `user:${from + limit}` : ''
  return {
    members: users
      .slice(from, from + limit)
      .map((user) => userObject(user, state, isTrue(args['include_locale']))),
    response_metadata: { next_cursor: Buffer.from(next).toString('base64') },
  }
}

export const directoryMethods: Readonly<Record<string, Method>> = {
  'users.info': {
    scopes: ['users:read'],
    call: (args, state) => {
      const user = state.users.get(argOf(args, 'user'))
      if (user === undefined) return { error: 'user_not_found' }
      return { user: userObject(user, state, isTrue(args['include_locale'])) }
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    call: (args, state) => {
      const email = argOf(args, 'email').toLowerCase()
      const user = [...state.users.values()].find(
        (one) => one.email?.toLowerCase() === email && one.isDeleted !== true,
      )
      return user === undefined ? { error: 'users_not_found' } : { user: userObject(user, state) }
    },
  },
  'users.list': { scopes: ['users:read'], call: page },
  'conversations.open': {
    scopes: ['im:write'],
    call: (args, state) => {
      const user = state.users.get(argOf(args, 'users'))
      if (user === undefined) return { error: 'user_not_found' }
      if (user.isDeleted === true) return { error: 'user_disabled' }
      if (user.isBot === true) return { error: 'cannot_dm_bot' }
      return { channel: { id: dmOf(state, user.id) } }
    },
  },
  'conversations.info': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    call: (args, state) => {
      const channel = state.channels.get(argOf(args, 'channel'))
      const isHidden = channel?.kind === 'private' && !channel.members.includes(BOT)
      if (channel === undefined || isHidden) return { error: 'channel_not_found' }
      return { channel: channelObject(channel) }
    },
  },
}
