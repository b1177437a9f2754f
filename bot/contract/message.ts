/** Message: what is said later, or to others than who asked: to whom, and how much is at stake. */
import { z } from 'zod'

export const Platform = z.enum(['teams', 'slack', 'terminal'])
export type Platform = z.infer<typeof Platform>

/** Whom a message is for. A person is reached in the conversation that only they and the bot share. */
export const Address = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('conversation'),
    platform: Platform,
    conversation: z.string().min(1),
    /** The platform's id of the message that is answered, where it shows answers below it. */
    replyTo: z.string().optional(),
    /** Seen by this person only, where others read along; the platform's own id. */
    onlyFor: z.string().optional(),
    /** The platform's own address for an answer there, for a while, where the bot is no member. */
    answerAt: z.string().optional(),
  }),
  /** By the platform's own id, as in `Speaker.person`. */
  z.object({ kind: z.literal('person'), platform: Platform, person: z.string().min(1) }),
])
export type Address = z.infer<typeof Address>

/**
 * What a message is, which decides what happens when nobody can know whether it arrived.
 *
 * Answers, escalations and incidents are sent again; an invitation, reminder or notice never is. How
 * many reminders there are tells how many people did not answer, so they are in no report.
 */
export const MessageClass = z.enum([
  'answer',
  'escalation',
  'incident',
  'invitation',
  'reminder',
  'notice',
])
export type MessageClass = z.infer<typeof MessageClass>
