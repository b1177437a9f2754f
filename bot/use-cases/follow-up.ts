/** Follow-up: does a message only make sense together with the question before it? */
import { tokens } from '../../knowledge/dutch/tokens.ts'

/** "En op mijn telefoon?", "maar thuis dan?", "ook als het haast heeft?", "what about my phone?" */
const OPENING =
  /^\s*(?:en|maar|ook|of|dus|and|but|or|what about|how about|hoe zit het (?:dan )?met|wat als het|geldt dat)\b/i
/** "mag dat ook thuis", "en als ze het zelf vragen dan": points back at something. */
const POINTS_BACK = /\b(?:dat|dit|die|daar|daarmee|daarvoor|het|that|it|this|then|dan)\b/i

const MAX_WORDS = 12
const SHORT = 6

export function isFollowUp(text: string): boolean {
  const count = tokens(text).length
  if (count === 0 || count > MAX_WORDS) return false
  return OPENING.test(text) || (count <= SHORT && POINTS_BACK.test(text))
}
