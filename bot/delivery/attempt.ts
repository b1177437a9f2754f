/** Attempt: one try to send one delivery, from its stored row to what is known of the outcome. */
import { Address } from '../contract/message.ts'
import type { Secret } from '../secret.ts'
import type { Claimed, Contents } from '../storage/deliveries.ts'
import type { Outcome, Send } from './send.ts'

export type Attempted = Outcome & Readonly<{ calls: number }>

/** Never throws: what broke on the way may still have arrived. */
export async function attempt(
  claimed: Claimed,
  address: Address | undefined,
  { contents, send }: Readonly<{ contents: Contents; send: Send }>,
): Promise<Attempted> {
  const content = contents.get(claimed.message)
  if (content === undefined) return never('no-content')
  if (address === undefined) return never('sealed-with-another-secret')

  const { id, organisation, unknowns, lane } = claimed
  const parcel = { id, organisation, address, content, isBulk: lane === 'bulk' }
  try {
    return await send({ ...parcel, possiblyDouble: unknowns > 0 })
  } catch {
    return { kind: 'unknown', reason: 'send-broke', calls: 1 }
  }
}

function never(reason: string): Attempted {
  return { kind: 'refused', reason, gone: false, calls: 0 }
}

/** Undefined for what was sealed with another secret. */
export function addressOf({ address }: Claimed, secret: Secret): Address | undefined {
  if (address.kind !== 'sealed') return address
  try {
    return Address.safeParse(JSON.parse(secret.open(address.sealed) ?? '')).data
  } catch {
    return undefined // no JSON, so none of ours
  }
}
