import type { KyselyPlugin } from 'kysely'
import { type Conversation, createConversationStore } from '../../bot/storage/conversations.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const aConversation = (change: Partial<Conversation> = {}): Conversation => ({
  platform: 'teams',
  id: 'a:1',
  person: 'person-1',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenant: 'tenant-1',
  bot: '28:bot',
  language: 'nl',
  ...change,
})

describe.each(engines)('conversations on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  const conversations = () => storage.stores.conversations
  const found = (id = 'a:1') => conversations().find('waterveen', 'teams', id)

  it('keeps every field of a conversation with one person', async () => {
    await conversations().keep('waterveen', aConversation(), true)

    expect(await found()).toEqual({ ...aConversation(), open: true })
  })

  it('keeps one that several share without a person and a tenant', async () => {
    const shared: Conversation = {
      platform: 'teams',
      id: '19:x',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      bot: '28:bot',
      language: 'en',
    }

    await conversations().keep('waterveen', shared, false)

    expect(await found('19:x')).toEqual({ ...shared, open: true })
  })

  it('renews what changed, such as the service URL', async () => {
    await conversations().keep('waterveen', aConversation(), true)

    await conversations().keep('waterveen', aConversation({ serviceUrl: 'https://other/' }), false)

    expect(await found()).toMatchObject({ serviceUrl: 'https://other/' })
  })

  it('keeps a closed conversation closed until something opens it', async () => {
    await conversations().keep('waterveen', aConversation(), true)
    await conversations().close('waterveen', 'teams', 'a:1')

    await conversations().keep('waterveen', aConversation({ language: 'en' }), false)
    const renewed = await found()
    await conversations().keep('waterveen', aConversation({ language: 'en' }), true)
    const opened = await found()

    expect(renewed).toMatchObject({ open: false, language: 'en' })
    expect(opened).toMatchObject({ open: true })
  })

  it('finds the conversation of a person, an open one first', async () => {
    await conversations().keep('waterveen', aConversation({ id: 'a:old' }), true)
    await conversations().close('waterveen', 'teams', 'a:old')
    await conversations().keep('waterveen', aConversation({ id: 'a:zz' }), true)

    const one = await conversations().ofPerson('waterveen', 'teams', 'person-1')
    const nobody = await conversations().ofPerson('waterveen', 'teams', 'person-2')

    expect(one?.id).toBe('a:zz')
    expect(nobody).toBeUndefined()
  })

  it('tells any conversation of an organisation, for a first contact', async () => {
    const before = await conversations().anyOf('waterveen', 'teams')
    await conversations().keep('waterveen', aConversation(), true)

    const other = await conversations().anyOf('lindedam', 'teams')
    const own = await conversations().anyOf('waterveen', 'teams')

    expect([before, other]).toEqual([undefined, undefined])
    expect(own?.id).toBe('a:1')
  })

  it('forgets what was removed, and everything that leads to a person', async () => {
    await conversations().keep('waterveen', aConversation(), true)
    await conversations().keep('waterveen', aConversation({ id: 'a:2' }), true)
    await conversations().keep('waterveen', aConversation({ id: 'a:3', person: 'p3' }), true)

    await conversations().remove('waterveen', 'teams', 'a:3')
    const forgotten = await conversations().forgetPerson('waterveen', 'teams', 'person-1')

    expect(forgotten).toBe(2)
    expect(await conversations().anyOf('waterveen', 'teams')).toBeUndefined()
  })

  it('keeps organisations and platforms apart', async () => {
    await conversations().keep('waterveen', aConversation(), true)
    await conversations().keep('lindedam', aConversation({ language: 'en' }), true)

    await conversations().close('lindedam', 'teams', 'a:1')
    await conversations().remove('waterveen', 'slack', 'a:1')
    await conversations().forgetPerson('lindedam', 'slack', 'person-1')

    expect(await found()).toMatchObject({ open: true, language: 'nl' })
    expect(await conversations().find('lindedam', 'teams', 'a:1')).toMatchObject({ open: false })
    expect(await conversations().find('waterveen', 'slack', 'a:1')).toBeUndefined()
  })

  it('keeps one row when the same is kept many times at once', async () => {
    const keep = () =>
      storage.transaction((stores) => stores.conversations.keep('waterveen', aConversation(), true))

    await Promise.all([1, 2, 3, 4, 5].map(keep))

    expect(await conversations().forgetPerson('waterveen', 'teams', 'person-1')).toBe(1)
  })
})

it.each(engines)('writes nothing on $name when nothing changed', async ({ openDatabase }) => {
  const database = await openDatabase()
  await migrate(database)
  let writes = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind !== 'SelectQueryNode') writes += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const conversations = createConversationStore(database.kysely.withPlugin(counting))

  await conversations.keep('waterveen', aConversation(), true)
  const first = writes
  await conversations.keep('waterveen', aConversation(), true)
  await conversations.keep('waterveen', aConversation(), false)
  const later = writes - first
  await conversations.close('waterveen', 'teams', 'a:1')
  const closed = writes
  await conversations.keep('waterveen', aConversation(), false)
  const afterClosing = writes - closed
  await database.close()

  expect([first, later, afterClosing]).toEqual([1, 0, 0])
})
