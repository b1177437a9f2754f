/** Check questions: what is wrong with the questions that this organisation would ask. */
import { filesIn } from '../../../knowledge/handbook-files.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import { loadBank } from '../../load-questions.ts'
import { lintQuestion } from '../../polls/bank/lint.ts'
import { chooseOrganisation } from '../choose-organisation.ts'
import type { PollCommand } from './with-polls.ts'

/** @throws Error with a line for each thing that is wrong */
export async function checkQuestions(command: PollCommand): Promise<readonly string[]> {
  const organisation = chooseOrganisation(command.organisation)
  const { questions } = loadBank(organisation)
  const { handbook } = readHandbook(filesIn(organisation.handbook))
  const sections = new Set(handbook.byId.keys())
  const problems = [...questions.values()].flatMap((question) =>
    lintQuestion(question, sections).map((problem) => `${question.id}: ${problem}`),
  )
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return [`${questions.size} questions, nothing wrong.`]
}
