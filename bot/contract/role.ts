/** Role: what somebody is to the organisation; employees need none. */
import { z } from 'zod'

export const RoleName = z.enum(['manager', 'ciso', 'deputy', 'auditor', 'admin'])
export type RoleName = z.infer<typeof RoleName>

/** A manager's role holds for a unit and everything below it; the others for the whole organisation. */
export type Grant = Readonly<{ role: RoleName; unit?: string }>
