/** Sign: the signature that Slack puts on what it sends. */
import { createHmac } from 'node:crypto'

/** @see https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function sign(body: string, timestamp: string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}
