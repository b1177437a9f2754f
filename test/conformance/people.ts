/** People: who works in the municipality, in Teams and in Slack. */
import type { Person } from '../../bot/storage/people.ts'
import type { Who } from './client.ts'

const entra = (n: number): string => `5e1f0c3a-77d2-4b1e-9a40-${String(n).padStart(12, '0')}`

const who = (role: string, n: number, slack: string, name: string): Who => ({
  ...{ role, slack, name },
  teams: entra(n),
})

export const employee = who('employee', 1, 'U0JAN', 'Noor Hofland')
export const ciso = who('ciso', 2, 'U0MARIT', 'Marit Oosterveld')
export const deputy = who('deputy', 3, 'U0DEPUTY', 'Gerrit Zandstra')
export const manager = who('manager', 4, 'U0MANAGER', 'Daan Verbrugge')

/** Enough that a figure of a poll can be shown. */
export const colleagues: readonly Who[] = Array.from({ length: 12 }, (_, index) =>
  who('colleague', 10 + index, `U0COLLEGA${index}`, `Collega ${index}`),
)

const ROLES: Readonly<Record<string, Person['roles']>> = {
  ciso: [{ role: 'ciso' }],
  deputy: [{ role: 'deputy' }],
  manager: [{ role: 'manager', unit: 'Ruimte' }],
}

/** @param on which account the roster knows of everybody; with none it has their mail addresses only */
export function roster(on: 'Teams' | 'Slack' | 'both' | 'none'): readonly Person[] {
  return [employee, ciso, deputy, manager, ...colleagues].map(({ role, teams, slack, name }) => ({
    id: name.toLowerCase().replaceAll(' ', '.'),
    email: `${name.toLowerCase().replaceAll(' ', '.')}@waterveen.example`,
    ...(on === 'Teams' || on === 'both' ? { entraId: teams } : {}),
    ...(on === 'Slack' || on === 'both' ? { slackId: slack } : {}),
    unit: 'Ruimte',
    roles: ROLES[role] ?? [],
  }))
}

/** Those whom the stand-in of Slack does not know yet. */
export const slackUsers = colleagues.map(({ slack: id, name }) => ({ id, name }))
