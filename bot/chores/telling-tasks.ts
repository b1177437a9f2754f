/** Telling tasks: what happens by the clock after a version was published. */
import type { Organisation } from '../contract/organisation.ts'
import type { Served } from '../served.ts'
import { sendAnnouncements } from '../telling/send-announcements.ts'
import { type TellParts, tellChanges } from '../telling/tell-changes.ts'
import type { Task } from './chores.ts'

export type TellingTaskParts = TellParts & Readonly<{ served: ReadonlyMap<string, Served> }>

export function tellingTasks({ served, ...parts }: TellingTaskParts): readonly Task[] {
  const forOrganisation =
    (work: (organisation: Organisation, parts: TellParts) => Promise<readonly string[]>) =>
    async (id: string) => {
      const one = served.get(id)
      return one === undefined ? [] : work(one.organisation, parts)
    }
  return [
    { name: 'tell-changes', run: forOrganisation(tellChanges) },
    { name: 'announcements', run: forOrganisation(sendAnnouncements) },
  ]
}
