/** English words of layers: a handbook that builds on another, and what was answered on a day. */
import type { nlLayers } from './nl-layers.ts'

export const enLayers: typeof nlLayers = {
  sourceLayer: (p) => `from the handbook of ${p.name}`,
  versionWithBase: (p) => `${p.version} (base ${p.number})`,

  changeOverride: (p) => `your own version of a section of ${p.name}`,
  formFromBase: (p) => `This section comes from ${p.name}. What you keep becomes your own version.`,
  formOverride: (p) => `This is your own version of a section of ${p.name}.`,
  takeBaseText: (p) => `Go back to the text of ${p.name}`,

  baseChangedTitle: 'The base handbook has changed',
  baseChangedText: (p) => `${p.name} changed "${p.title}". You have your own version of it.`,
  baseAddedText: (p) => `${p.name} now has "${p.title}" too. Your own text still holds.`,
  baseRemovedText: (p) => `${p.name} removed "${p.title}". Your own text still holds.`,
  baseChangedThere: (p) => `What changed there, in version ${p.version}`,
  baseChangedOurs: 'This is your own text',
  baseChangedEdit: 'Change our version',
  baseChangedTake: 'Take over the new text',

  asOfTitle: (p) => `The handbook on ${p.date}`,
  asOfHeld: 'At the end of that day this version held:',
  asOfEarlier: 'Earlier that day:',
  asOfBase: (p) => `The base handbook of ${p.name} was version ${p.version}, of ${p.moment}.`,
  asOfAsked: (p) => `The question: "${p.title}"`,
  asOfAnswer: 'I would have answered:',
  asOfSuggestions: 'I would have offered a choice of:',
  asOfNoAnswer: 'I would have had no answer to this.',
  asOfElsewhere: (p) =>
    `The handbook had nothing about ${p.topic}. I would have sent you to ${p.ask}.`,
  asOfIncident: 'I would have taken this for a report. The first steps were:',
  asOfToday: 'I search as I do now, in the text of then.',

  noticeAsOfComing: 'I am looking it up. You will get an answer in a moment.',
  noticeAsOfNoDate: 'There is no such date. Type for example: on 3 May 2026: may I print at home',
  noticeAsOfFuture: 'That day is still to come.',
  noticeAsOfBefore: 'On that day there was no version of the handbook yet.',
  noticeNoOwnVersion: 'You have no version of your own of this section.',
}
