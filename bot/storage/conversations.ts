/** Conversations: where the bot can speak first, kept until it is uninstalled or blocked. */
import type { Kysely } from 'kysely'
import { Language } from '../../knowledge/language.ts'
import { Platform } from '../contract/message.ts'
import type { ConversationTable, Tables } from './tables.ts'

export type Conversation = Readonly<{
  platform: Platform
  id: string
  /** The platform's id of the person; absent for a conversation that several share. */
  person?: string
  serviceUrl: string
  tenant?: string
  /** The bot's own id in that conversation. */
  bot: string
  language: Language
}>

export type KnownConversation = Conversation & Readonly<{ open: boolean }>

export type ConversationStore = Readonly<{
  /**
   * Stores or renews; writes nothing when nothing changed, so no row tells when somebody spoke.
   *
   * @param opens true when the bot is certainly there: installed just now, or spoken to
   */
  keep: (organisation: string, conversation: Conversation, opens: boolean) => Promise<void>
  /** Also one that is closed: `open` tells. */
  find: (
    organisation: string,
    platform: Platform,
    id: string,
  ) => Promise<KnownConversation | undefined>
  /** The conversation that only this person and the bot share; one that is open before another. */
  ofPerson: (
    organisation: string,
    platform: Platform,
    person: string,
  ) => Promise<KnownConversation | undefined>
  /** Any conversation of the organisation: tells the service URL and tenant for a first contact. */
  anyOf: (organisation: string, platform: Platform) => Promise<Conversation | undefined>
  /** People who can be written to without a first contact. */
  countPeople: (organisation: string, platform: Platform) => Promise<number>
  /** Blocked or gone: nothing is sent there until the bot is installed again. */
  close: (organisation: string, platform: Platform, id: string) => Promise<void>
  /** Uninstalled: nothing is kept. */
  remove: (organisation: string, platform: Platform, id: string) => Promise<void>
  /** Everything that leads to this person. @returns how many */
  forgetPerson: (organisation: string, platform: Platform, person: string) => Promise<number>
}>

export function createConversationStore(db: Kysely<Tables>): ConversationStore {
  const rows = (organisation: string, platform: Platform) =>
    db
      .selectFrom('conversation')
      .selectAll()
      .where('organisation', '=', organisation)
      .where('platform', '=', platform)

  const find: ConversationStore['find'] = async (organisation, platform, id) => {
    const row = await rows(organisation, platform).where('id', '=', id).executeTakeFirst()
    return row && conversationOf(row)
  }

  return {
    find,
    keep: async (organisation, conversation, opens) => {
      const known = await find(organisation, conversation.platform, conversation.id)
      const row = rowOf(organisation, conversation, opens || known?.open !== false)
      if (known !== undefined && isSame(rowOf(organisation, known, known.open), row)) return
      await put(db, row, opens)
    },
    ofPerson: async (organisation, platform, person) => {
      const row = await rows(organisation, platform)
        .where('person', '=', person)
        .orderBy('open', 'desc')
        .orderBy('id')
        .executeTakeFirst()
      return row && conversationOf(row)
    },
    anyOf: async (organisation, platform) => {
      const row = await rows(organisation, platform).orderBy('id').limit(1).executeTakeFirst()
      return row && conversationOf(row)
    },
    countPeople: async (organisation, platform) => {
      const { n } = await db
        .selectFrom('conversation')
        .select(({ fn }) => fn.count<number>('person').distinct().as('n'))
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('open', '=', 1)
        .executeTakeFirstOrThrow()
      return n
    },
    ...endings(db),
  }
}

/** Ways in which a conversation ends. */
function endings(db: Kysely<Tables>): Pick<ConversationStore, 'close' | 'remove' | 'forgetPerson'> {
  return {
    close: async (organisation, platform, id) => {
      await db
        .updateTable('conversation')
        .set({ open: 0 })
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('id', '=', id)
        .execute()
    },
    remove: async (organisation, platform, id) => {
      await db
        .deleteFrom('conversation')
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('id', '=', id)
        .execute()
    },
    forgetPerson: async (organisation, platform, person) => {
      const { numDeletedRows } = await db
        .deleteFrom('conversation')
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('person', '=', person)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

/** A conversation that was closed meanwhile stays closed, unless this opens it. */
async function put(db: Kysely<Tables>, row: ConversationTable, opens: boolean): Promise<void> {
  const { organisation: _o, platform: _p, id: _i, open, ...renewed } = row
  await db
    .insertInto('conversation')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'platform', 'id'])
        .doUpdateSet(opens ? { ...renewed, open } : renewed),
    )
    .execute()
}

function rowOf(organisation: string, one: Conversation, open: boolean): ConversationTable {
  const { platform, id, person, serviceUrl, tenant, bot, language } = one
  return {
    organisation,
    platform,
    id,
    person: person ?? null,
    service_url: serviceUrl,
    tenant: tenant ?? null,
    bot,
    language,
    open: open ? 1 : 0,
  }
}

function conversationOf(row: ConversationTable): KnownConversation {
  return {
    platform: Platform.parse(row.platform),
    id: row.id,
    ...(row.person === null ? {} : { person: row.person }),
    serviceUrl: row.service_url,
    ...(row.tenant === null ? {} : { tenant: row.tenant }),
    bot: row.bot,
    language: Language.parse(row.language),
    open: row.open === 1,
  }
}

function isSame(one: ConversationTable, other: ConversationTable): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
