/** Load questions: the bank of questions that an organisation's polls ask from. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readYamlOrThrow } from '../knowledge/yaml.ts'
import type { Organisation } from './contract/organisation.ts'
import { type Bank, bankFile, ownBankFile } from './polls/bank/bank.ts'
import { NationalFiguresFile } from './polls/bank/national-figures.ts'

const ours = (name: string) => fileURLToPath(new URL(`./polls/bank/${name}`, import.meta.url))
const QUESTIONS = ours('questions.yaml')
const NATIONAL_FIGURES = ours('national-figures.yaml')

/**
 * Ours, with the municipality's own questions when it has them.
 *
 * @throws Error that names file, line and field.
 */
export function loadBank({
  polls: { questions: file },
}: Readonly<{ polls: Pick<Organisation['polls'], 'questions'> }>): Bank {
  const base = loadOurBank()
  return file === undefined ? base : readYamlOrThrow(ownBankFile(base), ownText(file), file)
}

function loadOurBank(): Bank {
  const text = (file: string) => readFileSync(file, 'utf8')
  const national = readYamlOrThrow(NationalFiguresFile, text(NATIONAL_FIGURES), NATIONAL_FIGURES)
  return readYamlOrThrow(bankFile(national), text(QUESTIONS), QUESTIONS)
}

function ownText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(
      `${file} cannot be read: polls.questions in your organisations file is the path of your own questions; leave it out to ask ours`,
      { cause },
    )
  }
}
