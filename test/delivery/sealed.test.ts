/** Addresses that only the bot can read, and messages that cannot be sent at all. */
import { createSecret } from '../../bot/secret.ts'
import { install, LINDEDAM, type Post, SECRET, startPost } from './a-post.ts'

let post: Post
beforeEach(async () => {
  post = await startPost()
  await install(post, ['noor'])
})
afterEach(() => post.close())

const NOOR = JSON.stringify({ kind: 'person', platform: 'teams', person: 'noor' })

const putSealed = (sealed: string, id = 'answer-1') =>
  post.storage.stores.outbox.post(
    {
      id,
      organisation: LINDEDAM.id,
      class: 'answer',
      dedupeKey: id,
      address: { kind: 'sealed', platform: 'teams', sealed },
      content: { kind: 'notice', language: 'nl', notice: 'you-are-welcome' },
    },
    post.time.clock(),
  )

it('opens a sealed address just before sending', async () => {
  await putSealed(SECRET.seal(NOOR))

  await post.startProcess().runOnce()

  expect(post.arrivals()).toEqual({ noor: 1 })
})

it.each([
  ['was sealed with another secret', createSecret(new Uint8Array(32).fill(8)).seal(NOOR)],
  ['is no address', SECRET.seal('{"kind":"person"}')],
  ['is nothing', ''],
  ['is no JSON', SECRET.seal('noor')],
])('ends a message whose address %s, and nothing else', async (_name, sealed) => {
  await putSealed(sealed)
  await post.put('noor', 'answer')

  await post.startProcess().runOnce()

  expect(post.arrivals()).toEqual({ noor: 1 })
  const tally = await post.storage.stores.outbox.tally(LINDEDAM.id)
  expect(tally).toMatchObject([{ state: 'rejected', outcome: 'sealed-with-another-secret', n: 1 }])
})

it('keeps to the pace of a conversation whose address looks different every time', async () => {
  for (const id of ['1', '2', '3', '4', '5']) await putSealed(SECRET.seal(NOOR), `answer-${id}`)

  await post.startProcess().runOnce()

  const [first = 0, ...others] = post.connector.accepted.map(({ at }) => at)
  expect(others.map((at) => at - first)).toEqual([334, 668, 1002, 1336])
})
