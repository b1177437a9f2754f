/** A file that somebody sends in Teams, from the signed message to what the bot is asked. */
import type { Reply } from '../../../bot/contract/reply.ts'
import { startTeams, type TeamsRig } from '../../stand-ins/teams.ts'

const URL = 'https://waterveen-my.sharepoint.com/personal/marit/download.aspx?tempauth=abc'

/** As Teams tells of a file. */
const FILE = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://waterveen-my.sharepoint.com/personal/marit/Documents/handboek.docx',
  name: 'handboek.docx',
  content: { downloadUrl: URL, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'docx' },
}
const HTML = { contentType: 'text/html', content: '<p>hier is hij</p>' }
const IMAGE = {
  contentType: 'image/png',
  contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/a/views/original',
}
const CARD = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', body: [{ type: 'Input.Text', id: 'verb' }] },
}

let teams: TeamsRig
beforeAll(async () => {
  teams = await startTeams({
    reply: async ({ kind }): Promise<Reply> =>
      kind === 'document'
        ? { kind: 'document-received', name: 'handboek.docx', language: 'nl' }
        : { kind: 'notice', notice: 'outdated-card', language: 'nl' },
  })
})
afterAll(() => teams.close())
beforeEach(() => teams.connector.forget())

let chats = 0
/** What the bot was asked, when it was. Each in a chat of its own: in one they are slowed down. */
async function asked(name: string, changes: object) {
  const before = teams.asked.length
  const activity = teams.activity(name, changes)
  const chat = name === 'message-group' ? {} : { conversation: aChat(activity) }
  const { status } = await teams.post({ ...activity, ...chat })
  return { status, request: teams.asked.slice(before).at(-1) }
}

function aChat({ conversation }: Record<string, unknown>): object {
  chats += 1
  return { ...Object(conversation), id: `a:chat-${chats}` }
}

/** Without words, as Teams sends a file alone. */
const alone = (...attachments: readonly unknown[]) => asked('message-file-only', { attachments })

const withUrl = (downloadUrl: unknown) => ({ ...FILE, content: { ...FILE.content, downloadUrl } })

describe('a file', () => {
  it('alone is a document, and its sender hears that it is being read', async () => {
    const { status, request } = await alone(FILE)

    expect(status).toBe(200)
    expect(request).toMatchObject({
      ...{ kind: 'document', document: { name: 'handboek.docx', url: URL }, text: '' },
      speaker: { shared: false, person: '7d1c0000-0000-4000-8000-000000000001' },
    })
    expect(JSON.stringify(teams.connector.messages())).toContain('handboek.docx')
  })

  it('comes with the words that stand beside it', async () => {
    const changes = { text: 'het nieuwe &amp; laatste handboek', attachments: [HTML, FILE] }
    const { request } = await asked('message-personal', changes)

    expect(request).toMatchObject({
      ...{ kind: 'document', document: { url: URL } },
      text: 'het nieuwe & laatste handboek',
    })
  })

  it('is found behind a picture and a card, and of two the first counts', async () => {
    const second = { ...withUrl('https://waterveen.sharepoint.com/other'), name: 'ander.docx' }
    const { request } = await alone(IMAGE, CARD, HTML, FILE, second)

    expect(request).toMatchObject({ kind: 'document', document: { name: 'handboek.docx' } })
  })

  it('in a room is one only when the bot is mentioned, and the answer goes to its sender', async () => {
    const attachments = [FILE]
    const { request } = await asked('message-group', { attachments })
    expect(request).toMatchObject({ kind: 'document', speaker: { shared: true } })
    expect(teams.connector.accepted.map(({ conversation }) => conversation)).not.toContain(
      '19:sample-group@thread.v2',
    )
    expect(JSON.stringify(teams.connector.messages())).toContain('handboek.docx')

    teams.connector.forget()
    const unmentioned = await asked('message-group', { attachments, entities: [] })
    expect(unmentioned).toEqual({ status: 200, request: undefined })
    expect(teams.connector.accepted).toEqual([])
  })

  it('delivered twice is one document', async () => {
    const activity = teams.activity('message-file-only', { attachments: [FILE] })
    const before = teams.asked.length

    await teams.post(activity)
    await teams.post(activity)

    expect(teams.asked.slice(before).map(({ kind }) => kind)).toEqual(['document'])
    expect(teams.connector.messages()).toHaveLength(1)
  })

  it('under a pressed button is none', async () => {
    const { request } = await asked('message-submit', { attachments: [FILE] })

    expect(request?.kind).not.toBe('document')
  })

  it('leaves its address, which opens it, in nothing that is sent or noted', async () => {
    await alone(FILE)

    expect(JSON.stringify(teams.connector.accepted)).not.toContain('tempauth')
    expect(JSON.stringify(teams.observed)).not.toContain('tempauth')
  })
})

