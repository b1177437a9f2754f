/** A site with an issuer beside it, served over HTTP as behind a proxy, and browsers to try it with. */
import { createEntra, type EntraParts } from '../../../bot/web/entra/entra.ts'
import type { Failure } from '../../../bot/web/entra/failure.ts'
import { createSite, type SiteParts } from '../../../bot/web/results-site.ts'
import { createWebServer } from '../../../bot/web/server.ts'
import { bank } from '../../bot/a-bot.ts'
import { anOrganisation } from '../../builders.ts'
import { startIssuer } from '../../stand-ins/issuer.ts'
import { ADDRESS, aSiteFor, PEOPLE } from '../a-site.ts'
import { aBrowser } from './a-browser.ts'

export const TENANT = 'aaaaaaaa-2222-4333-8444-555555555555'
export const TENANT_OF_LINDEDAM = 'bbbbbbbb-2222-4333-8444-555555555555'
export const CLIENT = 'cccccccc-2222-4333-8444-555555555555'
export const CALLBACK = `${ADDRESS}/results/callback`
export const SESSION = '__Host-vraagbaak'
export const FLOW = '__Host-vraagbaak-sign-in'
const CLIENT_SECRET = 'a client secret'

/** Object ids of people in the roster. */
export const OID = {
  ciso: '10000000-2222-4333-8444-00000000000a',
  manager: '20000000-2222-4333-8444-00000000000a',
  employee: '30000000-2222-4333-8444-00000000000a',
  /** The CISO of Lindedam. */
  elsewhere: '40000000-2222-4333-8444-00000000000a',
  stranger: '50000000-2222-4333-8444-00000000000a',
} as const

type Change = Partial<Pick<EntraParts, 'timeoutMs'>> &
  Readonly<{
    tenantId?: string
    clientSecret?: string
    limits?: SiteParts['limits']
    withoutEntra?: true
    /** A store that lives on, so that not every test must make one. */
    base?: ABase
  }>

export async function anEntra(change: Change = {}) {
  const { tenantId = TENANT, clientSecret = CLIENT_SECRET } = change
  const app = { tenantId, clientId: CLIENT, clientSecret: CLIENT_SECRET, redirectUri: CALLBACK }
  const issuer = await startIssuer(app)
  const a = change.base ?? (await aBase())
  const { storage, secret, views, onBroken } = a
  const shared = { storage, secret, served: servedBy(a), clock: () => a.clock.now }
  const failures: Failure[] = []
  const newSite = () => {
    const entra = createEntra({
      ...shared,
      address: ADDRESS,
      registration: { tenantId, clientId: CLIENT, clientSecret },
      onFailed: (failure) => failures.push(failure),
      ...(change.timeoutMs === undefined ? {} : { timeoutMs: change.timeoutMs }),
      other: { issuer: issuer.issuer, loopback: true },
    })
    const limits = change.limits === undefined ? {} : { limits: change.limits }
    const site = { ...shared, ...limits, views, onBroken, address: () => ADDRESS }
    return createSite({ ...site, ...(change.withoutEntra ? {} : entra) })
  }
  const site = newSite()
  const server = await serve(site)
  return {
    ...{ issuer, site, failures, clock: a.clock, broken: a.broken, storage: a.storage },
    secret: a.secret,
    /** Another process of the bot: it shares the store and the secret, and no memory. */
    otherProcess: newSite,
    browser: () => aBrowser(ADDRESS, server.port, a.clock),
    stop: async () => {
      await Promise.all([server.stop(), issuer.close()])
      if (change.base === undefined) await a.storage.close()
    },
  }
}

export async function aBase() {
  const a = await aSiteFor()
  await setRosters(a.storage)
  return a
}

export type AnEntra = Awaited<ReturnType<typeof anEntra>>

export type ABase = Awaited<ReturnType<typeof aSiteFor>>

async function setRosters({ stores }: ABase['storage']): Promise<void> {
  const ids = new Map<string, string>(Object.entries(OID))
  const people = PEOPLE.map(({ entraId: _, ...person }) => {
    const entraId = ids.get(person.id)
    return entraId === undefined ? person : { ...person, entraId }
  })
  await stores.people.replace('waterveen', { people, units: [] })
  const ciso = { id: 'of-lindedam', entraId: OID.elsewhere, roles: [{ role: 'ciso' as const }] }
  await stores.people.replace('lindedam', { people: [ciso], units: [] })
}

/** Written in capitals, as somebody may copy them. */
function servedBy({ served }: ABase): SiteParts['served'] {
  const tenants = { waterveen: TENANT.toUpperCase(), lindedam: TENANT_OF_LINDEDAM }
  const knowledge = served.get('waterveen')?.knowledge
  if (knowledge === undefined) throw new Error('there is no handbook')
  return new Map(
    Object.entries(tenants).map(([id, tenant]) => {
      const organisation = anOrganisation({ id, tenants: [tenant] })
      return [id, { organisation, knowledge, bank }]
    }),
  )
}

async function serve(site: ReturnType<typeof createSite>) {
  const server = createWebServer({
    endpoints: {},
    pages: { prefix: '/results', site },
    ready: async () => true,
    metrics: async () => '',
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: () => undefined,
    onBroken: (error) => {
      throw error
    },
    limits: { drainMs: 100 },
  })
  return { port: await server.listen(0, '127.0.0.1'), stop: server.stop }
}
