/** A database that does not serve for a while: nothing is lost, nothing is sent twice. */
import { createSettler } from '../../bot/delivery/settler.ts'
import type { Settlement } from '../../bot/storage/deliveries.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { StorageError } from '../../bot/storage/storage-error.ts'
import { NOW } from './a-claim.ts'
import { BATCH, install, LINDEDAM, type Post, people, SECRET, startPost } from './a-post.ts'

const QUEUE = { organisation: LINDEDAM.id, platform: 'teams', lane: 'bulk', hours: 'any' } as const

let post: Post
beforeEach(async () => {
  post = await startPost()
})
afterEach(() => post.close())

/** The same storage, whose transactions fail for as long as this says. */
function failing(isDown: () => boolean): Storage {
  return {
    ...post.storage,
    transaction: (work) =>
      isDown() ? Promise.reject(new StorageError('SQLITE_FULL')) : post.storage.transaction(work),
  }
}

const sent = (id: string): Settlement => ({
  id,
  lane: 'bulk',
  next: { state: 'sent' },
  outcome: 'sent',
  isUnknown: false,
})

it('keeps what could not be written, tells that it failed, and writes it later', async () => {
  await post.invite(people(250))
  const lease = { owner: 'one', now: NOW, until: NOW + 60_000, limit: 250 }
  const claims = await post.storage.stores.outbox.claim(QUEUE, lease)
  let isDown = true
  let failures = 0
  const settler = createSettler({
    storage: failing(() => isDown),
    organisation: LINDEDAM.id,
    owner: 'one',
    clock: post.time.clock,
    onFailure: () => {
      failures += 1
    },
  })

  for (const { id } of claims) settler.add(sent(id))
  await settler.flush()
  expect([settler.unwritten().length, failures]).toEqual([250, 1])
  isDown = false
  await settler.flush()

  expect(settler.unwritten()).toEqual([])
  const progress = await post.storage.stores.outbox.progress(LINDEDAM.id, BATCH)
  expect(progress?.counts.sent).toBe(250)
})

it('writes also what is added while it writes', async () => {
  await post.invite(people(2))
  const lease = { owner: 'one', now: NOW, until: NOW + 60_000, limit: 2 }
  const [first, second] = await post.storage.stores.outbox.claim(QUEUE, lease)
  const settler = createSettler({
    storage: {
      ...post.storage,
      transaction: (work) => {
        if (!settler.unwritten().includes(second?.id ?? '')) settler.add(sent(second?.id ?? ''))
        return post.storage.transaction(work)
      },
    },
    organisation: LINDEDAM.id,
    owner: 'one',
    clock: post.time.clock,
    onFailure: (error) => {
      throw error
    },
  })

  settler.add(sent(first?.id ?? ''))
  await settler.flush()

  const progress = await post.storage.stores.outbox.progress(LINDEDAM.id, BATCH)
  expect(progress?.counts.sent).toBe(2)
})

it('sends nothing twice that arrived while the store was away, and nothing that could not be claimed', async () => {
  await install(post, people(40))
  await post.invite(people(40))
  let isDown = false
  const process = post.startProcess({ storage: failing(() => isDown) })
  post.connector.breakWith(({ number }) => {
    if (number === 7) isDown = true
    return undefined
  })
  process.start()
  while (!post.observed.some(({ kind }) => kind === 'delivery-failed')) await turn()
  const arrivedWhileDown = post.connector.accepted.length
  await turn()
  isDown = false
  while (post.connector.accepted.length < 40) await turn()
  await process.stop()

  expect(arrivedWhileDown).toBeLessThan(40)
  expect(post.arrivals()).toEqual(Object.fromEntries(people(40).map((name) => [name, 1])))
  expect(await post.states()).toEqual({ sent: 40 })
})

it('has nothing of a message or a person in what it tells of failures', async () => {
  await install(post, ['noor'])
  await post.put('noor', 'answer')
  const broken = {
    ...post.storage,
    transaction: () => Promise.reject(new StorageError('SQLITE_IOERR')),
  }
  const process = post.startProcess({ storage: broken })

  await process.runOnce().catch(() => undefined)
  process.start()
  while (!post.observed.some(({ kind }) => kind === 'delivery-failed')) await turn()
  await process.stop()

  expect(JSON.stringify(post.observed)).not.toContain('noor')
  expect(JSON.stringify(post.observed)).not.toContain(SECRET.tag('noor'))
})

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
