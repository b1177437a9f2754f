/** Follow-up: does a message only make sense together with the question before it? */
import { tokens } from './dutch/tokens.ts'

/** "En op mijn telefoon?", "maar thuis dan?", "ook als het haast heeft?", "what about my phone?" */
const OPENING =
  /^\s*(?:en|maar|ook|of|dus|and|but|or|what about|how about|hoe zit het dan met|wat als het|geldt dat)\b/i
/** "mag dat ook thuis", "en als ze het zelf vragen dan", "waarom niet?": points back at something. */
const POINTS_BACK =
  /\b(?:dat|dit|die|daar|daarmee|daarvoor|ook|dan|waarom|that|it|this|then|also|why)\b/i
/** "via mijn eigen mail?", "thuis?": a circumstance without a verb to carry it. */
const CIRCUMSTANCE =
  /^\s*(?:op|in|met|via|voor|bij|vanaf|vanuit|tijdens|zonder|thuis|onderweg|on|with|at|for|from|without)\b/i

const MAX_WORDS = 12
const SHORT = 6
const VERY_SHORT = 4

export function isFollowUp(text: string): boolean {
  const count = tokens(text).length
  if (count === 0 || count > MAX_WORDS) return false
  if (OPENING.test(text)) return true
  return (
    (count <= SHORT && POINTS_BACK.test(text)) || (count <= VERY_SHORT && CIRCUMSTANCE.test(text))
  )
}
