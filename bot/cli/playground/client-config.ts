/** Client config: the people and rooms of Waterveen, for Microsoft's client as one of them uses it. */
import { readFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { z } from 'zod'
import { readYamlOrThrow } from '../../../knowledge/yaml.ts'

const User = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  aadObjectId: z.string(),
})
const Room = z.looseObject({ id: z.string() })

const ClientConfig = z.looseObject({
  currentUser: User,
  users: z.array(User),
  personalChat: Room,
  groupChat: Room,
  team: Room.extend({ channels: z.array(Room) }),
})
export type ClientConfig = z.infer<typeof ClientConfig>

/** @throws Error that names line and field. */
export function readClientConfig(file: string): ClientConfig {
  return readYamlOrThrow(ClientConfig, readFileSync(file, 'utf8'), file)
}

/** @throws Error when nobody of that id is in the config. */
export function userOf(
  userId: string,
  { currentUser, users }: ClientConfig,
): ClientConfig['currentUser'] {
  const user = [currentUser, ...users].find(({ id }) => id === userId)
  if (user === undefined) throw new Error(`"${userId}" is not among the users of the playground`)
  return user
}

/**
 * The same municipality with somebody else at the keyboard. Each client keeps rooms of its own,
 * so their ids differ: the bot knows a room by its id, and answers where it last heard from it.
 *
 * @throws Error when nobody of that id is in the config.
 */
export function configOf(userId: string, config: ClientConfig): ClientConfig {
  const everybody = [config.currentUser, ...config.users]
  const user = userOf(userId, config)
  const own = <R extends Readonly<{ id: string }>>(room: R) => ({
    ...room,
    id: `${room.id}-${userId}`,
  })
  return {
    ...config,
    currentUser: user,
    users: everybody.filter(({ id }) => id !== userId),
    personalChat: own(config.personalChat),
    groupChat: own(config.groupChat),
    team: { ...own(config.team), channels: config.team.channels.map(own) },
  }
}

export const asYaml = (config: ClientConfig): string => stringify(config)
