/** Surface: where in Slack somebody says or presses something, which decides how they are answered. */

/** The message from which a modal was opened: it changes when the modal has been sent. */
export type Origin = Readonly<{
  channel: string
  /** Timestamp, which is the message's id in its channel; absent: only one person sees it. */
  ts?: string
}>

export type Surface =
  /** Typed in the chat with the bot, or to the bot in a channel; `thread` where it began in one. */
  | Readonly<{ kind: 'message'; channel: string; thread?: string }>
  | Readonly<{ kind: 'command'; channel: string; responseUrl: string; triggerId: string }>
  /** A button of a message; without a channel the message is not there any more. */
  | Readonly<{
      kind: 'pressed'
      origin: Origin
      /** Where the message stands in one. */
      thread?: string
      /** What it shows is for everybody there to see. */
      shares?: true
      responseUrl?: string
      triggerId: string
    }>
  | Readonly<{ kind: 'modal'; view: string; origin?: Origin; triggerId: string }>
  | Readonly<{ kind: 'home'; triggerId: string }>
  /** A modal was sent; `field` is the first block to fill in, where a remark can stand. */
  | Readonly<{ kind: 'submitted'; view: string; origin?: Origin; field?: string }>
  | Readonly<{ kind: 'shortcut'; channel: string; triggerId: string }>

/** Where others read along: any channel but the one that a person and the bot have together. */
export const isShared = (channel: string): boolean => !channel.startsWith('D')

/** Seen by one person in a channel; the bot need not be in it. */
export const isOnlyTheirs = ({ channel, ts }: Origin): boolean =>
  isShared(channel) && ts === undefined

export function channelOf(surface: Surface): string | undefined {
  switch (surface.kind) {
    case 'message':
    case 'command':
    case 'shortcut':
      return surface.channel
    case 'pressed':
      return surface.origin.channel
    case 'modal':
    case 'submitted':
    case 'home':
      return undefined
  }
}
