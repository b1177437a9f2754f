/** Messages: what people typed and whether it reports an incident, for learning and measuring. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { IncidentKind } from '../handbook.ts'

const LabelledMessage = z.object({
  question: z.string().min(1),
  incident: z.boolean(),
  /** Only with incidents, and not with all of them. */
  kind: IncidentKind.optional(),
})
export type LabelledMessage = z.infer<typeof LabelledMessage>

/** Reads JSON Lines; unknown keys are ignored, so a questions file will do. */
export const readMessages = (file: URL): readonly LabelledMessage[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => LabelledMessage.parse(JSON.parse(line)))
