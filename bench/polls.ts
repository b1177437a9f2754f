/**
 * Polls: opening a round for 20,000 people, 200 answers a second, closing one of 400 units.
 *
 * What a round is beside: the same rows inserted barely, and the bare commit of one row.
 */
import type { Measurement } from './measurement.ts'
import { answering } from './polls-answers.ts'
import { closing } from './polls-close.ts'
import { opening } from './polls-open.ts'

const MANY = 20_000
const FEW = 4_000
const SECONDS = 20

export const polls: Measurement = {
  title: 'Polls',
  run: async ({ short }) => {
    const people = short ? FEW : MANY
    return [
      `#### Opening\n\n${await opening(people)}`,
      `#### Answering\n\n${await answering(short ? 5 : SECONDS)}`,
      `#### Closing\n\n${await closing(people)}`,
    ].join('\n\n')
  },
}
