/** Gate questions: what a draft is asked, beside the version that answers now, before it is published. */
import { statSync } from 'node:fs'
import { exampleQuestions, type GateQuestion, onceEach } from '../../knowledge/gate.ts'
import type { Handbook } from '../../knowledge/handbook.ts'
import { readTrials, type Trial } from '../../knowledge/questions.ts'
import type { Organisation } from '../contract/organisation.ts'
import { groupGaps } from '../gap-groups.ts'
import type { Stores } from '../storage/storage.ts'

/** The version that answers, and the one that may follow it. */
export type Both = Readonly<{ before: Handbook; after: Handbook }>

/**
 * The judged questions of the organisation, those that an answer helped with, what the handbook does
 * not answer, and the example questions of both handbooks; each once.
 *
 * Of gaps only what enough people asked: whoever looks at the outcome reads them.
 *
 * @throws Error that says what is wrong with the file of judged questions
 */
export async function gateQuestions(
  organisation: Organisation,
  { before, after }: Both,
  stores: Pick<Stores, 'helpfulQuestions' | 'gaps'>,
): Promise<readonly GateQuestion[]> {
  const helpful = await stores.helpfulQuestions.list(organisation.id)
  const gaps = groupGaps(await stores.gaps.since(organisation.id, ''), before)
  return onceEach([
    ...loadGoldenQuestions(organisation),
    ...helpful.map(({ question, section }) => ({
      ...{ question, source: 'helpful' as const, sections: [section] },
    })),
    ...gaps.map(({ question }) => ({ question, source: 'gap' as const, sections: [] })),
    ...exampleQuestions(before, after),
  ])
}

/**
 * None where the organisation names no file. Conversations of several turns are left out: their last
 * words say little by themselves.
 *
 * @throws Error that says what is wrong with the file
 */
export function loadGoldenQuestions({
  goldenQuestions: file,
}: Pick<Organisation, 'goldenQuestions'>): readonly GateQuestion[] {
  if (file === undefined) return []
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`${file} ${NO_FILE}`)
  return readTrials(file)
    .filter(canBeAsked)
    .map(({ question, answerable, sections }) => ({
      ...{ question, source: 'golden' as const, sections: answerable ? sections : [] },
    }))
}

const canBeAsked = ({ earlier, answerable, sections }: Trial): boolean =>
  earlier.length === 0 && (!answerable || sections.length > 0)

const NO_FILE =
  'is not a file: goldenQuestions in your organisations file is the path of your judged questions; leave it out when you have none'
