/** Layers: what the chat shows of a handbook that builds on another, and what its buttons send back. */
import { z } from 'zod'

/** Of a CISO or deputy. */
export const LAYER_ACTIONS = [
  /** The own version of a section goes, in a draft; the base says again what holds. */
  z.object({
    verb: z.literal('take-base-text'),
    sectionId: z.string().min(1).max(100),
    draftId: z.string().min(1).max(40).optional(),
  }),
] as const

export type LayerNotice =
  | 'no-own-version'
  | 'as-of-coming'
  | 'as-of-no-date'
  | 'as-of-future'
  | 'as-of-before'
