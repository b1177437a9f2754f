/** English words of files with results. */
import type { Translated } from './nl.ts'
import type { nlExports } from './nl-exports.ts'

export const enExports: Translated<typeof nlExports> = {
  exportResults: 'Results',
  exportResponse: 'Response',
  exportNotes: 'Explanation',

  exportKind: 'Kind of row',
  exportKindQuestion: 'question',
  exportKindResponse: 'response',
  exportDemo: 'Sample figures',
  exportOpened: 'Opened on',
  exportPath: 'Place in the organisation',
  exportQuestionId: 'Number of the question',
  exportTopic: 'Topic',
  exportQuestion: 'Question',
  exportFavourable: 'Safe answer',
  exportState: 'What you see',
  exportPercentage: 'a percentage',
  exportBand: 'low, middle or high',
  exportExtreme: 'a limit',
  exportHidden: 'no figure',
  exportShown: 'a number',
  exportWords: 'In words',
  exportShare: 'Answers safely (%)',
  exportLow: 'Margin from (%)',
  exportHigh: 'Margin to (%)',
  exportSpread: 'Share of all answers',
  exportChange: 'Change',
  exportUnchanged: 'No demonstrable change',
  exportSince: 'Compared with the round of',
  exportDifference: 'Difference (points)',
  exportDifferenceLow: 'Difference from (points)',
  exportDifferenceHigh: 'Difference to (points)',
  exportEligible: 'Number asked',
  exportRate: 'Response (%)',
  exportReached: 'Invitation arrived',
  exportReachedRate: 'Invitation arrived (%)',
  exportSource: (p) =>
    `Source: the poll of ${p.organisation} in Vraagbaak. The round was open from ${p.from} up to and including ${p.until}.`,
  exportMade: (p) =>
    `This file was made on ${p.date}. It only holds units that you are allowed to see.`,
}
