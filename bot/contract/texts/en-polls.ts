/** English words of polls: for who is asked, and for who plans them and reads what came of them. */
import type { Translated } from './nl.ts'
import type { nlPolls } from './nl-polls.ts'

export const enPolls: Translated<typeof nlPolls> = {
  pollTitleOne: 'One question about working safely at home',
  pollTitleTwo: 'Two questions about working safely at home',
  pollTitleThree: 'Three questions about working safely at home',
  pollTitleFour: 'Four questions about working safely at home',
  pollTitleFive: 'Five questions about working safely at home',
  pollReminder: 'This is a reminder. Nobody can see who has answered and who has not.',
  pollBrief: 'This takes you less than a minute. Taking part is voluntary.',
  pollCloses: (p) => `You can take part until ${p.until}.`,
  pollPromiseCounted:
    'Your answers are confidential. I add them at once to those of your department, and do not keep them with your name.',
  pollPromiseRemembered: 'I only remember that you took part, until the round closes.',
  pollPromiseShown: 'Your manager sees nothing until it has closed, and only with enough answers.',
  pollPromiseLimit:
    'At the moment of sending it is known who you are. That is why I call this confidential, and not anonymous.',
  pollQuestionOf: (p) => `Question ${p.place} of ${p.count}`,
  pollSensitive:
    'Confidential: we only show group figures. Your answer is never used in handling an incident.',
  pollPeriod: 'This is about the past four weeks.',
  pollChoose: 'First choose an answer to this question.',
  pollFinal: 'Once you have sent your answers, you cannot change them.',
  pollSend: 'Send',
  pollInTeams: 'You answer in Teams, on the card with these questions.',
  pollFormInTeams: 'You change it in Teams, on the card with these fields.',
  pollRatherNot: 'Rather not?',
  pollNotToday: 'Not today',
  pollNotThisRound: 'Not this round',
  pollNever: 'Never again',

  pollThanksTitle: 'Thank you, that is done.',
  pollThanksText: 'Your answers have been added up. I do not show here what you chose.',
  pollLessons: 'This is what the handbook says (in Dutch)',
  pollRight: (p) => `The right answer: ${p.answer}`,
  pollReportTitle: 'Did something happen that has not been reported yet?',
  pollReportText: 'Then report it now. That is never wrong, even if it was a while ago.',
  pollReportApart: 'A report is separate from these questions: your answers stay confidential.',

  pollDeclinedTitle: 'That is fine',
  pollDeclinedToday: 'You will hear no more about this today.',
  pollDeclinedRound: 'You will hear no more about this round.',
  pollDeclinedNever: 'You will get no more invitations.',
  pollStillUntil: (p) => `Changed your mind? You can take part until ${p.until}. Just type: poll.`,
  pollComeBack: 'Want to take part again later? Just type: join polls again.',
  pollDeclinedUnseen: 'Your manager and the CISO do not see this.',
  pollTakePart: 'Take part after all',
  pollRejoin: 'Join again',

  pollPlanTitle: 'The poll',
  pollPlanNone: 'No poll has been planned.',
  pollPlanWhat:
    'A poll asks all employees a few short questions now and then. Taking part is voluntary.',
  pollWhen: 'When:',
  pollRecurrence: (p) => `${p.rhythm}, starting from ${p.from}`,
  pollOpenFor: 'A round is open for:',
  workingDays: (p) => (p.count === 1 ? '1 working day' : `${p.count} working days`),
  pollWho: 'For whom:',
  peopleCount: (p) => (p.amount === '1' ? '1\u00a0person' : `${p.amount}\u00a0people`),
  pollUnreachable: 'Cannot be reached:',
  pollUnreachableCount: (p) => `${p.persons} (counts as no answer)`,
  pollSending: 'Sending takes:',
  aboutSeconds: (p) => `about ${p.count} seconds`,
  aboutMinutes: (p) => `about ${p.count} minutes`,
  aboutHours: (p) => `about ${p.amount} hours`,
  pollMerged: (p) =>
    `Too small for a figure of their own, so they are added to a larger unit: ${p.list}.`,
  pollDetectable: (p) =>
    `If half of the people take part, only a difference of about ${p.points} between two rounds will show.`,
  points: (p) => (p.amount === '1' ? '1 percentage point' : `${p.amount}\u00a0percentage points`),
  listMore: (p) => `${p.list} and ${p.amount} more`,
  pollUpcoming: 'The next rounds',
  momentInWords: (p) => `${p.day} at ${p.time}`,
  pollRound: (p) => `${p.from}, open until ${p.until}`,
  pollOpenTitle: 'Open now',
  pollOpenRound: (p) => `This round is open from ${p.from} until ${p.until}.`,
  pollOpenAsked: (p) => `The questions went to ${p.persons}.`,
  pollOpenUnseen: 'Until the round closes, nobody can see what was answered, or by whom.',
  pollMake: 'Plan a poll',
  pollChange: 'Change the plan',
  pollStop: 'Stop the poll',

  pollFormTitle: 'Plan a poll',
  pollFormChange: 'Change the plan',
  pollFormText: 'Nothing happens yet. First you see what will be sent, and to whom.',
  pollFormWeeks: 'Every how many weeks? (4 to 52)',
  pollFormWeeksWrong: 'Type a number from 4 to 52.',
  pollFormWeekday: 'On which day?',
  pollFormAt: 'At what time? (such as 10:00)',
  pollFormAtWrong: 'Type a time, such as 10:00.',
  pollFormFrom: 'From which date?',
  pollFormFromWrong: 'Choose a date.',
  pollFormDays: 'For how many working days is a round open? (1 to 20)',
  pollFormDaysWrong: 'Type a number from 1 to 20.',
  pollFormHolidays: 'No round opens on a public holiday or at a weekend: it then opens later.',
  pollShowPlan: 'Look at the plan',

  pollConfirmTitle: 'Is this plan right?',
  pollConfirmText: (p) => `If you press yes, I will ask ${p.persons} ${p.questions} on ${p.from}.`,
  pollConfirmNobody: 'I do not know anybody yet whom I can ask.',
  pollConfirmFew: (p) =>
    `This would go to ${p.persons}. At least ${p.needed} are needed to be able to show anything. Until then no round opens.`,
  questionCount: (p) => (p.count === 1 ? '1\u00a0question' : `${p.count}\u00a0questions`),
  pollConfirmNothing: 'Nothing has changed yet.',
  pollConfirmChanges: 'This takes the place of the plan that runs now.',
  pollConfirmYes: (p) => `Yes, ask ${p.persons}`,

  pollStopTitle: 'Shall I stop the poll?',
  pollStopText: 'Then there will be no new rounds. The figures of earlier rounds are kept.',
  pollStopOpen: (p) => `The round that is open now goes on until ${p.until}.`,
  pollStopYes: 'Yes, stop the poll',

  pollOpenedTitle: 'A round of the poll has opened',
  pollOpenedText: (p) =>
    `I am sending the questions to ${p.persons}. The round closes on ${p.until}.`,
  pollOpenedLate: (p) => `This is the round of ${p.date}. It started later than planned.`,
  pollMissedTitle: 'A round of the poll was skipped',
  pollMissedText: (p) =>
    `The round of ${p.date} did not open. I was not running, and after that it was too late.`,
  pollRefusedTitle: 'A round of the poll did not open',
  pollRefusedText: (p) =>
    `The round of ${p.date} would have gone to ${p.persons}. At least ${p.needed} are needed to be able to show anything.`,
  pollLostTitle: 'A round of the poll has been lost',
  pollLostText: (p) =>
    `I can show nothing of the round of ${p.date}. A backup was restored, or somebody’s answer could be worked out from the figures.`,
  pollLostWiped: 'What was answered has been deleted.',
  pollNewsNext: 'The next round goes ahead as planned.',

  pollDemo: 'Sample figures: these answers were made up.',
  pollResultTitle: 'What came out of the poll',
  pollResultDay: (p) => `Round of ${p.day}`,
  pollResultRound: (p) => `Round from ${p.from} to ${p.until}`,
  pollResponse: 'Response:',
  pollReached: 'Invitation delivered to:',
  pollShare: (p) => `${p.amount} of ${p.whole} (${p.rate}%)`,
  pollResponseLow:
    'Fewer than 4 in 10 people took part. Be careful with what you conclude from this.',
  pollResponseVeryLow: 'Fewer than 3 in 10 people took part. This says little about all employees.',
  pollFavourable: (p) => `Favourable is: ${p.answer}`,
  pollPercentage: (p) => `${p.rate}% answer safely`,
  pollInterval: (p) => `Probably between ${p.low} and ${p.high}% (${p.answers}).`,
  answerCount: (p) => (p.amount === '1' ? '1\u00a0answer' : `${p.amount}\u00a0answers`),
  pollBandLow: 'Low: less than a third answer safely',
  pollBandMiddle: 'Middle: between a third and two thirds answer safely',
  pollBandHigh: 'High: more than two thirds answer safely',
  pollBandWhy: 'Anything more precise would tell something about somebody.',
  pollAtLeast: (p) => `At least ${p.rate}% answer safely`,
  pollAtMost: (p) => `At most ${p.rate}% answer safely`,
  pollExtremeWhy: (p) =>
    `There are ${p.answers}. I do not say it more precisely, to keep every answer hidden.`,
  pollHiddenFew: 'Too few answers to show anything.',
  pollHiddenRemainder:
    'Not shown: together with other figures this would tell something about too few people.',
  pollHiddenSensitive: 'Not shown: there are too few answers for this sensitive question.',
  pollHiddenOrganisation: 'There is a figure for the whole organisation only.',
  pollSince: (p) => `since ${p.date}`,
  pollSinceLast: 'since the last time',
  pollBetter: (p) =>
    `Better ${p.since}: ${p.points} more, probably between ${p.low} and ${p.high}.`,
  pollWorse: (p) => `Worse ${p.since}: ${p.points} less, probably between ${p.low} and ${p.high}.`,
  pollNoChange: (p) => `No demonstrable change ${p.since}.`,
  pollNational: (p) => `Nationally: ${p.figure}, ${p.label}.`,
  pollNationalOwn: (p) => `Here ${p.rate}% gave that answer (${p.answers}).`,
  pollNationalLeftOut:
    'The national figure is left out: there is no good figure of our own to put beside it.',
  pollNationalNone: 'There is no national figure for this question.',
  pollUnits: (p) =>
    `Units with a figure of their own: ${p.amount}. Without one: ${p.hidden}, so that nobody's answer can be guessed.`,
  pollMinimum: (p) => `I show nothing anywhere about fewer than ${p.amount} answers.`,
  pollNonResponse:
    'If people who did not take part would answer differently, these figures may be off.',

  helpPolls:
    'Now and then I ask a few short questions. Taking part is voluntary. Type "poll" to take part, or "join polls again" if you had stopped.',
  privacyPolls:
    'I add up your answers to a poll without your name. Until the round closes, I remember that you took part.',

  noticePollAnsweredBefore:
    'You have already taken part. Nothing has changed. Nobody knows what you chose then.',
  noticePollClosed: 'This round has closed. You cannot take part any more.',
  noticePollNotInvited: 'This round I am asking others. Perhaps it is your turn the next time.',
  noticePollIncomplete: 'Not every question has an answer yet. Nothing has been sent yet.',
  noticePollUnavailable:
    'You cannot take part any more: this round closes earlier than planned. Your answers were not kept.',
  noticeNoOpenPoll: 'There is no open poll now.',
  noticePollRejoined: 'Good. You will get an invitation again for the next poll.',
  noticePollStopped: 'The poll has been stopped. There will be no new rounds.',
  noticeNoPollRuns: 'No poll has been planned, so there is nothing to stop.',
  noticePollFormWrong:
    'I cannot read the plan. Choose 4 to 52 weeks, a time such as 10:00, a date, and 1 to 20 working days.',
}
