/**
 * Reported: which words of a message tell of something that has really happened to the writer.
 *
 * Questions ("hoe voorkom ik"), conditions ("als ik") and what was not done ("niet geklikt") say
 * the same words as a report. They reach from their cue to the end of the clause.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words before the real beginning of a sentence. */
const FILLERS = words(`
  hoi hallo hey hee hi hello dag goedemorgen goedemiddag goedenavond help sorry oeps nou ja nee en maar dus
  of ps ff even vraagje vraag oke ok well so and but oh he beste geachte mvg want verder
  eigenlijk nog dan ook graag please`)

const QUESTION_WORDS = words(`
  wat hoe hoezo waarom wanneer waar waaraan waaruit waarvoor waarmee waarop wie wiens welk welke hoeveel hoelang
  what how why when where who whose which
  is mag mogen moet moeten moest zal zou zouden wordt worden krijgt krijgen ziet telt valt vallen helpt geldt
  geldt geld doen bestaat bestaan houdt werkt hoort horen heeft klopt
  are can could should would may must does do did will shall`)

/** These open a question only before a subject: "kan ik", but "kan mijn pas niet vinden". */
const VERBS_BEFORE_SUBJECT = words(
  'kan kun kunnen kunt zijn zit zitten word wil doet staat staan gaat',
)
const SUBJECTS = words('ik je jij jullie we wij ze zij men iemand er het dat die de een ie hij u')

/** Questions in the middle of a clause; "wat", "waar" and "wie" are also relative pronouns. */
const INNER_QUESTION_WORDS = words('hoe hoezo waarom welke welk hoeveel hoelang how why whether')

/** "vraagt of ik mag kijken", but not "kwijt of gestolen". */
const ASKING = words('ik je we wij dat')

const CONDITIONS = words(
  'als indien zodra mocht wanneer stel stelt if whenever unless tenzij voordat before',
)
/** "als mij", "als beheerder": in the place of, not in case. */
const AFTER_CONDITION = words(`
  ik je jij jullie we wij ze zij men iemand er het dat die de een ie hij u mijn mn onze ons haar deze dit
  inwoners collega collegas medewerkers niemand mensen gegevens your you someone my we the there it they
  somebody anyone people staff alles alle ergens met op van in per bij ooit een bij t n gemeente`)

/** After these a new statement begins, whatever came before. */
const RESTARTS = words('maar want but because')
const RESTART_SUBJECTS = words('ik we wij')
const RESTART_VERBS = words('heb hebben ben kreeg krijg klikte zag was opende gaf had')
const SUBORDINATORS = words(
  'dat als of wat die waar omdat nadat toen wanneer indien stel dan zodra hoe mocht',
)

const NEGATIONS = words(`
  niet niks niets nooit geen not never nothing nergens bijna almost nearly didnt havent evenmin nauwelijks gelukkig~niet`)
/** A negation before one of these is about something else than the verb that follows. */
const ENDS_NEGATION = words(`
  en maar want dat die dus and but terwijl because which was is bleek bleken vertrouwde opgelet goed slim
  nagedacht gekeken wetende gezien oplettend idee alleen only when toen had handig doorhad oplette thinking
  paying zeker snel`)
const NEGATION_REACH = 6
/** Past forms that carry their negation behind them: "klikte niet", "clicked nothing". */
const FINITE = /(?:te|de|ed|gaf|gave)$/

/** Cries for help that look like questions; what follows them stands on its own. */
const PLEAS =
  `wat nu|wat moet ik nu doen|wat moet ik doen|wat moet ik dan doen|wat moet ik nu|wat moeten we doen|wat moeten we nu doen|wat doe ik|wat doe ik nu
  |wat kan ik doen|wat kan ik nu doen|wat te doen|wie moet ik bellen|wie bel ik|wie moet ik nu bellen|hoe nu verder|kan iemand helpen|kan iemand me helpen|kan iemand mij helpen
  |kun je helpen|kun je me helpen|kunnen jullie helpen|kunnen jullie me helpen|kan je me helpen|moet ik melden dat|moet ik dat melden|moet ik dit melden|moet ik dit ergens melden|moet ik het melden
  |wil melden dat|what now|what should do|what do do|what do we do|what should we do|what can do|who should call|who do call|can you help|can someone help|can anyone help|do need to report that|should report that
  |is het erg dat|is dat erg|waar meld ik dat|waar meld ik dit|waar kan ik melden dat|bij wie moet ik zijn|mag ik iets melden|wat heb ik gedaan|what have done|what to do`
    .split('|')
    .map((plea) => plea.trim().split(' '))
    .toSorted((a, b) => b.length - a.length)

