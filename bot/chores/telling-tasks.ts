/** Telling tasks: what happens by the clock after a version was published, or one of the base. */
import type { Served } from '../served.ts'
import { sendAnnouncements } from '../telling/send-announcements.ts'
import { type TellParts, tellChanges } from '../telling/tell-changes.ts'
import type { Task } from './chores.ts'

export type TellingTaskParts = TellParts & Readonly<{ served: ReadonlyMap<string, Served> }>

export function tellingTasks({ served, ...parts }: TellingTaskParts): readonly Task[] {
  const forServed = (work: (one: Served) => Promise<readonly string[]>) => async (id: string) => {
    const one = served.get(id)
    return one === undefined ? [] : work(one)
  }
  return [
    { name: 'tell-changes', run: forServed((one) => tellChanges(one, parts)) },
    {
      name: 'announcements',
      run: forServed(({ organisation }) => sendAnnouncements(organisation, parts)),
    },
  ]
}
