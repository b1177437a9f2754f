/** Crisis sheet in the chat: whom to call comes first, also while the store is down. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { plainText } from '../../bot/plain-text.ts'
import { runTexts } from '../adaptive-cards/nodes.ts'
import { aBotOf, aKnowledgeBase, as, press, say } from '../bot/a-bot.ts'
import { aHandbook, REPORTING } from './a-care-office.ts'

const { bot, replyFromMemory } = aBotOf(await aKnowledgeBase(aHandbook()))

it.each(['crisiskaart', 'Crisiskaart!', 'crisis sheet'])(
  'gives everybody the number and three steps of each, at the words %s',
  async (words) => {
    const sheet = as('crisis-sheet', await bot(say(words)))

    expect(sheet.sections).toMatchObject([
      {
        section: { id: REPORTING },
        steps: ['Bel het meldpunt.', 'Zeg wat er gebeurde.', 'Wis niets.'],
      },
    ])
    const [first, second] = runTexts(cardFor(sheet))
    expect(`${first} ${second}`).toContain('088-000 0199')
    expect(plainText(sheet).split('\n\n')[1]).toContain('088-000 0199')
  },
)

it('is there while the store is down', () => {
  expect(replyFromMemory(say('crisiskaart'))).toMatchObject({ kind: 'crisis-sheet' })
  expect(replyFromMemory(press({ verb: 'show-crisis-sheet' }))).toMatchObject({
    kind: 'crisis-sheet',
  })
})
