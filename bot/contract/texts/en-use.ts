/** English words of the page that tells how the handbook is used. */
import type { Translated } from './nl.ts'
import type { nlUse } from './nl-use.ts'

export const enUse: Translated<typeof nlUse> = {
  pageUse: 'Use of the handbook',
  pageUsePeriod: (p) =>
    `Thirteen whole weeks: from ${p.from} to ${p.until}. This moves on by a week every Monday.`,
  pageUseDemo: 'Example: the questions and the ratings on this page are made up.',
  pageUseFew: 'too few questions',
  pageUseFewRatings: 'too few ratings',
  pageUseAbout: (p) => `about ${p.amount}`,
  pageUseLess: (p) => `fewer than ${p.amount}`,

  pageUseQuestions: 'Questions',
  pageUseUnanswered: 'Without an answer',
  pageUseChange: 'Last six weeks, beside the first six',
  pageUseLessUnanswered: '▲ An answer more often than before',
  pageUseMoreUnanswered: '▼ No answer more often than before',
  pageUseSame: '≈ No demonstrable difference',

  pageUseTopics: 'What are the questions about?',
  pageUseTopicsText: 'The ten texts that Vraagbaak answered with most often.',
  pageUseTopicsCaption: 'Texts and the number of questions, most asked first',
  pageUseSection: 'Text in the handbook (in Dutch)',
  pageUseBar: 'In proportion',
  pageUseChapter: 'Chapter:',

  pageUseWeeks: 'How often is there no answer?',
  pageUseWeeksTitle: 'Share of questions without an answer, by week',
  pageUseWeeksText:
    'Questions that the handbook is not for do not count here. An open circle: too few questions.',
  pageUseWeekOf: 'Week of',
  pageUseWeekPoint: (p) => `In the week of ${p.date}: ${p.rate}.`,
  pageUseWeeksNone: 'None of the weeks had enough questions.',
  pageUseKinds: 'What did Vraagbaak say?',
  pageUseKindsCaption: 'What Vraagbaak said, and how often',
  pageUseReply: 'Reply',
  pageUseTimes: 'Number',
  pageUseAnswer: 'An answer from the handbook',
  pageUseSuggestions: 'Three texts to choose from',
  pageUseNoAnswer: 'I do not know',
  pageUseNoneOfThese: 'None of the three texts was it',
  pageUseElsewhere: 'The handbook is not about that',
  pageUseIncident: 'First aid after an incident',

  pageUseRatings: 'Do the texts help?',
  pageUseRatingsText:
    'The ten texts that helped least, all versions together. Here is most to be gained.',
  pageUseRatingsCaption: 'Texts and how often they helped, the least helpful first',
  pageUseHelpful: 'Found this helpful',
  pageUseRated: 'Ratings',

  pageUseGaps: 'Where does the handbook not help?',
  pageUseGapsText: (p) =>
    `Of the last ${p.days} days: only what ${p.count} or more different people asked. Without a text we only name words that so many people typed.`,
  pageUseGapsCaption: 'Topics that the handbook did not help with',
  pageUseGapTopic: 'Topic',
  pageUseGapWhat: 'What went wrong?',
  pageUseGapMissing: 'There was no answer',
  pageUseGapUnhelpful: 'The text did not help',
  pageUseGapsFew: 'About no topic did enough different people ask something.',

  pageUseWaiting: 'Questions to the CISO',
  pageUseOpen: 'Still open',
  pageUseNone: 'none',
  pageUseOldest: 'The oldest waits',
  pageUseLate: (p) => `longer than ${p.days} working days`,
  pageUseOnTime: (p) => `no longer than ${p.days} working days`,
  pageUseInTime: (p) => `Handled within ${p.days} working days`,
  pageUseWaitingText: (p) =>
    `The last ${p.days} days. A question that is open for too long counts as late.`,

  pageUseHow: 'How do we count?',
  pageUseHowNobody: 'We count questions by week, and never who asked. In a group chat as well.',
  pageUseHowPeople:
    'A counter does not know how many people asked. So it says questions here, and not people.',
  pageUseHowTen: (p) =>
    `With fewer than ${p.amount} questions or ratings you see nothing. That is not the same as zero.`,
  pageUseHowRounded: 'Numbers are rounded to ten, and percentages to five.',
  pageUseHowRatings: 'Several ratings may also be of the same person.',
  pageUseHowOpen: (p) =>
    `Are fewer than ${p.amount} questions open? Then we do not say how many, or how long exactly. Else you would know when somebody asked something.`,
}
