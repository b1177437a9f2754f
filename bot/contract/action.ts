/**
 * Actions: what a button on a card sends back.
 *
 * The payload travels through the user's client, so it is untrusted and is parsed here
 * before any use case sees it. Every platform's buttons carry the same object.
 */
import { z } from 'zod'

/** Characters of a question; longer ones are asked to be shortened. */
export const MAX_QUESTION = 500

const SectionId = z.string().min(1).max(100)
const Version = z.string().min(1).max(40)

export const Action = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('ask'), question: z.string().min(1).max(MAX_QUESTION) }),
  z.object({ verb: z.literal('show-section'), sectionId: SectionId }),
  z.object({ verb: z.literal('show-chapter'), chapter: z.int().positive() }),
  z.object({ verb: z.literal('show-chapters') }),
  z.object({ verb: z.literal('show-help') }),
  z.object({ verb: z.literal('none-of-these') }),
  z.object({
    verb: z.literal('rate-answer'),
    sectionId: SectionId,
    version: Version,
    helpful: z.boolean(),
  }),
])
export type Action = z.infer<typeof Action>

/** Returns undefined for a payload that is not ours, such as one from an older card. */
export function parseAction(payload: unknown): Action | undefined {
  return Action.safeParse(payload).data
}
