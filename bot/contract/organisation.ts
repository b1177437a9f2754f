/** Organisation: a municipality that this installation serves, and whom its employees can reach. */
import { z } from 'zod'
import { Language } from '../../knowledge/language.ts'

const Contact = z.object({ name: z.string().min(1), email: z.email() })

export const Organisation = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'use lower case letters, digits and hyphens'),
  name: z.string().min(1),
  /** Entra tenant ids whose employees this organisation's are. */
  tenants: z.array(z.guid()),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Amsterdam'),
  /** The bot's own words when a message does not tell: the first of these. */
  languages: z.array(Language).min(1),
  /** Where incidents are reported, day and night. */
  incidentDesk: z.object({
    telephone: z.string().regex(/^[+\d][\d -]{6,}$/, 'must be a telephone number'),
    url: z.url({ protocol: /^https$/ }),
  }),
  ciso: Contact,
  /** Folder with the handbook, relative to the file that names it. */
  handbook: z.string().min(1),
})
export type Organisation = z.infer<typeof Organisation>

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name)
}