describe('what is no file', () => {
  it.each([
    ['the words as HTML', HTML],
    ['a picture', IMAGE],
    ['a card', CARD],
    ['a file that only says so in its name', { name: 'handboek.docx', contentUrl: URL }],
    ['another type', { ...FILE, contentType: 'application/vnd.microsoft.teams.file.consent' }],
    ['a type in capitals', { ...FILE, contentType: FILE.contentType.toUpperCase() }],
    ['a file of no type', { ...FILE, contentType: undefined }],
    ['a list as its type', { ...FILE, contentType: [FILE.contentType] }],
    ['no content', { ...FILE, content: undefined }],
    ['content that is null', { ...FILE, content: null }],
    ['content that is text', { ...FILE, content: JSON.stringify(FILE.content) }],
    ['no address', withUrl(undefined)],
    ['an address that is a number', withUrl(7)],
    ['an address that is a list', withUrl([URL])],
    ['an endless address', withUrl(`${URL}${'a'.repeat(4_001)}`)],
    ['an endless name', { ...FILE, name: 'a'.repeat(501) }],
    ['a name that is none', { ...FILE, name: { toString: 'handboek.docx' } }],
    ['null', null],
    ['a word', 'handboek.docx'],
    ['a list', [FILE]],
  ])('%s leaves the words as they are', async (_name, attachment) => {
    const changes = { text: 'mag dit?', attachments: [attachment] }
    const { status, request } = await asked('message-personal', changes)

    expect(status).toBe(200)
    expect(request).toMatchObject({ kind: 'message', text: 'mag dit?' })
  })
})

const nested = (levels: number): unknown => (levels === 0 ? FILE : { content: nested(levels - 1) })

describe('a hostile message', () => {
  it.each([
    ['with ten thousand files', 413, Array(10_000).fill(FILE)],
    ['with ten thousand attachments that are none', 400, Array(10_000).fill(0)],
    ['with more files than anybody sends', 400, Array(101).fill(FILE)],
    ['with an attachment too deep', 400, [nested(30)]],
    ['with attachments that are no list', 400, FILE],
    ['with attachments that are text', 400, JSON.stringify([FILE])],
  ])('%s is refused (%d), and the bot hears nothing', async (_name, status, attachments) => {
    expect(await asked('message-personal', { attachments })).toEqual({
      ...{ status, request: undefined },
    })
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<b>x</b>',
    'http://169.254.169.254/latest/meta-data/',
    '',
    '\u202e//moc',
  ])('with %j as an address is a document like any other: who fetches it refuses', async (url) => {
    const { status, request } = await alone(withUrl(url))

    expect(status).toBe(200)
    expect(request).toMatchObject({ kind: 'document', document: { url } })
  })

  it('takes nothing along that changes what all objects have', async () => {
    const attachment = JSON.parse(
      `{"__proto__": {"polluted": true}, "contentType": "${FILE.contentType}", "content": {"downloadUrl": "${URL}", "__proto__": {"polluted": true}}}`,
    )
    const { request } = await alone(attachment)

    expect(request).toMatchObject({ kind: 'document', document: { name: '', url: URL } })
    expect({}).not.toHaveProperty('polluted')
    expect(request).not.toHaveProperty('polluted')
  })

  it('leaves the bot answering', async () => {
    await asked('message-personal', { attachments: Array(10_000).fill(FILE) })

    expect(await alone(FILE)).toMatchObject({ status: 200, request: { kind: 'document' } })
  })
})
