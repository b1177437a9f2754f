/** Telling notices: one sentence each about what was asked of tellings and announcements. */
import type { TellingNotice } from '../telling.ts'
import type { Messages } from './nl.ts'

export function tellingNotices(texts: Messages): Readonly<Record<TellingNotice, string>> {
  return {
    'telling-stopped': texts.noticeTellingStopped,
    'telling-off': texts.noticeTellingOff,
    'announcement-form-wrong': texts.noticeAnnouncementFormWrong,
    'announcement-unit-unknown': texts.noticeAnnouncementUnitUnknown,
    'announcement-time-wrong': texts.noticeAnnouncementTimeWrong,
    'announcement-nothing': texts.noticeAnnouncementNothing,
    'announcement-unknown': texts.noticeAnnouncementUnknown,
    'announcement-too-late': texts.noticeAnnouncementTooLate,
  }
}
