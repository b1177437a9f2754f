/** Restart a fan-out: processes that are stopped in the middle, one after the other, of messages to many. */
import { install, nextTurn, people, startPost } from './a-post.ts'

/** @param stops after so many have arrived */
export async function restartFanOut(recipients: number, stops: readonly number[]): Promise<void> {
  const post = await startPost()
  try {
    const invited = people(recipients)
    await install(post, invited)
    await post.invite(invited)
    for (const stop of [...stops, recipients]) {
      const process = post.startProcess()
      process.start()
      while (post.connector.accepted.length < stop) await nextTurn()
      await process.stop()
      expect(await post.invite(invited)).toBe(0)
    }
    const arrivals = post.arrivals()
    expect(Object.keys(arrivals)).toHaveLength(recipients)
    expect(post.connector.calls).toHaveLength(recipients)
    expect(await post.states()).toEqual({ sent: recipients })
  } finally {
    await post.close()
  }
}
