/** Typed text: what somebody filled in, made fit to be stored and shown to others. */
import { type Masked, maskPersonalData } from '../../knowledge/personal-data.ts'
import { safeText } from '../../knowledge/safe-text.ts'

export const cleanText = (typed: string): string => safeText(typed).trim()

/** Cleaned first: an invisible character within a number would hide it. */
export const maskedText = (typed: string): Masked => maskPersonalData(cleanText(typed))
