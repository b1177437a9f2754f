/**
 * Elsewhere: topics that employees ask the bot about and that the handbook is not for.
 *
 * Searched together with the handbook: without them "wat is de wificode van de raadszaal" finds a
 * section about wifi. When a topic fits best, the bot says whom to ask instead.
 */
import { z } from 'zod'
import type { HandbookFiles } from './handbook-files.ts'
import { readYamlOrThrow } from './yaml.ts'

const Topic = z.strictObject({
  /** Completes "Over … staat niets in het handboek." */
  topic: z.string().min(1),
  /** Completes "Vraag het aan …." */
  ask: z.string().min(1),
  keywords: z.array(z.string().min(1)).default([]),
  questions: z.array(z.string().min(1)).min(1),
})
export type Topic = z.infer<typeof Topic>

const ElsewhereFile = z.strictObject({ topics: z.array(Topic) })

const FILE = 'elsewhere.yaml'

/** Topics of `elsewhere.yaml`; none without that file. */
export function readElsewhere(files: HandbookFiles): readonly Topic[] {
  const source = files.get(FILE)
  return source === undefined ? [] : readYamlOrThrow(ElsewhereFile, source, FILE).topics
}
