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

const putSealed = (sealed: string) =>
  post.storage.stores.outbox.post(
    {
      id: 'answer-1',
      organisation: LINDEDAM.id,
      class: 'answer',
      dedupeKey: 'answer-1',
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
])('ends a message whose address %s, and nothing else', async (_name, sealed) => {
  await putSealed(sealed)
  await post.put('noor', 'answer')

  await post.startProcess().runOnce()

  expect(post.arrivals()).toEqual({ noor: 1 })
  const tally = await post.storage.stores.outbox.tally(LINDEDAM.id)
  expect(tally).toMatchObject([{ state: 'rejected', outcome: 'sealed-with-another-secret', n: 1 }])
})
