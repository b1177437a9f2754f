/**
 * Elsewhere: topics that employees ask the bot about and that the handbook is not for.
 *
 * Searched together with the handbook: without them "wat is de wificode van de raadszaal" finds a
 * section about wifi. When a topic fits best, the bot says whom to ask instead.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
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

/** Topics of `elsewhere.yaml` in the handbook's folder; none without that file. */
export function readElsewhere(folder: string): readonly Topic[] {
  const file = join(folder, 'elsewhere.yaml')
  if (!existsSync(file)) return []
  return readYamlOrThrow(ElsewhereFile, readFileSync(file, 'utf8'), file).topics
}
