/** Care notices: one sentence each about what was asked of reading receipts and reviews. */
import type { CareNotice } from '../care.ts'
import type { Messages } from './nl.ts'

export function careNotices(texts: Messages): Readonly<Record<CareNotice, string>> {
  return {
    acknowledged: texts.noticeAcknowledged,
    'acknowledged-before': texts.noticeAcknowledgedBefore,
    'acknowledge-changed': texts.noticeAcknowledgeChanged,
    'acknowledge-not-asked': texts.noticeAcknowledgeNotAsked,
    'acknowledge-unknown': texts.noticeAcknowledgeUnknown,
    'nothing-to-read': texts.noticeNothingToRead,
    'no-read-receipts': texts.noticeNoReadReceipts,
    'no-reviews': texts.noticeNoReviews,
    'reviews-changed': texts.noticeReviewsChanged,
    'reviews-passed-on': texts.noticeReviewsPassedOn,
  }
}
