/** Problem: what an editor must know about a handbook, with the place where it stands. */

export type Problem = Readonly<{
  severity: 'error' | 'warning'
  file: string
  line: number
  /** Short name of the rule, such as "dead-link". */
  rule: string
  message: string
}>

export const describeProblem = ({ severity, file, line, rule, message }: Problem): string =>
  `${file}, line ${line}: ${message} (${severity}: ${rule})`
