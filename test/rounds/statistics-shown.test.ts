/** Statistics shown: the card and the file hold what is in the plan, and no figure besides. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { storeDemoHistory } from '../../bot/cli/polls/demo-history.ts'
import type { PollResultView } from '../../bot/contract/poll.ts'
import type { ReplyOf } from '../../bot/contract/reply.ts'
import { plainText } from '../../bot/plain-text.ts'
import type { Plan } from '../../bot/polls/plan.ts'
import { resultOf } from '../../bot/rounds/result.ts'
import { as, bank, waterveen } from '../bot/a-bot.ts'
import { officeKnowledge } from '../bot/office-handbook.ts'
import { runCommandIn } from '../cli/run-command.ts'
import { aTown, CLOSES } from './a-town.ts'
import { seededIds } from './seeded-ids.ts'
import { type Stored, storedEngines } from './stored.ts'

const [sqlite] = storedEngines
if (sqlite === undefined) throw new Error('SQLite is the first of the engines')

/** Organisations of several sizes, so that there are plans with and without much to show. */
const SIZES = [12, 40, 150, 900]

/** Every number in there, with where it stands. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`))
}

/** What the plan says of the whole organisation: nothing of its parts. */
function figuresOfWhole({ cells, response, units: _, questions: __, ...rest }: Plan): Set<number> {
  const whole = [...cells, ...response].filter(({ unit }) => unit === '')
  return new Set(numbersIn([whole, rest]).map(([, number]) => number))
}

/** A national figure beside our own counts the others, where ours counts those who do it safely. */
const isOwnShare = (path: string) => path.endsWith('.own.percent')
const isCountOfUnits = (path: string) => /^\.units\.(shown|hidden)$/.test(path)

function strangersIn(view: PollResultView, plan: Plan): readonly (readonly [string, number])[] {
  const known = figuresOfWhole(plan)
  return numbersIn(view).filter(([path, number]) => {
    if (isCountOfUnits(path)) return number > plan.units.length
    return !known.has(number) && !(isOwnShare(path) && known.has(100 - number))
  })
}

const context = {
  ...{ organisation: waterveen, knowledge: officeKnowledge, bank },
  language: 'nl',
} as const

const replyOf = (plan: Plan): ReplyOf<'poll-result'> => ({
  kind: 'poll-result',
  result: resultOf(plan, '', context),
  timeZone: waterveen.timeZone,
  language: 'nl',
})

/** Percentages as people read them, and the numbers before "answers" and "people". */
const shownIn = (text: string): readonly number[] =>
  [...text.matchAll(/(\d+)\s?%/g)].map(([, digits]) => Number(digits))

describe('of made-up rounds of all sizes', () => {
  let stored: Stored
  const plans: Plan[] = []
  beforeAll(async () => {
    stored = await sqlite.openStored()
    for (const people of SIZES) {
      const order = { people, rounds: 4, seed: people, ...context, now: CLOSES }
      const newId = seededIds(people)
      const made = await stored.storage.transaction((stores) =>
        storeDemoHistory({ ...order, newId }, stores),
      )
      plans.push(...made)
    }
  })
  afterAll(() => stored.close())

  it('there is something to see in them', () => {
    const states = new Set(plans.flatMap(({ cells }) => cells.map(({ cell }) => cell.state)))
    expect([...states].sort()).toEqual(['band', 'extreme', 'hidden', 'percentage'])
    expect(plans.some((plan) => resultOf(plan, '', context).questions.some((q) => q.since))).toBe(
      true,
    )
  })

  it('every number of the result is one that the plan gives of the whole organisation', () => {
    expect(plans.flatMap((plan) => strangersIn(resultOf(plan, '', context), plan))).toEqual([])
  })

  it('every percentage in the card and in the plain text is one of these, or a national one', () => {
    const strange = plans.flatMap((plan) => {
      const reply = replyOf(plan)
      const known = new Set([
        ...figuresOfWhole(plan),
        ...numbersIn(reply.result).map(([, number]) => number),
        ...reply.result.questions.flatMap(({ national }) =>
          shownIn(JSON.stringify(national) ?? ''),
        ),
      ])
      const texts = [plainText(reply), JSON.stringify(cardFor(reply))]
      return texts.flatMap(shownIn).filter((number) => !known.has(number))
    })
    expect(strange).toEqual([])
  })

  it('notices a figure of a part when it sees one', () => {
    const plan = plans.findLast(({ cells }) => cells.some(({ unit }) => unit !== ''))
    if (plan === undefined) throw new Error('no plan has parts')
    const leaking = { ...resultOf(plan, '', context), part: 987_654 }
    expect(strangersIn(leaking, plan)).toEqual([['.part', 987_654]])
  })
})

it('the command gives the plan as it is stored, to the last figure', async () => {
  const stored = await sqlite.openStored()
  const town = await aTown({ storage: stored.storage })
  await town.openRound()
  for (let n = 1; n <= 20; n++) await town.answer(n, () => n % 2)
  await town.goTo(CLOSES)
  const row = (await stored.rows()).get('poll_plan') ?? ''
  const plan = JSON.parse(JSON.parse(row).plan)

  const ran = await runCommandIn({ DATA_DIR: stored.dataDir }, 'polls', 'results', '--json')
  const figures = { verb: 'show-figures', roundId: plan.round, unit: '' } as const
  const card = as('poll-result', await town.press(0, figures))

  expect(ran.errors).toBe('')
  expect(ran.output).toBe(`${JSON.stringify(plan, null, 2)}\n`)
  expect(strangersIn(card.result, plan)).toEqual([])
  await stored.close()
})
