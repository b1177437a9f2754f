/** Seen memory: what was handled while the store was down, so that a repeated delivery has one effect. */
import { createHash } from 'node:crypto'
import type { Clock } from './contract/ports.ts'

export type SeenMemory = Readonly<{
  has: (key: string) => boolean
  remember: (key: string, forMs: number) => void
  /** It was not handled after all. */
  forget: (key: string) => void
}>

/** @param capacity number of keys, at about 100 bytes each; the oldest is forgotten first */
export function createSeenMemory(clock: Clock, capacity = 50_000): SeenMemory {
  const expiresAt = new Map<string, number>()
  const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url')

  return {
    has: (key) => (expiresAt.get(hashOf(key)) ?? Number.NEGATIVE_INFINITY) > clock(),
    remember: (key, forMs) => {
      const hash = hashOf(key)
      expiresAt.delete(hash) // a Map keeps the order of insertion
      expiresAt.set(hash, clock() + forMs)
      forgetOldest(expiresAt, capacity)
    },
    forget: (key) => void expiresAt.delete(hashOf(key)),
  }
}

function forgetOldest(expiresAt: Map<string, number>, capacity: number): void {
  for (const hash of expiresAt.keys()) {
    if (expiresAt.size <= capacity) return
    expiresAt.delete(hash)
  }
}
