/** People: who is in the sample workspace of Waterveen, and which channels there are. */
import type { SlackChannel, SlackUser } from './types.ts'

export const TEAM = 'T0WATERVEEN'
export const ELSEWHERE = 'T0ELSEWHERE'
export const APP = 'A0VRAAGBAAK'
/** The bot as a user, and as a bot. */
export const BOT = 'U0VRAAGBAAK'
export const BOT_ID = 'B0VRAAGBAAK'

const at = 'waterveen.example'

/** Roles are those of the sample roster, by mail address. */
export const PEOPLE: readonly SlackUser[] = [
  { id: 'U0JAN', name: 'Noor Hofland', email: `noor.hofland@${at}` },
  { id: 'U0MARIT', name: 'Marit Oosterveld', email: `ciso@${at}` },
  { id: 'U0MANAGER', name: 'Daan Verbrugge', email: `daan.verbrugge@${at}` },
  { id: 'U0DEPUTY', name: 'Gerrit Zandstra', email: `gerrit.zandstra@${at}` },
  { id: 'U0LIEKE', name: 'Lieke Terpstra', email: `lieke.terpstra@${at}` },
  { id: 'U0SAMIRA', name: 'Samira Elkaddouri', email: `samira.elkaddouri@${at}` },
  { id: 'U0TOMASZ', name: 'Tomasz Wilk', email: `tomasz.wilk@${at}`, locale: 'en-US' },
  { id: 'U0UNKNOWN', name: 'Joost Nieuwland', email: `joost.nieuwland@${at}` },
  {
    id: 'U0GUEST',
    name: 'Gast van buiten',
    email: 'gast@bureau.example',
    isRestricted: true,
    isUltraRestricted: true,
  },
  {
    id: 'U0MULTI',
    name: 'Gast van het bureau',
    email: 'bureau@bureau.example',
    isRestricted: true,
  },
  { id: 'U0STRANGER', name: 'Iemand van elders', team: ELSEWHERE },
  { id: 'U0GONE', name: 'Oud Collega', email: `oud.collega@${at}`, isDeleted: true },
  { id: 'U0OTHERBOT', name: 'Andere bot', isBot: true },
  { id: BOT, name: 'Vraagbaak', isBot: true },
]

export const CHANNELS: readonly SlackChannel[] = [
  {
    id: 'C0ALGEMEEN',
    kind: 'channel',
    name: 'algemeen',
    members: ['U0JAN', 'U0MARIT', 'U0MANAGER', 'U0GUEST', BOT],
  },
  { id: 'C0ZONDER', kind: 'channel', name: 'zonder-bot', members: ['U0JAN', 'U0MARIT'] },
  { id: 'G0BESLOTEN', kind: 'private', name: 'besloten', members: ['U0JAN', 'U0MARIT', BOT] },
  {
    id: 'C0SAMEN',
    kind: 'channel',
    name: 'samen-met-elders',
    members: ['U0JAN', 'U0STRANGER', BOT],
    isExternal: true,
  },
  { id: 'C0OUD', kind: 'channel', name: 'oud', members: ['U0JAN', BOT], isArchived: true },
]
