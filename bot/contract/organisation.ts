/** Organisation: a municipality that this installation serves, and whom its employees can reach. */
import { z } from 'zod'
import { Language } from '../../knowledge/language.ts'
import { DEFAULT_THRESHOLDS, Thresholds } from '../polls/thresholds.ts'

const Contact = z.strictObject({ name: z.string().min(1), email: z.email() })

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:15')

/** Highest number of messages to many, in a second: the platform refuses more than 50 of all kinds. */
const MAX_BULK_PER_SECOND = 40
/** Slack allows several hundred messages a minute: 280 of all kinds is what the bot keeps to. */
const MAX_SLACK_BULK_PER_SECOND = 4
/** Above this, everybody at once tells no more than a part of them, who are then asked less often. */
const PANEL_ABOVE = 5_000
/** Longer than anybody compares with. */
const MAX_KEEP_YEARS = 20
/** Question texts are never kept longer than the design promises. */
const MAX_QUESTION_DAYS = 30

export const Organisation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'use lower case letters, digits and hyphens'),
  name: z.string().min(1),
  /** Entra tenant ids whose employees this organisation's are. */
  tenants: z.array(z.guid()),
  /** Slack workspaces (T…) or enterprises (E…) whose members this organisation's employees are. */
  slackTeams: z
    .array(
      z.string().regex(/^[TE][A-Z0-9]{2,}$/, 'must be the id of a workspace, such as T012AB3CD'),
    )
    .optional(),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Amsterdam'),
  /** The bot's own words when a message does not tell: the first of these. */
  languages: z.array(Language).min(1),
  /** Where incidents are reported; without hours: day and night. */
  incidentDesk: z.strictObject({
    telephone: z.string().regex(/^[+\d][\d -]{6,}$/, 'must be a telephone number'),
    url: z.url({ protocol: /^https$/ }),
    /** When somebody answers, such as "op werkdagen van 8 tot 18 uur"; the end of a sentence. */
    hours: z.strictObject({ nl: z.string().min(1), en: z.string().min(1) }).optional(),
  }),
  ciso: Contact,
  /** When messages to many are sent; answers and reports never wait. */
  workingHours: z
    .strictObject({ from: ClockTime, to: ClockTime })
    .refine(({ from, to }) => from < to, 'from must be before to')
    .default({ from: '09:15', to: '16:00' }),
  /** Days beside weekends and public holidays on which nobody works. */
  closedDays: z.array(z.iso.date()).default([]),
  delivery: z
    .strictObject({
      bulkPerSecond: z.number().min(1).max(MAX_BULK_PER_SECOND),
      /** Slack allows far less than Teams; absent: 3. */
      slackBulkPerSecond: z.number().min(1).max(MAX_SLACK_BULK_PER_SECOND).optional(),
    })
    .default({ bulkPerSecond: 20 }),
  /** Where people who are on both are written to; Teams when it does not say. */
  preferredPlatform: z.enum(['teams', 'slack']).optional(),
  retention: z
    .strictObject({
      /** Days that masked questions are kept: without a good answer, or with one that helped; 0: never. */
      questionDays: z.int().min(0).max(MAX_QUESTION_DAYS),
    })
    .default({ questionDays: MAX_QUESTION_DAYS }),
  publishing: z
    .strictObject({
      /** When somebody else must look at a change before it holds. */
      approval: z.enum(['sensitive', 'always']),
    })
    .default({ approval: 'sensitive' }),
  /** Who agrees to it hears when an answer that they got changes. */
  tellChanges: z.boolean().default(true),
  acknowledgements: z
    .strictObject({
      /**
       * Who confirmed a section is kept by name, and can be exported as proof. Keeping track of who
       * read what needs the works council's consent first; without it only numbers are kept.
       */
      named: z.boolean(),
    })
    .default({ named: false }),
  polls: z
    .strictObject({
      thresholds: Thresholds.default(DEFAULT_THRESHOLDS),
      /** With more staff, a part of them is asked each time, in turn. */
      panelAbove: z.int().min(100).default(PANEL_ABOVE),
      /** Years that results are kept. */
      keepYears: z.int().min(1).max(MAX_KEEP_YEARS).optional(),
      /** File with the municipality's own questions, relative to the file that names it. */
      questions: z.string().min(1).optional(),
    })
    .default({ thresholds: DEFAULT_THRESHOLDS, panelAbove: PANEL_ABOVE }),
  /** Roster that local mode starts with, relative to the file that names it. */
  sampleRoster: z.string().min(1).optional(),
  /** Folder with the handbook, relative to the file that names it. */
  handbook: z.string().min(1),
  /**
   * Id of another organisation of the same file, whose handbook this one builds on: its own holds
   * only what is different here and what comes beside it. The name is that organisation's.
   */
  buildsOn: z
    .string()
    .min(1)
    .transform((id) => ({ id, name: id }))
    .optional(),
  /** JSON Lines of judged questions for each next version, relative to the file that names it. */
  goldenQuestions: z.string().min(1).optional(),
})
export type Organisation = z.infer<typeof Organisation>

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name)
}
