/** Contradictions: two sections that are asked the same, where one begins with yes and the other with no. */
import { stem } from '../dutch/stem.ts'
import { isEnglishStopWord, isStopWord } from '../dutch/stop-words.ts'
import { tokens } from '../dutch/tokens.ts'
import type { Section } from '../handbook.ts'
import { plainTextOf } from '../markdown.ts'
import type { Problem } from '../problem.ts'
import type { Steps } from '../steps.ts'
import { type CappedIndex, createCappedIndex } from './capped-index.ts'
import { problemIn } from './finding.ts'

/** Share of equal telling words from which two questions ask the same. */
const SAME_QUESTION = 0.75

type Verdict = 'yes' | 'no'
type Asked = Readonly<{ section: Section; question: string; stems: ReadonlySet<string> }>

type Side = ReturnType<typeof createSide>

/** Each pair of sections is told once. */
export function* contradictions(sections: readonly Section[]): Steps<readonly Problem[]> {
  const yes = createSide()
  const no = createSide()
  const found: Problem[] = []
  for (const section of sections) {
    const verdict = verdictOf(plainTextOf(section.shortAnswer))
    if (verdict === 'yes') found.push(...problemsOf(section, yes, no))
    if (verdict === 'no') found.push(...problemsOf(section, no, yes))
    yield
  }
  return found
}

/** Looks on the other side, and joins its own. */
function problemsOf(section: Section, own: Side, opposite: Side): readonly Problem[] {
  const found = new Map<string, Problem>()
  for (const asked of questionsOf(section)) {
    const other = opposite.same(asked)
    if (other !== undefined && !found.has(other.section.id))
      found.set(other.section.id, problemIn(section, tell(asked, other)))
    own.add(asked)
  }
  return [...found.values()]
}

function createSide() {
  const index: CappedIndex = createCappedIndex()
  const known: Asked[] = []
  return {
    add: (asked: Asked): void => {
      index.add(featuresOf(asked.stems), known.length)
      known.push(asked)
    },
    same: (asked: Asked): Asked | undefined => {
      for (const id of index.sharing(featuresOf(asked.stems)).keys()) {
        const other = known[id]
        if (other !== undefined && likeness(asked.stems, other.stems) >= SAME_QUESTION) return other
      }
      return undefined
    },
  }
}

/** Each stem, all together, and all but one: also what consists of common words is then found. */
function featuresOf(stems: ReadonlySet<string>): readonly string[] {
  const all = [...stems].sort()
  const allBut = (left: string) => all.filter((one) => one !== left).join(' ')
  return [...all, all.join(' '), ...(all.length > 2 ? all.map(allBut) : [])]
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length
  return shared / (one.size + other.size - shared)
}

const questionsOf = (section: Section): readonly Asked[] =>
  [section.title, ...section.questions]
    .map((question) => ({ section, question, stems: tellingStems(question) }))
    .filter(({ stems }) => stems.size > 0)

const tellingStems = (text: string): ReadonlySet<string> =>
  new Set(
    tokens(text)
      .filter((word) => !isStopWord(word) && !isEnglishStopWord(word))
      .map(stem),
  )

const YES = /^(?:ja|jazeker|zeker|altijd|yes|always|sure)\b/i
const NO = /^(?:nee|neen|nooit|niet|geen|no|not|never|don't|do not)\b/i
/** "Dat mag niet", "Je mag thuis wel printen", "You may not …": the first sentence tells. */
const ALLOWED =
  /^(?:(?:dat|dit|het|je|u|jij|iedereen|that|this|it|you|everybody|everyone) )?(?:mag|mogen|kan|kun|may|can)\b/i
const DENIED = /\b(?:niet|geen|nooit|niemand|not|never|cannot|no)\b/i

function verdictOf(answer: string): Verdict | undefined {
  const [sentence = ''] = answer.trim().split(/[.!?:;,]/, 1)
  if (NO.test(sentence)) return 'no'
  if (YES.test(sentence)) return 'yes'
  if (!ALLOWED.test(sentence)) return undefined
  return DENIED.test(sentence) ? 'no' : 'yes'
}

const tell = (asked: Asked, other: Asked) => ({
  severity: 'warning' as const,
  rule: 'contradiction',
  message: `"${asked.section.id}" and "${other.section.id}" (${other.section.file}, line ${other.section.line}) answer "${asked.question}" and "${other.question}" with yes and no: make them agree`,
})
