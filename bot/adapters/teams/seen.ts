/** Seen: which activities were handled before, so that a repeated delivery has one effect. */
import { createHash } from 'node:crypto'
import type { Clock } from '../../contract/ports.ts'

/**
 * True for the first who asks about a key; false for everybody else until the time is over.
 *
 * A port because several replicas need one memory between them.
 */
export type FirstTime = (key: string, forMs: number) => Promise<boolean>

/**
 * In the memory of this process; when it is full, the oldest is forgotten first.
 *
 * @param capacity number of keys, at about 100 bytes each.
 */
export function createMemory(clock: Clock, capacity = 50_000): FirstTime {
  const expiresAt = new Map<string, number>()

  return async (key, forMs) => {
    const now = clock()
    const hash = createHash('sha256').update(key).digest('base64url')
    if ((expiresAt.get(hash) ?? Number.NEGATIVE_INFINITY) > now) return false

    expiresAt.delete(hash) // a Map keeps the order of insertion
    expiresAt.set(hash, now + forMs)
    forgetOldest(expiresAt, capacity)
    return true
  }
}

function forgetOldest(expiresAt: Map<string, number>, capacity: number): void {
  for (const hash of expiresAt.keys()) {
    if (expiresAt.size <= capacity) return
    expiresAt.delete(hash)
  }
}
