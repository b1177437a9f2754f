/** Questions file: what employees ask and which sections would be a right answer, for measuring. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const JudgedQuestion = z.object({
  question: z.string().min(1),
  /** Every section that would be a right answer. */
  sections: z.array(z.string()),
  answerable: z.boolean(),
  incident: z.boolean().default(false),
})
export type JudgedQuestion = z.infer<typeof JudgedQuestion>

/** Several turns of one conversation; only the last is judged. */
const Dialogue = z.object({
  turns: z.array(z.string().min(1)).min(1),
  sections: z.array(z.string()),
})

export type Trial = JudgedQuestion & Readonly<{ earlier: readonly string[] }>

/** Reads JSON Lines; unknown keys are ignored. @throws Error that names file, line and field. */
export function readTrials(file: string): readonly Trial[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parseTrial(line, `${file}, line ${index + 1}`)],
    )
}

function parseTrial(line: string, place: string): Trial {
  const value = parseJson(line, place)
  const dialogue = Dialogue.safeParse(value)
  if (dialogue.success) {
    const { turns, sections } = dialogue.data
    const answerable = sections.length > 0
    return {
      question: turns.at(-1) ?? '',
      earlier: turns.slice(0, -1),
      sections,
      answerable,
      incident: false,
    }
  }
  const question = JudgedQuestion.safeParse(value)
  if (question.success) return { ...question.data, earlier: [] }
  const [issue] = question.error.issues
  throw new Error(`${place}: "${issue?.path.join('.')}" ${issue?.message}`)
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line.trim()) // trim takes a byte order mark away as well
  } catch (error) {
    throw new Error(`${place}: is not JSON; write one object a line`, { cause: error })
  }
}