/** After a plea these make it a general question: "wat moet ik doen bij verlies". */
const GENERALISES = words('bij met om na in tegen voor with about to in against')

/** Per word of a clause whether it is told as a fact. */
export function reportedWords(clause: readonly string[]): readonly boolean[] {
  let told = true
  let atStart = true
  const result: boolean[] = []
  while (result.length < clause.length) {
    const at = result.length
    const plea = pleaAt(clause, at)
    if (plea > 0) {
      told = !GENERALISES.has(clause[at + plea] ?? '')
      result.push(...Array<boolean>(plea).fill(true))
    } else {
      told = isTold(clause, at, { told, atStart })
      result.push(told)
    }
    atStart = atStart && (plea > 0 ? told : FILLERS.has(clause[at] ?? ''))
  }
  return result
}

type Reading = Readonly<{ told: boolean; atStart: boolean }>

/** Whether the word at this place is told as a fact, given how the one before it was told. */
function isTold(clause: readonly string[], at: number, { told, atStart }: Reading): boolean {
  if (startsStatement(clause, at)) return true
  return told && !startsQuestion(clause, at, atStart) && !startsCondition(clause, at)
}

/** Number of words of the cry for help that begins here. */
function pleaAt(clause: readonly string[], at: number): number {
  return PLEAS.find((plea) => plea.every((word, i) => clause[at + i] === word))?.length ?? 0
}

function startsStatement(clause: readonly string[], at: number): boolean {
  const [before = '', word = '', next = ''] = [clause[at - 1], clause[at], clause[at + 1]]
  if (RESTARTS.has(word)) return true
  return (
    RESTART_SUBJECTS.has(word) && RESTART_VERBS.has(next) && !SUBORDINATORS.has(before) && at > 0
  )
}

function startsQuestion(clause: readonly string[], at: number, atStart: boolean): boolean {
  const [word = '', next = ''] = [clause[at], clause[at + 1]]
  if (INNER_QUESTION_WORDS.has(word) || (word === 'of' && ASKING.has(next))) return true
  if (!atStart || next === 'not' || next === 'niet') return false
  if (word === 'wat') return !['een', 'stom', 'dom', 'erg'].includes(next)
  return QUESTION_WORDS.has(word) || (VERBS_BEFORE_SUBJECT.has(word) && SUBJECTS.has(next))
}

function startsCondition(clause: readonly string[], at: number): boolean {
  const [before, word = '', next = ''] = [clause[at - 1], clause[at], clause[at + 1]]
  if (!CONDITIONS.has(word) || before === 'as') return false
  return word !== 'als' || AFTER_CONDITION.has(next)
}

const CONTINUES = words('en of ook zoals bijvoorbeeld and or also like')

/** Whether the clause goes on with a question or condition that the one before left open. */
export function continues(clause: readonly string[], before: readonly boolean[]): boolean {
  return CONTINUES.has(clause[0] ?? '') && before.length > 0 && before.every((word) => !word)
}

export function isNegated(clause: readonly string[], at: number): boolean {
  const after = clause.slice(at + 1, at + 3)
  if (FINITE.test(clause[at] ?? '') && after.some((word) => NEGATIONS.has(word))) return true

  for (let i = at - 1; i >= 0 && i >= at - NEGATION_REACH; i -= 1) {
    const word = clause[i] ?? ''
    if (NEGATIONS.has(word)) return true
    if (ENDS_NEGATION.has(word)) return false
  }
  return false
}
