/** English words for who answers: the CISO, the deputy and the teams that get questions and reports. */
import type { Translated } from './nl.ts'
import type { nlDesk } from './nl-desk.ts'

export const enDesk: Translated<typeof nlDesk> = {
  escalationNew: 'Question from an employee',
  escalationReminder: 'Reminder: this question is waiting for an answer',
  escalationForDeputy: 'This question has been waiting for a while. Can you answer it?',
  escalationOpened: 'Open question',
  askedBy: (p) => `Asked by ${p.name}`,
  askedWithoutName: 'Asked without a name',
  originNoAnswer: 'The handbook gave no answer.',
  originUnhelpful: 'The answer from the handbook did not help.',
  originSection: (p) => `This answer did not help: ${p.title}`,
  escalationAnswer: 'Your answer, or why you close the question',
  escalationAnswerHint: 'The employee gets this as you type it here.',
  escalationSection: 'Or choose a section that gives the answer',
  escalationSectionHint: 'Choose a section',
  escalationProposed: 'Kept as a proposal for the handbook.',
  sendAnswer: 'Send answer',
  sendSection: 'Send this section',
  proposeSection: 'Make it a section',
  closeEscalation: 'Close without an answer',

  handledAnswered: 'Your answer has been sent',
  handledSection: 'The section has been sent',
  handledClosed: 'Closed, with your reason',

  openQuestionsTitle: 'Open questions',
  openQuestionsNone: 'There are no open questions.',

  gapsTitle: 'What the handbook does not answer yet',
  gapsIntro: (p) =>
    p.days === 1
      ? 'Questions without a good answer in the past day.'
      : `Questions without a good answer in the past ${p.days} days.`,
  gapsNone: 'No question was asked by 3 or more people.',
  gapTimes: (p) => `asked ${p.times} times, by ${p.people} people`,
  gapSection: (p) => `Did not help: ${p.title}`,
  gapsPrivacy: 'You only see what 3 or more people asked. Nobody sees who they were.',

  routeIncidents: 'Reports of incidents come here from now on',
  routeQuestions: 'Questions to the CISO come here from now on',
  routeChapterTitle: 'Questions about this topic come here from now on',
  routeChapter: (p) => `Chapter ${p.chapter}: ${p.title}`,
  routeReaders: 'Everyone who reads along here can see them.',

  noticeNotAllowed: 'You do not have the rights for this. Is that wrong? Then ask the CISO.',
  noticeUnknownEscalation: 'I do not know this question any more. It may have been deleted.',
  noticeAlreadyHandled: 'Somebody else has already handled this question.',
  noticeAnswerMissing: 'Type your answer first. Nothing has been sent yet.',
  noticeReasonMissing: 'First type why you close the question. The employee gets that reason.',
  noticeSectionMissing: 'Choose a section first. Nothing has been sent yet.',
  noticeProposalKept: 'Kept as a proposal for the handbook.',
  noticeRouteNeedsTeam: 'This only works in a team or a group. Type it there once more.',
}
