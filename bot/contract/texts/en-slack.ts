/** English words for Slack alone: what its buttons, modals and Home tab need beside the words of a card. */
import type { Translated } from './nl.ts'
import type { nlSlack } from './nl-slack.ts'

export const enSlack: Translated<typeof nlSlack> = {
  slackShare: 'Share with everyone',
  slackClose: 'Close',
  slackSend: 'Send',
  slackForm: 'Form',
  slackRead: 'Read',
  slackLook: 'View',
  slackAsk: 'Ask this',
  slackOpen: 'Show',
  slackAbout: (p) => `${p.name} – ${p.title}`,
  slackSubmit: (p) => `For that, press "${p.title}" at the bottom.`,
  slackContinued: (p) => `${p.title} (continued)`,
  slackNoButton: (p) =>
    `The button "${p.title}" does not fit here. Ask it in fewer words, or ask it again.`,
  slackNothing: '(empty)',

  slackFillPoll: 'Answer the questions',
  slackFillQuestion: 'Ask your question',
  slackFillAnswer: 'Give an answer',
  slackFillIncident: 'Fill in the report',
  slackFillPlan: 'Choose when',
  slackFillAnnouncement: 'Choose for whom and when',
  slackFillSection: 'Edit the text',
  slackFillReview: 'See the questions and decide',

  slackChartTitle: 'This many percent answered safely',
  slackChartSeries: 'Percent safely',
  slackChartQuestion: 'Question',
  slackChartTopic: 'Topic',
  slackChartShare: 'Answered safely',

  slackHomeAsk: 'Ask your question under Messages, or choose a topic here.',
  slackHomeReport: 'Report an incident',
  slackHomeMine: 'Yours',
  slackHomeSettings: 'Your choices',
  slackHomeRejoin: 'Take part in polls again',
  slackHomeStopTelling: 'No more messages when an answer changes',
  slackHomeForget: 'Erase what you keep of me',
  slackHomeWork: 'Management',
  slackHomeResults: 'Results',
  slackHomeOpenQuestions: 'Questions to the CISO',
  slackHomeDrafts: 'Drafts of the handbook',
  slackHomeVersions: 'Versions',
  slackHomePolls: 'Polls',
  slackHomeAnnounce: 'New announcement',
}
