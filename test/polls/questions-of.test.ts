import { questionsOf } from '../../bot/polls/occurrences.ts'
import type { Question } from '../../bot/polls/question.ts'

describe('questionsOf', () => {
  const question = (id: string): Question => ({
    id,
    text: { nl: id, en: id },
    scale: 'yesno',
    options: [],
    area: 'mail',
    areaName: { nl: 'Mail', en: 'E-mail' },
    section: 'mail',
    favourable: ['ja'],
    sensitive: false,
    organisationOnly: false,
    reportOn: [],
  })
  const bank = { questions: new Map(['A', 'B', 'C', 'D', 'E'].map((id) => [id, question(id)])) }
  const title = { nl: 'titel', en: 'title' }
  const modules = [
    { title, questions: ['C'] },
    { title, questions: ['A', 'D', 'E'] },
  ]
  const asked = (index: number) =>
    questionsOf({ anchors: ['A', 'B'], modules }, index, bank).map(({ id }) => id)

  it('asks the anchors each time and the modules in turn, no question twice', () => {
    expect(asked(0)).toEqual(['A', 'B', 'C'])
    expect(asked(1)).toEqual(['A', 'B', 'D', 'E'])
    expect(asked(2)).toEqual(['A', 'B', 'C'])
  })

  it('names what the bank does not have', () => {
    expect(() =>
      questionsOf({ anchors: ['A', 'X1'], modules }, 0, { questions: new Map() }),
    ).toThrow('A, X1, C')
  })
})
