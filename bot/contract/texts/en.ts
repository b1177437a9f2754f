/** The bot's own words in English. */
import { enCare } from './en-care.ts'
import { enDesk } from './en-desk.ts'
import { enDocuments } from './en-documents.ts'
import { enEntra } from './en-entra.ts'
import { enExports } from './en-exports.ts'
import { enHuman } from './en-human.ts'
import { enImport } from './en-import.ts'
import { enLayers } from './en-layers.ts'
import { enPages } from './en-pages.ts'
import { enPolls } from './en-polls.ts'
import { enPublishing } from './en-publishing.ts'
import { enResults } from './en-results.ts'
import { enSlack } from './en-slack.ts'
import { enTelling } from './en-telling.ts'
import { enUse } from './en-use.ts'
import type { Messages } from './nl.ts'

export const en: Messages = {
  ...enHuman,
  ...enDesk,
  ...enPolls,
  ...enPublishing,
  ...enDocuments,
  ...enResults,
  ...enPages,
  ...enExports,
  ...enTelling,
  ...enCare,
  ...enUse,
  ...enEntra,
  ...enImport,
  ...enLayers,
  ...enSlack,
  cardNotShown: 'This app cannot show my answer. Please use the latest version of Teams.',

  welcomeTitle: 'Hi, I am Vraagbaak',
  welcomeIntro: (p) =>
    `Ask me how to work safely. You get the answer from the handbook of ${p.organisation} (in Dutch), and you see where it stands.`,
  welcomeIncident: (p) => `Did something just go wrong? Call ${p.telephone} now, ${p.hours}.`,
  dayAndNight: 'day or night',
  welcomeHuman:
    'Is there something I do not know? Then you can ask the CISO, with or without your name.',
  privacyAnswered: 'Do you get an answer from the handbook? Then I do not keep your question.',
  privacyGap: (p) =>
    `Does my answer not help? Then I keep your question for at most ${daysInEnglish(p.days)}, with a code in place of your name.`,
  privacyHelpful: (p) =>
    `Do you say that it was helpful? Then I do keep your question, for at most ${daysInEnglish(p.days)} and without your name.`,
  privacyNoGap: 'I do not keep it either when I have no answer.',
  privacyAsked: (p) =>
    `What you ask the CISO is kept until there is an answer, and ${daysInEnglish(p.days)} after that.`,
  privacyAskedNoDays: 'What you ask the CISO is kept until there is an answer.',
  privacyReports: 'A report of an incident is kept.',
  privacyConversation: 'Until you remove the app, I remember where I can send you a message.',
  privacyRatings: 'Whether an answer was helpful, I count without names.',
  privacyForget: 'Type "forget me" to delete what I keep about you.',
  privacyResidents:
    'Please type no data about residents, such as a BSN, an address or anything from a case file.',
  welcomeExamples: 'Try for example',
  outsiderTitle: 'I am here for employees',
  outsiderText: (p) =>
    `I only answer people who work for ${p.organisation}. Ask your contact there.`,
  outsiderIncident: (p) =>
    `Did something happen to information of ${p.organisation}? Call ${p.telephone} now, ${p.hours}.`,
  helpButton: 'How does it work?',

  helpTitle: 'How it works',
  helpAsk: 'Type your question as you would ask a colleague. Typing errors are fine.',
  helpFollowUp: 'You can ask on, such as "and on my phone?".',
  helpSource: 'My answers are the literal words of the handbook (in Dutch). I make nothing up.',
  helpUnknown: 'If I do not know, I say so. Then you can ask the CISO, with or without your name.',
  helpMine: 'Type "my questions" to see what you asked the CISO.',
  helpPrivacy: 'What I keep',
  helpIncident: 'You can also type what happened. Then you see at once what to do.',

  sourceLine: (p) => `Source: ${p.handbook} · version ${p.version} · § ${p.number}`,
  sourceSince: (p) => `in force since ${p.date}`,
  sourceOverdue: 'Note: this text has not been checked again yet. That is overdue.',

  wholeSection: 'Whole section',
  related: 'Read on',
  notWhatYouMeant: 'Not what you were looking for?',
  helpfulQuestion: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  ratedHelpfulTooltip: 'Yes, this was helpful',
  ratedUnhelpfulTooltip: 'No, this was not helpful',
  chapters: 'All topics',
  chaptersTitle: 'Topics in the handbook',
  backToChapters: 'Back to all topics',
  sectionCount: (p) => (p.count === 1 ? '1 section' : `${p.count} sections`),
  moreInHandbook: 'This section is too long for the chat. Read the rest in the handbook.',
  moreTopics: 'There is more than fits here. Type your question and I look it up.',

  suggestionsTitle: 'Do you mean one of these?',
  noneOfThese: 'None of these',

  noAnswerTitle: 'I do not know',
  noAnswerText: 'I find nothing about this in the handbook. And I would rather not guess.',
  elsewhereTitle: 'That is not my subject',
  elsewhereText: (p) => `I think this is about ${p.topic}. The handbook does not cover that.`,
  elsewhereAsk: (p) => `Please ask ${p.ask}.`,
  elsewhereWrong: 'Is it about working safely after all? Then ask again, in other words.',
  elsewhereHuman: 'Or ask the CISO.',
  noAnswerHuman: (p) => `Ask the CISO, ${p.name}. You can do that without your name too.`,
  noAnswerRephrase: 'Or ask again, in other words.',
  mailCiso: 'Mail the CISO',
  mailSubject: 'Question about working safely',

  incidentTitle: 'Report this now',
  incidentCall: (p) => `Call ${p.telephone}`,
  incidentCallNote: 'Day and night, also at weekends.',
  incidentSteps: 'Do this now',
  incidentNoBlame: 'Good that you say so. Reporting is never wrong.',
  incidentReport: 'Open the incident desk',
  incidentNotReported: 'Note: your message to me is not a report yet.',
  incidentMore: 'Read more',

  masked: (p) =>
    `I took ${p.kinds} out of your message and did not keep it. Please delete your message too.`,
  maskedBsn: 'a citizen service number (BSN)',
  maskedIban: 'an account number',
  maskedEmail: 'an e-mail address',
  maskedPhone: 'a telephone number',

  answeredBelow: 'The answer is below.',
  possiblyDouble: '(possibly a duplicate)',
  noticeTooLong: (p) =>
    `That is a long message. Can you ask it shorter? Use ${p.limit} characters at most.`,
  noticeEmpty: 'I see no question. Type what you want to know, or type "help".',
  noticeOutdatedCard: 'This button no longer works. Ask again to get the answer of today.',
  noticeUnknownSection: 'This section is no longer in the handbook. Please ask again.',
  noticeRatedHelpful: 'Good to hear. Thank you.',
  noticeRatedUnhelpful: 'Thank you. That tells us which text must improve.',
  noticeYouAreWelcome: 'You are welcome. Feel free to ask another question.',
  noticeQuestionMissing: 'I see no question. Type it in the box, then send it.',
  noticeTooManyQuestions:
    'You have sent many questions this hour. I did not send this one: please try again in an hour.',
  noticeIncidentIncomplete:
    'Write down what happened, or on which number we can call you. Nothing has been sent yet.',
  noticeSentPrivately: 'Others read along here. I am sending it to you in our own chat.',
  noticeNotStored:
    'This does not work now: I cannot keep or send anything for a moment. Is it urgent? Call the incident desk, or mail the CISO. Otherwise, please try again later.',

  failureTitle: 'Something went wrong',
  failureText: (p) =>
    `I could not answer your question. Please try again in a moment. Does it still fail? Call the service desk and give number ${p.reference}.`,
  failureIncident: (p) =>
    `Did something just go wrong with data or devices? Do not wait for me and call ${p.telephone}.`,

  firstAidCall: 'Call the incident desk at once, also when in doubt.',
  firstAidStop: 'Stop what you were doing and delete nothing.',
  firstAidNote: 'Write down what happened, at what time, and which data it is about.',
}

function daysInEnglish(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
