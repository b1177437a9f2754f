/** Seeded ids: the same UUIDs in the same order, for runs that are compared byte for byte. */
import { seeded } from '../stand-ins/seeded.ts'

export function seededIds(seed: number): () => string {
  const random = seeded(seed)
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
}
