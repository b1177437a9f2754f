/** English words of results in the chat: for who leads people, and for the CISO. */
import type { Translated } from './nl.ts'
import type { nlResults } from './nl-results.ts'

export const enResults: Translated<typeof nlResults> = {
  resultsTitle: 'Results of the poll',
  resultsMerged: (p) =>
    `Not counted apart in this round: ${p.list}. There were too few people for a figure of their own. Their answers were added to those of a larger unit.`,
  resultsRefused: (p) =>
    `I cannot show you anything of "${p.name}". You do not lead that unit, or this round did not count it apart.`,
  resultsBetter: (p) => `${p.topic}: better than on ${p.date}`,
  resultsWorse: (p) => `${p.topic}: worse than on ${p.date}`,
  resultsUnchanged: (p) => `${p.topic}: no demonstrable change since ${p.date}`,
  resultsLowest: (p) => `${p.topic}: the lowest figure of this round`,
  resultsHighest: (p) => `${p.topic}: the highest figure of this round`,
  resultsSafely: (p) => `${p.rate}% answer safely: ${p.answer}.`,
  resultsNoHeadlines:
    'There are too few answers here for percentages, or nearly everybody answered alike. The figures per question tell what can be shown.',
  resultsHidden: (p) =>
    `Without a figure of its own: ${p.hidden} of the ${p.whole} units below. So nobody's answer can be guessed.`,
  resultsSuggestion: 'Start with this',
  resultsSuggestionWhy: 'This question has the lowest figure. This helps (in Dutch):',
  resultsFigures: 'Figures per question',
  resultsOthers: 'Other units',
  resultsMore: (p) => `There are ${p.amount} more. Type "results" with the name of a unit.`,
  resultsOpenPage: 'Open the results page',
  resultsEarlier: 'Type "results previous round" to see the last round but one.',

  resultsChoiceTitle: 'Which unit do you mean?',
  resultsChoiceText: (p) => `There are several that look like "${p.name}".`,

  resultsLinkTitle: 'The results page',
  resultsLinkText: (p) => `Here are all results of ${p.organisation} that you may see.`,
  resultsLinkOnce: (p) =>
    p.count === 1
      ? 'The link works once, within 1 minute.'
      : `The link works once, within ${p.count} minutes.`,
  resultsBack: 'Back to the results',
  resultsLinkYours: 'It is for you alone. Do not pass it on.',

  noticeResultsNotYours:
    'Results are for who leads people, for the CISO and for the auditor. Ask your manager about those of your own unit. Was it about something else? Then ask it in a whole sentence.',
  noticeNoResults: 'There are no results yet. They come when a round has closed, and never before.',
  noticeNoEarlierResults: 'Only one round has closed so far. Type "results" to see it.',
  noticeResultsGone: 'I do not keep this round any more. Type "results" for the latest round.',
  noticeResultsPagePrivate: 'Others read along here. Open the results page from our own chat.',
  noticeNoResultsPage: 'There is no results page here. Type "results" to see them here.',
}
