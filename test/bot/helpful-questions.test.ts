/** Who says that an answer helped leaves the question behind, and nothing of themselves. */
import { privacyPhrases, shortPrivacyPhrase } from '../../bot/contract/texts/human-phrases.ts'
import { anOrganisation } from '../builders.ts'
import { anOffice, kim, type Office, sam } from './an-office.ts'

let office: Office
afterEach(() => office?.close())

const open = async (questionDays = 30) => {
  office = await anOffice({ organisation: { retention: { questionDays } } })
}
const kept = () => office.storage.stores.helpfulQuestions.list('waterveen')
const SECTION = 'thuiswerken-printen'
const helped = (question: string, change: Readonly<{ sectionId?: string }> = {}) =>
  ({
    verb: 'rate-answer',
    helpful: true,
    sectionId: SECTION,
    version: '7',
    question,
    ...change,
  }) as const

it('is kept masked, with its section and the day of the municipality, once', async () => {
  await open()
  office.clock.now = Date.parse('2026-12-01T23:30:00Z') // past midnight in Amsterdam
  for (const who of [kim, kim, sam])
    await office.press(who, helped('mag ik 123456782 thuis\u200b printen'))

  expect(await kept()).toEqual([
    { question: 'mag ik [BSN verwijderd] thuis printen', section: SECTION, day: '2026-12-02' },
  ])
})

it.each([
  ['of nothing but a number', helped('123456782')],
  ['of nothing', helped('  ')],
  ['about a section that is gone', helped('mag ik thuis printen', { sectionId: 'weg' })],
  ['that was not helped', { ...helped('mag ik thuis printen'), helpful: false }],
])('a question %s is not kept', async (_, action) => {
  await open()
  await office.press(kim, action)

  expect(await kept()).toEqual([])
})

it('is not kept where no questions are', async () => {
  await open(0)
  await office.press(kim, helped('mag ik thuis printen'))

  expect(await kept()).toEqual([])
})

it.each(['nl', 'en'] as const)(
  'is told beforehand in %s, with the days, unless none is kept',
  (language) => {
    const thirty = anOrganisation({ retention: { questionDays: 30 } })
    const none = anOrganisation({ retention: { questionDays: 0 } })
    const told =
      language === 'nl'
        ? 'Dan bewaar ik je vraag wel, hooguit 30'
        : 'keep your question, for at most 30'

    expect(privacyPhrases(thirty, language).join(' ')).toContain(told)
    expect(shortPrivacyPhrase(thirty, language)).toContain(told)
    const said = `${privacyPhrases(none, language).join(' ')} ${shortPrivacyPhrase(none, language)}`
    expect(said).not.toContain(language === 'nl' ? 'vraag wel' : 'I do keep')
  },
)
