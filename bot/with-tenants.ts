/** With tenants: whom each organisation serves, as far as the registration tells. */
import type { Organisation } from './contract/organisation.ts'

/**
 * A bot for one organisation serves the tenant of its own registration, unless the file says more.
 *
 * @param tenant of the registration; undefined in local mode, which asks for none
 * @throws Error that names the file and an organisation that nobody could reach
 */
export function withTenants(
  organisations: readonly Organisation[],
  file: string,
  tenant: string | undefined,
): readonly Organisation[] {
  if (tenant === undefined) return organisations

  const [first, ...others] = organisations
  if (first !== undefined && others.length === 0 && first.tenants.length === 0)
    return [{ ...first, tenants: [tenant] }]

  const bases = new Set(organisations.map(({ buildsOn }) => buildsOn?.id))
  const shut = organisations.find(({ id, tenants }) => tenants.length === 0 && !bases.has(id))
  if (shut !== undefined)
    throw new Error(`${file}: "${shut.id}" has no tenants, so nobody there could reach the bot.`)
  return organisations
}
