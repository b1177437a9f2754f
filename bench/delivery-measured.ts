/** Delivery, measured: what the processes of the measurement tell each other. */
import { z } from 'zod'

export const conversationIdOf = (person: string): string => `a:${person}`
export const recipientNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => `person-${number}`)
/** Not of somebody who asked a question. */
export const isRecipient = (conversation: string): boolean => conversation.startsWith('a:person-')

/** Moments in milliseconds since the epoch; of every call, also one that was refused. */
export const StandInLog = z.object({
  calls: z.array(z.number()),
  refused: z.array(z.number()),
  /** Conversation, and when the message was there. */
  accepted: z.array(z.tuple([z.string(), z.number()])),
})
export type StandInLog = z.infer<typeof StandInLog>

/** How a worker is to run. */
export const WorkerTask = z.object({
  /** Folder of the SQLite file; not used when there is a server. */
  dataDir: z.string(),
  databaseUrl: z.string().optional(),
  serviceUrl: z.string(),
  /** A question each second, through the sample bot. */
  asks: z.boolean(),
})
export type WorkerTask = z.infer<typeof WorkerTask>

/** What a parent tells a worker; "die": with a message on its way. */
export const WorkerOrder = z.enum(['start', 'stop', 'die'])
export type WorkerOrder = z.infer<typeof WorkerOrder>

export const WorkerReport = z.object({
  /** Conversation, and when the question was posted. */
  asked: z.array(z.tuple([z.string(), z.number()])),
  longestBlockMs: z.number(),
  /** Resident, after a full collection: before the delivery starts and after it stopped. */
  residentMb: z.object({ before: z.number(), after: z.number(), highest: z.number() }),
  /** Of these in use by objects of JavaScript, and by what they hold outside its heap. */
  usedMb: z.object({ before: z.number(), after: z.number() }),
})
export type WorkerReport = z.infer<typeof WorkerReport>
