/** English words of what keeps a handbook alive: reading receipts, review dates and the crisis sheet. */

import type { Translated } from './nl.ts'
import type { nlCare } from './nl-care.ts'

export const enCare: Translated<typeof nlCare> = {
  acknowledgeAsk: 'Have you read and understood this?',
  acknowledgeButton: 'Read and understood',
  acknowledgeCode:
    'I keep a code instead of your name. Managers see roughly how many people confirmed, never who.',
  acknowledgeName:
    'I keep your staff number, your unit and the date. So the municipality can show who read this.',
  acknowledgeUntil: (p) =>
    `I erase that ${p.days} days after this text changes. Type "forget me" to erase it sooner.`,

  toReadTitle: 'Still to read',
  toReadText: 'Read these sections. Then press "Read and understood" below them.',

  readTitle: 'Who has read it?',
  readText: 'So many people said: read and understood. I show no names and no exact numbers.',
  readCounted: (p) => `Counted on ${p.date}. I count again every week.`,
  readNotCounted: 'Not counted yet. I do that at the start of each week.',
  readTooFew: 'There are too few people to show anything.',
  readFew: 'few or nobody so far',
  readAbout: (p) => `about ${p.figure}`,
  readMost: 'nearly everybody or everybody',
  readUnit: (p) => `${p.title} (${p.persons}) – ${p.figure}`,
  readMerged: (p) => `Too small to show, and counted in a larger unit: ${p.list}.`,
  readMore: 'There are more units than fit here.',

  reviewsTitle: 'Review: is this still right?',
  reviewsEditor:
    'Is a text still right? Then I put the new date in a draft. You publish it yourself.',
  reviewsOwner: 'You are the owner of these texts. Is something wrong? Ask the CISO to change it.',
  reviewUntil: (p) => `Review by ${p.date}`,
  reviewPast: (p) => `The date has passed: ${p.date}`,
  reviewYes: 'Still right, for another year',
  reviewYesOwner: 'Still right',
  reviewsAllYes: 'All still right',
  reviewsMore: (p) =>
    p.count === 1
      ? 'There is 1 more section to review.'
      : `There are ${p.count} more sections to review.`,
  reviewConfirmedTitle: 'The owner says: this is still right',
  reviewConfirmedBy: (p) => `Reviewed by ${p.name}. Do you take that over?`,

  crisisTitle: 'Crisis sheet',
  crisisNone: 'The handbook has no steps for incidents yet.',
  crisisMore: 'Not everything fits on this card. Look in the handbook for the rest.',
  crisisContact: (p) => `Your CISO: ${p.name}, ${p.email}`,
  crisisSheetIntro: 'Call first. Then do what is below.',
  crisisSheetFoot: (p) => `${p.handbook}, version ${p.version}, printed on ${p.date}.`,
  crisisSheetAgain: 'Put up a new sheet after each new version.',

  removedAcknowledged: (p) =>
    p.count === 1
      ? '1 confirmation that you read something'
      : `${p.count} confirmations that you read something`,

  noticeAcknowledged: 'Thank you. This counts.',
  noticeAcknowledgedBefore: 'You had confirmed this already. It counts once.',
  noticeAcknowledgeChanged:
    'This text has changed meanwhile. Open the section again and read it once more.',
  noticeAcknowledgeNotAsked: 'You need not confirm this section. Nothing was kept.',
  noticeAcknowledgeUnknown:
    'You are not in the staff register. That is why I cannot keep track of this for you.',
  noticeNothingToRead: 'You have confirmed all that everybody must read.',
  noticeNoReadReceipts: 'There are no sections that everybody must confirm.',
  noticeNoReviews: 'Nothing needs to be reviewed now.',
  noticeReviewsChanged:
    'The text has changed meanwhile, or was reviewed already. Nothing was changed.',
  noticeReviewsPassedOn: 'Thank you. The CISO will hear of it.',
}
