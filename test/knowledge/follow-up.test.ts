/** Follow-ups: which messages lean on the question before them. */
import fc from 'fast-check'
import { isFollowUp } from '../../knowledge/follow-up.ts'

it.each([
  'en op mijn telefoon?',
  'En thuis dan',
  'maar als het haast heeft?',
  'ook voor inhuur?',
  'of mag dat niet',
  'hoe zit het dan met tablets',
  'mag dat ook thuis',
  'is dat zo?',
  'waarom niet?',
  'vertrouwelijke stukken ook?',
  'via mijn eigen mail?',
  'thuis?',
  'and on my phone?',
  'what about contractors?',
  'is that allowed',
])('"%s" goes on', (text) => {
  expect(isFollowUp(text)).toBe(true)
})

it.each([
  'mag ik thuis printen?',
  'hoe zit het met mail',
  'ooknog iets over printen',
  'Enschede printen',
  'wat moet ik doen met dat dossier dat gisteren op mijn bureau lag',
  'en dan wil ik ook nog weten of ik mijn laptop mee mag nemen naar Spanje',
  '',
  '👍',
])('"%s" stands alone', (text) => {
  expect(isFollowUp(text)).toBe(false)
})

it('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof isFollowUp(text)).toBe('boolean')
    }),
  )
})
