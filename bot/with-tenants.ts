/** With tenants: whom each organisation serves, as far as the registration tells. */
import type { Config } from './config.ts'
import type { Organisation } from './contract/organisation.ts'

/** A bot for one organisation serves the tenant of its own registration, unless the file says more. */
export function withTenants(
  organisations: readonly Organisation[],
  { teams }: Config,
  file: string,
): readonly Organisation[] {
  if (teams.kind === 'local') return organisations

  const [first, ...others] = organisations
  if (first !== undefined && others.length === 0 && first.tenants.length === 0)
    return [{ ...first, tenants: [teams.tenantId] }]

  const shut = organisations.find(({ tenants }) => tenants.length === 0)
  if (shut !== undefined)
    throw new Error(`${file}: "${shut.id}" has no tenants, so nobody there could reach the bot.`)
  return organisations
}
