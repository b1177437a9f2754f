/** Finding: what a rule of the check says about one section. */
import type { Section } from '../handbook.ts'
import type { Problem } from '../problem.ts'

export type Finding = Readonly<{ rule: string; message: string; severity?: Problem['severity'] }>

export const problemIn = (
  { file, line }: Section,
  { severity = 'error', ...finding }: Finding,
): Problem => ({ severity, file, line, ...finding })
