/** Human slots: where words of employees, the CISO and a handbook stand on the cards of the human loop. */
import type { HumanAnswer, Reply } from '../../bot/contract/reply.ts'
import {
  aHit,
  aMyQuestion,
  anEscalationView,
  anIncidentReport,
  anOrganisation,
  aReply,
  aSection,
  aSource,
} from '../builders.ts'

const textAnswer = (text: string): HumanAnswer => ({ kind: 'text', text })
const reasonAnswer = (reason: string): HumanAnswer => ({ kind: 'reason', reason })
const sectionAnswer = (title: string): HumanAnswer => ({
  kind: 'section',
  section: aHit({ title }),
  lead: aSection().shortAnswer,
  source: aSource(),
})

export const HUMAN_SLOTS: Readonly<Record<string, (text: string) => Reply>> = {
  'title of a rated section': (title) => aReply('rating-reasons', { section: aHit({ title }) }),
  'question filled in on a form': (question) => aReply('human-form', { question }),
  'section that a form is about': (title) => aReply('human-form', { section: aHit({ title }) }),
  'question that was sent': (question) => aReply('escalated', { question }),
  'name of the CISO where nobody answers': (name) =>
    aReply('nobody-to-ask', {
      organisation: anOrganisation({ ciso: { name, email: 'ciso@lindedam.example' } }),
    }),
  'question of mine': (question) =>
    aReply('my-questions', { questions: [aMyQuestion({ question })] }),
  'answer to a question of mine': (text) =>
    aReply('my-questions', { questions: [aMyQuestion({ answer: textAnswer(text) })] }),
  'reason in a list of mine': (text) =>
    aReply('my-questions', { questions: [aMyQuestion({ answer: reasonAnswer(text) })] }),
  'section in a list of mine': (title) =>
    aReply('my-questions', { questions: [aMyQuestion({ answer: sectionAnswer(title) })] }),
  'question to the CISO': (question) =>
    aReply('escalation', { escalation: anEscalationView({ question }) }),
  'name of the asker': (asker) => aReply('escalation', { escalation: anEscalationView({ asker }) }),
  'section that did not help': (title) =>
    aReply('escalation', { escalation: anEscalationView({ about: aHit({ title }) }) }),
  'section to choose': (title) => aReply('escalation', { sections: [aHit({ title })] }),
  'draft of an answer': (draft) => aReply('escalation', { draft }),
  'question that was handled': (question) =>
    aReply('escalation-handled', { escalation: anEscalationView({ question }) }),
  'answer that was given': (text) => aReply('escalation-handled', { answer: textAnswer(text) }),
  'reason that was given': (text) => aReply('escalation-handled', { answer: reasonAnswer(text) }),
  'open question': (question) =>
    aReply('open-questions', { questions: [anEscalationView({ question })] }),
  'asker of an open question': (asker) =>
    aReply('open-questions', { questions: [anEscalationView({ asker })] }),
  'question that is answered': (question) => aReply('human-answer', { question }),
  'answer of the CISO': (text) => aReply('human-answer', { answer: textAnswer(text) }),
  'reason of the CISO': (text) => aReply('human-answer', { answer: reasonAnswer(text) }),
  'section as the answer': (title) => aReply('human-answer', { answer: sectionAnswer(title) }),
  'what happened': (what) => aReply('incident-alert', { report: anIncidentReport({ what }) }),
  'when it happened': (when) => aReply('incident-alert', { report: anIncidentReport({ when }) }),
  'devices of an incident': (devices) =>
    aReply('incident-alert', { report: anIncidentReport({ devices }) }),
  'number to call back': (callBack) =>
    aReply('incident-alert', { report: anIncidentReport({ callBack }) }),
  'name of the reporter': (reporter) =>
    aReply('incident-alert', { report: anIncidentReport({ reporter }) }),
  'question of a gap': (question) =>
    aReply('gaps', { groups: [{ question, times: 3, people: 3 }] }),
  'section of a gap': (title) =>
    aReply('gaps', {
      groups: [{ question: 'Mag dat?', times: 3, people: 3, section: aHit({ title }) }],
    }),
  'title of a chapter with a route': (title) =>
    aReply('route-set', { topic: { kind: 'chapter', number: 5, title } }),
}
