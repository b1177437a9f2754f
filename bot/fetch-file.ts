/**
 * Fetch a file that somebody sent to the chat, from where the platform keeps it and nowhere else.
 *
 * The address comes from outside, so it could lead the bot into its own network: only https, to a
 * host on the list, whose name does not stand for an address of that network at the moment of
 * connecting; no redirect is followed, and a token goes along to those hosts only.
 */
import { lookup as resolve } from 'node:dns'
import { get as getPlain } from 'node:http'
import { get as getSecure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { FetchDocument, Fetched } from './publishing/read-documents.ts'

export type FileHosts = Readonly<{
  /** Exact names; and names that begin with a dot stand for all below them. */
  hosts: readonly string[]
  /** Also http on this machine: a test client or a stand-in. */
  loopback: boolean
  /** Goes along as a Bearer token, where the platform asks for one. */
  token?: string
}>

const MAX_BYTES = 10 * 1024 * 1024
const TIMEOUT_MS = 10_000

export function createFetchFile(
  { hosts, loopback, token }: FileHosts,
  timeoutMs = TIMEOUT_MS,
): FetchDocument {
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  return async (address) => {
    const url = URL.parse(address)
    if (url === null || url.username !== '' || url.password !== '') return NOT_ALLOWED
    if (loopback && isHere(url)) return load(url, { headers }, timeoutMs)
    const isListed = url.protocol === 'https:' && url.port === '' && isIn(hosts, url.hostname)
    return isListed ? load(url, { headers, lookup: publicOnly }, timeoutMs) : NOT_ALLOWED
  }
}

const NOT_ALLOWED: Fetched = { kind: 'failed', reason: 'host-not-allowed' }
const failed = (reason: string): Fetched => ({ kind: 'failed', reason })

const isHere = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

/** A name in the one spelling that URL gives it; an address of its own is in no list. */
const isIn = (hosts: readonly string[], name: string): boolean =>
  isIP(name.replace(/^\[|\]$/g, '')) === 0 &&
  hosts.some((host) => (host.startsWith('.') ? name.endsWith(host) : name === host))

type How = Readonly<{ headers: Record<string, string>; lookup?: LookupFunction }>

function load(url: URL, how: How, timeoutMs: number): Promise<Fetched> {
  return new Promise((settle) => {
    const get = url.protocol === 'http:' ? getPlain : getSecure
    const signal = AbortSignal.timeout(timeoutMs)
    const options = { signal, agent: false, ...how }
    const request = get(url, options, (response) => {
      const parts: Buffer[] = []
      let size = 0
      if (response.statusCode !== 200) {
        response.destroy()
        return settle(failed(`http-${response.statusCode}`))
      }
      response.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size <= MAX_BYTES) return
        response.destroy()
        settle({ kind: 'too-large' })
      })
      response.once('end', () => settle({ kind: 'fetched', bytes: Buffer.concat(parts) }))
      response.once('error', () => settle(failed('broken-off')))
    })
    request.once('error', ({ message }) => settle(failed(message)))
  })
}

/** Asked when connecting, so that a name cannot mean another address by then. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, [])
    const [first] = addresses
    if (first === undefined || addresses.some(({ address }) => isInternal(address)))
      return callback(new Error('an address of an internal network'), [])
    return options.all === true
      ? callback(null, addresses)
      : callback(null, first.address, first.family)
  })
}

export function isInternal(address: string): boolean {
  return INTERNAL.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** IANA's registries of special-purpose addresses; those of IPv4 also as they are written in IPv6. */
const INTERNAL = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  INTERNAL.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INTERNAL.addSubnet(network, prefix, 'ipv6')
