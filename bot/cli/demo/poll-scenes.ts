/** Poll scenes: a whole round, from the plan of the CISO to its results. */
import type { Action } from '../../contract/action.ts'
import type { Reply, ReplyOf } from '../../contract/reply.ts'
import { as, pressed, type Scene } from './scenes.ts'

export const POLL_SCENES: readonly Scene[] = [
  {
    heading: 'Een peiling: de CISO plant, en ziet vooraf wanneer, wat en voor hoeveel mensen',
    steps: [
      { who: 'ciso', says: 'peilingen' },
      pressed('ciso', 'Plan een peiling', () => ({ verb: 'edit-polls' })),
      pressed('ciso', 'Bekijk wat er gebeurt', planIt),
      pressed('ciso', 'Ja, zo is het goed', confirmIt),
    ],
  },
  {
    heading: 'De ronde opent vanzelf; wat iemand antwoordt, staat nergens',
    steps: [
      { passes: 'Tot de ronde opent', until: 'opening' },
      { colleagues: 15 },
      pressed('employee', 'Verstuur', (seen) => pollAnswer(as('poll', seen), () => 0)),
      { who: 'employee', says: 'peiling' },
    ],
  },
  {
    heading: 'Na sluiting: wat er te zien is, en wat niet',
    steps: [{ passes: 'Tot de ronde sluit', until: 'closing' }],
  },
  {
    heading: 'Resultaten: voor wie ze mag zien, kort en per vraag',
    steps: [
      { who: 'ciso', says: 'resultaten' },
      pressed('ciso', 'Cijfers per vraag', figures),
      { who: 'employee', says: 'resultaten' },
    ],
  },
]

function planIt(seen: Reply): Action {
  const { recurrence, openDays } = as('poll-form', seen)
  const { everyWeeks, weekday, at, from } = recurrence
  return {
    verb: 'plan-polls',
    ...{ everyWeeks: String(everyWeeks), weekday: String(weekday), at, from },
    openDays: String(openDays),
  }
}

function confirmIt(seen: Reply): Action {
  const { recurrence, openDays, people } = as('poll-confirm', seen).plan
  return { verb: 'confirm-polls', recurrence, openDays, people }
}

function figures(seen: Reply): Action {
  const { round, unit } = as('results', seen).view
  return { verb: 'show-figures', roundId: round, unit: unit.path }
}

/** @param choose which of so many options */
export function pollAnswer({ poll }: ReplyOf<'poll'>, choose: (options: number) => number): Action {
  const values = poll.questions.map(({ options }) => options[choose(options.length)]?.value ?? '')
  const [q1 = '', q2 = '', q3 = '', q4 = '', q5 = ''] = values
  return { verb: 'answer-poll', roundId: poll.round, q1, q2, q3, q4, q5 }
}
