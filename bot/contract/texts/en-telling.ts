/** English words of what is told after a new version: of answers that changed, and announcements. */
import type { Translated } from './nl.ts'
import type { nlTelling } from './nl-telling.ts'

export const enTelling: Translated<typeof nlTelling> = {
  tellMeOffer: 'Do you want to hear when this answer changes? Then I will tell you here.',
  tellMeAbout: (p) => `This is about: ${p.title}`,
  tellMeKept: (p) =>
    `If you say yes, I keep for ${daysOf(p.days)} which section each answer came from.`,
  tellMeUnnamed: 'I keep that without your question, and with a code instead of your name.',
  tellMeButton: 'Tell me when this changes',
  tellMeStop: 'To end this, type: stop telling me.',

  tellingOnTitle: 'Good, I will let you know',
  tellingOnText: 'When an answer changes that I gave you, you will hear it here.',
  tellingOnKept: (p) =>
    `I keep for ${daysOf(p.days)} which section your answer came from. I do not keep what you asked.`,
  tellingOnEnds: (p) =>
    `If you ask nothing for ${daysOf(p.days)}, I delete all of it, also that you wanted this.`,
  stopTellingButton: 'Stop telling me',

  changedAnswerOne: 'An answer that you got has changed',
  changedAnswerMany: 'Answers that you got have changed',
  changedAsked: (p) => `On ${p.date} you asked something about: ${p.title}`,
  changedAskedText: 'The answer has changed.',
  changedRemoved: 'This is no longer in the handbook.',
  changedBack: 'This is in the handbook again.',
  changedAdded: 'New in the handbook',
  changedTitleBefore: (p) => `This used to be called: ${p.title}`,
  changedBefore: 'Before:',
  changedAfter: 'Now:',
  changedShort: 'Short answer:',
  changedRest: 'The short answer is the same. The explanation below it has changed.',
  changedMore: (p) =>
    p.count === 1 ? '1 more section has changed.' : `${p.count} more sections have changed.`,
  changedVersions: (p) =>
    `You had version ${p.number} of the handbook. Version ${p.version} holds now.`,
  changedWhy: 'You get this message because you asked for it.',

  announcementTitle: 'The handbook has changed',
  announcementWords: 'The CISO adds:',
  announcementVersion: (p) => `This is version ${p.version} of the handbook.`,
  announceButton: 'Announce this',

  announceTitle: (p) => `Announce version ${p.version}`,
  announceFormText: 'This is what changed. Nothing is sent yet.',
  announceAdded: (p) => `New: ${p.title}`,
  announceChanged: (p) => `Changed: ${p.title}`,
  announceRemoved: (p) => `Removed: ${p.title}`,
  announceAudience: 'Who is it for?',
  announceAudienceMissing: 'Choose who it is for.',
  announceUnit: 'Which unit?',
  announceUnitHint: 'Only if it is for one unit',
  announceUnitTyped: 'The name of the unit, if it is for one unit',
  announceToUnit: 'One unit, with everything below it',
  announceToAll: 'All employees',
  announceOwnWords: 'Words of your own (optional)',
  announceWhen: 'When?',
  announceNow: 'As soon as possible',
  announceLater: 'At the moment below',
  announceDate: 'On which day?',
  announceDateWrong: 'Choose a day.',
  announceTime: 'At what time? (such as 10:00)',
  announceTimeWrong: 'Type a time, such as 10:00.',
  announceHours: 'I only send within working hours. Otherwise it is the first working day after.',
  announceShow: 'Show the announcement',
  announceFormInTeams: 'You fill this in in Teams, on the card with these fields.',

  announceConfirmTitle: 'Is this announcement right?',
  announceConfirmAll: (p) => `This goes to all employees: ${p.persons}. Nothing has been sent yet.`,
  announceConfirmUnit: (p) =>
    `This goes to ${p.persons} of this unit: ${p.title}. Nothing has been sent yet.`,
  announceConfirmNobody: 'I know nobody to send this to.',
  announceStarts: (p) => `Sending begins on ${p.from}.`,
  announceUnreachable: (p) => `Cannot be reached: ${p.persons}.`,
  announceExactly: 'This is what they will see:',
  announceConfirmYes: (p) => `Yes, send to ${p.persons}`,
  announceAgain: 'Fill in again',

  announcementsTitle: 'Announcements',
  announcementsNone: 'There are no announcements yet.',
  announcementToAll: (p) => `Version ${p.version}, to all employees`,
  announcementToUnit: (p) => `Version ${p.version}, to ${p.title}`,
  announcementPlanned: (p) => `Planned for ${p.moment}, for ${p.persons}.`,
  announcementSending: 'Being sent now.',
  announcementDone: 'Done.',
  announcementCancelled: 'Withdrawn.',
  announcementSent: (p) => `Arrived: ${p.amount}`,
  announcementBlocked: (p) => `Refused: ${p.amount}`,
  announcementUnknown: (p) => `Perhaps arrived: ${p.amount}`,
  announcementStopped: (p) => `Not sent: ${p.amount}`,
  announcementWaiting: (p) => `Still to be sent: ${p.amount}`,
  announcementCancel: 'Withdraw',
  announcementOfVersion: (p) => `Withdraw: version ${p.version}`,

  privacyTelling: (p) =>
    `Type "tell me when it changes" to hear when an answer changes. I then keep for ${daysOf(p.days)} which section it was about.`,
  removedAnswered: (p) =>
    p.count === 1
      ? '1 section that you got an answer from'
      : `${p.count} sections that you got an answer from`,

  noticeTellingStopped:
    'Good, I will report no more changes. What I kept of you for that has been deleted.',
  noticeTellingOff: 'I cannot do that here. I kept nothing.',
  noticeAnnouncementFormWrong:
    'Choose who it is for, and which unit that is. With all employees, leave the unit empty. Nothing was sent.',
  noticeAnnouncementUnitUnknown: 'I do not know this unit. Nothing was sent.',
  noticeAnnouncementTimeWrong:
    'That moment has passed, or is more than a year away. Nothing was sent.',
  noticeAnnouncementNothing:
    'There is nothing to announce: this version changes nothing that employees read.',
  noticeAnnouncementUnknown: 'I do not know this announcement any more.',
  noticeAnnouncementTooLate: 'It is too late to withdraw it: nothing is waiting to be sent.',
}

const daysOf = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
