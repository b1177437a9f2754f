/** English words of the loop with a human: questions to the CISO, reports, gaps, being forgotten. */
import type { Translated } from './nl.ts'
import type { nlHuman } from './nl-human.ts'

export const enHuman: Translated<typeof nlHuman> = {
  askCiso: 'Ask the CISO',
  myQuestions: 'My questions',
  moreHere: 'There is more than fits here.',
  asOfSection: (p) => `It is about: ${p.title}`,

  reasonsTitle: 'Sorry. Why did it not help?',
  reasonOtherQuestion: 'My question was about something else',
  reasonUnclear: 'The text is not clear',
  reasonNotWorkable: 'This does not work in my job',
  reasonNotTrue: 'This is not right',
  reasonsPrivacy: 'I count your reason without your name.',
  reasonsHuman: 'Do you need an answer now? Then ask the CISO.',
  reasonNotedTitle: 'Thank you',
  reasonNotedText: 'That tells us what must improve in this text.',

  humanFormTitle: 'Ask the CISO',
  humanFormCheck: 'Is this your question? You can still change it.',
  humanFormEmpty: 'Write down what you want to know.',
  humanFormQuestion: 'Your question',
  humanFormMissing: 'Type your question first.',
  humanFormName: 'With your name, the CISO can also talk it over with you.',
  humanFormNameless:
    'Without your name, the CISO cannot see who you are. Then leave your name out of the question too.',
  humanFormAnswer: 'Either way, you get the answer here, from me.',
  sendWithName: 'Send with my name',
  sendWithoutName: 'Send without my name',

  escalatedTitle: 'Your question has been sent',
  escalatedNumber: (p) => `Number ${p.number}`,
  escalatedWithName: 'The CISO sees your name.',
  escalatedWithoutName: 'The CISO cannot see who you are.',
  escalatedNext: 'You get the answer here as soon as there is one.',

  nobodyTitle: 'I cannot pass on your question',
  nobodyText: 'Nobody has been set up to get questions yet. I did not keep your question.',
  nobodyMail: (p) => `Mail the CISO, ${p.name}: ${p.email}.`,

  myQuestionsNone: 'You have not asked the CISO anything yet.',
  stateOpen: 'no answer yet',
  stateAnswered: 'answered',
  stateClosed: 'closed',
  answerOf: 'Answer:',
  reasonOf: 'Reason:',
  sectionOf: 'Answer from the handbook:',

  humanAnswerTitle: 'Answer from the CISO',
  humanSectionText: 'Your answer stands in the handbook (in Dutch):',
  humanReasonTitle: 'The CISO has closed your question',
  humanReasonText: 'There will be no answer. This is the reason:',
  humanAnswerMore: 'Want to ask more? Then send the CISO a new question.',

  incidentFormButton: 'Report this',
  incidentFormTitle: 'Report the incident',
  incidentFormCall: (p) => `In a hurry? Call ${p.telephone}. That is faster.`,
  incidentFormPartly: 'Not sure about something? Then leave it empty.',
  incidentWhat: 'What happened?',
  incidentWhen: 'When was that?',
  incidentWhenHint: 'For example: today at 10',
  incidentDevices: 'Which devices or systems is it about?',
  incidentDevicesHint: 'For example: my laptop',
  incidentPersonalData: 'Is data about people involved?',
  incidentCallBack: 'On which number can we call you?',
  incidentNoResidents:
    'Do not type names or BSNs of residents. Do write down how many people it is about.',
  answerYes: 'Yes',
  answerNo: 'No',
  answerUnknown: 'I do not know',
  sendReport: 'Send report',

  reportedTitle: 'Your report has been sent',
  reportedKeptTitle: 'Call now: nobody has received your report',
  reportedNumber: (p) => `Number ${p.number}, ${p.moment}`,
  reportedNext: 'The people who handle incidents are getting your report now.',
  reportedCall: (p) => `In a hurry, or hearing nothing? Call ${p.telephone}, ${p.hours}.`,
  reportedNobody: (p) =>
    `I kept your report, but nobody has been set up to get it yet. Call ${p.telephone} and give the number of your report.`,

  alertTitle: 'Incident reported',
  alertWhat: 'What:',
  alertWhen: 'When:',
  alertDevices: 'Devices or systems:',
  alertPersonalData: 'Data about people:',
  alertCallBack: 'Call back on:',
  alertReporter: 'Reported by:',
  alertReported: 'Report sent:',
  alertFirstNotice: 'First told to the bot:',
  alertNotFilledIn: 'not filled in',
  alertUnknown: 'not known',
  alertDeadline: (p) =>
    `Is personal data involved? Then count the 72 hours from ${p.from}, to be safe. They run until ${p.until}.`,
  kindGeneral: 'Something went wrong',
  kindClickedLink: 'Clicked on a suspicious link',
  kindEnteredCredentials: 'Entered a password on a suspicious page',
  kindLostOrStolen: 'Something lost or stolen',
  kindWrongRecipient: 'Message sent to the wrong person',
  kindVisibleRecipients: 'Mail addresses visible to everyone',
  kindMalware: 'Malware, or a device that behaves oddly',
  kindUnexpectedLogin: 'Unexpected sign-in notice',
  kindAiLeak: 'Data put into an AI service',
  kindIntruder: 'Stranger in the building',
  kindFakeCaller: 'Suspicious phone call',
  kindPaymentFraud: 'Suspicious request to pay',

  forgetTitle: 'Shall I delete what I keep about you?',
  forgetWhat: 'Then I delete your questions, and where I can send you a message.',
  forgetOpen: 'Still waiting for an answer from the CISO? Then you will not get it.',
  forgetStays: 'Reports of incidents are kept. Your role and your unit stay known.',
  forgetConfirm: 'Yes, delete everything',
  forgetNot: 'Changed your mind? Then you need not do anything.',
  forgottenTitle: 'Deleted',
  forgottenNothing: 'I had kept nothing about you.',
  removedRoster: 'your details in the list of employees',
  removedConversations: (p) =>
    p.count === 1
      ? 'the conversation in which I could send you messages'
      : `${p.count} conversations in which I could send you messages`,
  removedQuestions: (p) =>
    p.count === 1 ? '1 question to the CISO' : `${p.count} questions to the CISO`,
  removedGaps: (p) =>
    p.count === 1
      ? '1 question without a good answer'
      : `${p.count} questions without a good answer`,
  removedNotices: (p) =>
    p.count === 1
      ? 'the moment at which you told of an incident'
      : `${p.count} moments at which you told of an incident`,
}
