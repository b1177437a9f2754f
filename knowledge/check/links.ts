/** Links: addresses outside the handbook that employees had better not be sent to. */
import type { Section } from '../handbook.ts'
import { walk } from '../markdown.ts'
import type { Finding } from './finding.ts'

/** Nobody can see where they lead, and whoever made them can change it. */
const SHORTENERS: ReadonlySet<string> = new Set([
  ...['bit.ly', 'buff.ly', 'cutt.ly', 'goo.gl', 'is.gd', 'lnkd.in', 'ow.ly', 'rb.gy'],
  ...['rebrand.ly', 'shorturl.at', 't.co', 't.ly', 'tiny.cc', 'tinyurl.com', 'v.gd'],
])

export const doubtfulLinks = (section: Section): readonly Finding[] =>
  [...addressesIn(section)].flatMap((address) => {
    const doubt = doubtAbout(address)
    if (doubt === undefined) return []
    const [rule, why] = doubt
    return [
      {
        severity: 'warning' as const,
        rule,
        message: `"${section.id}" links to ${address}: ${why}`,
      },
    ]
  })

function addressesIn({ content }: Section): ReadonlySet<string> {
  const found = new Set<string>()
  walk(content, (node) => {
    const isLink = node.type === 'link' || node.type === 'definition'
    if (isLink && !node.url.startsWith('#')) found.add(node.url)
  })
  return found
}

type Doubt = readonly [rule: string, why: string]

function doubtAbout(address: string): Doubt | undefined {
  const url = URL.parse(address)
  if (url?.protocol === 'mailto:' || url?.protocol === 'tel:') return undefined
  if (url?.protocol !== 'https:') return ['insecure-link', 'only https can be trusted on the way']
  if (url.username !== '' || url.password !== '')
    return ['misleading-link', 'what stands before the @ is not where it leads']
  if (isAddressOfMachine(url.hostname))
    return ['ip-address-link', 'use the name of the site, not the address of a machine']
  return SHORTENERS.has(url.hostname.replace(/^www\./, ''))
    ? ['short-link', 'write the address that it leads to']
    : undefined
}

/** `URL` writes every form of an IPv4 address with four numbers, and IPv6 in brackets. */
const isAddressOfMachine = (host: string): boolean =>
  /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('[')
