/** The commands that Teams lists above the box are those that the bot understands. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { commandOf } from '../bot/use-cases/command.ts'
import { controlWordOf } from '../bot/use-cases/control-word.ts'

/** Teams shows no more, though its schema takes twelve. */
const MOST = 10

const jsonIn = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../manifest/teams/${name}`, import.meta.url), 'utf8'))

const List = z.object({
  scopes: z.array(z.string()),
  commands: z.array(z.object({ title: z.string() })),
})
const Manifest = z.object({
  bots: z.tuple([z.object({ supportsFiles: z.boolean(), commandLists: z.array(List) })]),
})
const [bot] = Manifest.parse(jsonIn('manifest.json')).bots

/** By the place of the list. */
const DUTCH = bot.commandLists.map(({ commands }) => commands.map(({ title }) => title))
const ENGLISH = DUTCH.map((titles, list) => titles.map((_, place) => english(list, place)))

function english(list: number, place: number): string {
  const texts = z.record(z.string(), z.string()).parse(jsonIn('en.json'))
  return texts[`bots[0].commandLists[${list}].commands[${place}].title`] ?? ''
}

const isForTheBot = (title: string) => (commandOf(title) ?? controlWordOf(title)) !== undefined
/** Not an example of a question. */
const isCommand = (title: string) => /^[a-z]/.test(title)

it.each([
  ['Dutch', DUTCH, ['wijzig paragraaf 1.1', 'concepten', 'versies']],
  ['English', ENGLISH, ['edit section 1.1', 'drafts', 'versions']],
])(
  '%s: all are understood, and what is for editors stands in the chat with the bot alone',
  (_, lists, ofEditors) => {
    const [personal = [], shared = []] = lists

    expect([...personal, ...shared].filter(isCommand).filter((one) => !isForTheBot(one))).toEqual(
      [],
    )
    expect(personal).toEqual(expect.arrayContaining(ofEditors))
    expect(shared.filter((one) => ofEditors.includes(one))).toEqual([])
    expect(personal.length).toBeLessThanOrEqual(MOST)
  },
)

it('lets people send the bot a file', () => {
  expect(bot.supportsFiles).toBe(true)
  expect(bot.commandLists.map(({ scopes }) => scopes)).toEqual([
    ['personal'],
    ['team', 'groupChat'],
  ])
})
