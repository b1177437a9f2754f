/** Hold a poll: planned by the CISO from tomorrow on, in which everybody takes part until it closes. */
import type { Who } from './client.ts'
import { ciso, colleagues, employee } from './people.ts'
import type { Place } from './platforms.ts'

const DAY_MS = 86_400_000

/** @returns how many people it says that it asks */
export async function planPoll({ town, client }: Place): Promise<string> {
  await client.say(ciso, 'peilingen')
  await client.press(ciso, 'edit-polls')
  const asked = await client.press(ciso, 'plan-polls', {
    ...{ everyWeeks: '4', weekday: '2', at: '10:00', openDays: '3' },
    from: new Date(town.clock() + DAY_MS).toISOString().slice(0, 10),
  })
  await client.press(ciso, 'confirm-polls')
  town.pass(1)
  await town.settle()
  return asked.words
}

export async function everybodyVotes(place: Place): Promise<void> {
  for (const one of [employee, ...colleagues]) await vote(one, place)
}

/** With the first answer of each question. */
async function vote(who: Who, { client }: Place): Promise<void> {
  const choices = await client.choices(who, 'answer-poll')
  const thanks = await client.press(who, 'answer-poll', choices)
  expect(thanks.words).toMatch(/dank|bedankt/i)
}

export async function closePoll({ town }: Place): Promise<void> {
  town.pass(7)
  await town.settle()
}
