/** Crash and go on: processes that die at random moments, one after the other, over one outbox. */
import { install, nextTurn, type Post, people, startPost } from './a-post.ts'

const KINDS = ['answer', 'escalation', 'incident', 'invitation'] as const
type Kind = (typeof KINDS)[number]

/**
 * @param random 0 up to 1
 * @param each so many of every kind
 */
export async function crashAndGoOn(
  random: () => number,
  { deaths, each }: Readonly<{ deaths: number; each: number }>,
): Promise<void> {
  const post = await startPost()
  const named = (kind: Kind) => people(each, kind)
  await install(post, KINDS.flatMap(named))
  for (const kind of KINDS)
    if (kind === 'invitation') await post.invite(named(kind))
    else for (const person of named(kind)) await post.put(person, kind)

  for (let death = 0; death < deaths; death++) await dieSomewhere(post, random)
  post.connector.breakWith(() => undefined)
  await post.run(post.startProcess(), 60_000, 500)
  try {
    const everybody = KINDS.map((kind) => [kind, named(kind)] as const)
    await checkEnds(post, everybody, deaths)
  } finally {
    await post.close()
  }
}

/** Its calls stop coming back after some: half of those arrive. */
async function dieSomewhere(post: Post, random: () => number): Promise<void> {
  const after = post.connector.calls.length + Math.floor(random() * 8)
  post.connector.breakWith(({ number }) =>
    number > after ? { accepts: random() < 0.5, answer: 'hang' } : undefined,
  )
  let hasEnded = false
  const process = post.startProcess({}, { timeoutMs: 60_000 })
  const end = () => {
    hasEnded = true
  }
  void post.run(process, 1_000, 125).then(end, end)
  while (!hasEnded && post.connector.calls.length <= after) await nextTurn()
}

async function checkEnds(
  post: Post,
  kinds: readonly (readonly [Kind, readonly string[]])[],
  deaths: number,
): Promise<void> {
  const arrivals = post.arrivals()
  const { ready, sending, unknown = 0 } = await post.states()
  expect([ready, sending]).toEqual([undefined, undefined])
  const missing = kinds.flatMap(([, names]) => names).filter((name) => !arrivals[name])
  expect(missing.length).toBeLessThanOrEqual(unknown)
  for (const [kind, names] of kinds) {
    // Once, and again for each death that left it in doubt; an invitation never.
    const most = kind === 'invitation' ? 1 : 1 + deaths
    expect(Math.max(...names.map((name) => arrivals[name] ?? 0))).toBeLessThanOrEqual(most)
  }
}
