/** Rules of triage: which words together make which kind of incident, the most specific kind first. */
import type { IncidentKind } from '../handbook.ts'
import type { Concept } from './words.ts'

export type Rule = Readonly<{
  kind: IncidentKind
  /** What happened: told as a fact and not denied. */
  event: Concept | readonly Concept[]
  /** Each of these must be somewhere in the message; within a list one is enough. */
  with: readonly (Concept | readonly Concept[])[]
  /** The first of `with` must stand in the same clause as the event. */
  near?: true
  /** Makes it something else. */
  unless?: readonly Concept[]
}>

const STRANGE = ['suspicion', 'regret'] as const
const ASTRAY = ['wrong', 'other-person', 'regret'] as const
export const RISKY = [...STRANGE, 'now'] as const
/** Anything that shows that it should not have happened. */
export const AMISS = ['suspicion', 'regret', 'wrong', 'fraud', 'other-person', 'not-mine'] as const

/** One of these must be told in a message that also asks something: else it asks how things work. */
export const ALARMING: readonly Concept[] = [
  ...AMISS,
  'now',
  'stolen',
  'lost',
  'left',
  'ransom',
  'encrypted',
  'by-itself',
  'fell-for',
  'clicked',
  'deleted',
  'unlocked',
  'reads-along',
  'tailgate',
  'stranger',
  'leaked',
  'address-field',
  'exposed',
]

export const RULES: readonly Rule[] = [
  // Ransomware first: it may follow on any of the others.
  {
    kind: 'malware',
    event: 'encrypted',
    with: ['files'],
    near: true,
    unless: ['lost', 'permission'],
  },
  {
    kind: 'malware',
    event: 'ransom',
    with: [['machine', 'files', 'encrypted', 'get-prompt', 'data']],
  },
  { kind: 'malware', event: 'odd-files', with: ['files'], near: true },
  { kind: 'malware', event: 'plugged', with: ['stick', ['stranger-stick', ...STRANGE]] },

  {
    kind: 'fake-caller',
    event: 'gave',
    with: [['credentials', 'data'], 'caller', ['claims', 'doubt', ...STRANGE, 'now']],
  },
  {
    kind: 'fake-caller',
    event: 'gave',
    with: [['credentials', 'data'], 'claims'],
    unless: ['ai-tool'],
  },
  {
    kind: 'fake-caller',
    event: ['remote', 'installed'],
    with: ['caller', ['claims', 'doubt', 'asks', ...RISKY]],
    unless: ['reads-along'],
  },
  { kind: 'fake-caller', event: 'installed', with: ['remote'] },
  {
    kind: 'fake-caller',
    event: 'caller',
    with: ['claims', 'asks', ['credentials', 'remote', 'money', 'data'], ['now', 'suspicion']],
  },

  {
    kind: 'entered-credentials',
    event: 'entered',
    with: ['credentials', ['lure', ...STRANGE]],
    unless: ['wrong-password', 'ai-tool', 'legit'],
  },
  {
    kind: 'entered-credentials',
    event: 'gave',
    with: ['credentials', AMISS],
    unless: ['ai-tool', 'legit', 'other-person'],
  },
  {
    kind: 'entered-credentials',
    event: 'logged-in',
    with: [['lure', 'clicked', 'link'], STRANGE],
    unless: ['someone-in'],
  },

  {
    kind: 'payment-fraud',
    event: ['paid', 'changed'],
    with: ['money', ['fraud', 'wrong', ...STRANGE]],
  },

  {
    kind: 'ai-leak',
    event: ['put', 'sent', 'entered', 'gave'],
    with: ['ai-tool', ['data', 'regret']],
  },
  { kind: 'ai-leak', event: 'ai-used', with: ['ai-tool', 'personal'] },
  { kind: 'ai-leak', event: 'recorded', with: ['notetaker', 'secretly'] },

  {
    kind: 'visible-recipients',
    event: ['sent', 'put', 'found'],
    with: ['address-field', ['many-people', ...ASTRAY]],
    near: true,
  },
  { kind: 'visible-recipients', event: 'bcc-forgotten', with: [] },
  { kind: 'visible-recipients', event: 'each-other', with: ['mailing'] },

  {
    kind: 'general',
    event: 'paper-found',
    with: [['data', 'exposed-what'], 'open-place'],
    near: true,
    unless: ['lost', 'left'],
  },
  { kind: 'general', event: 'vanished', with: ['data', 'irretrievable'] },
  { kind: 'general', event: 'not-logged-out', with: ['machine'] },
  { kind: 'lost-or-stolen', event: 'stolen', with: ['portable'] },
  { kind: 'lost-or-stolen', event: 'lost', with: ['portable'], near: true, unless: ['login-lost'] },
  {
    kind: 'lost-or-stolen',
    event: 'left',
    with: ['portable', 'outside'],
    near: true,
    unless: ['indoors'],
  },
  {
    kind: 'lost-or-stolen',
    event: 'broken-in',
    with: [['portable', 'outside', 'indoors', 'building', 'my-things']],
    unless: ['my-account'],
  },

  {
    kind: 'unexpected-login',
    event: 'get-prompt',
    with: ['prompt', 'not-mine'],
    unless: ['clicked'],
  },
  { kind: 'unexpected-login', event: 'keeps-coming', with: ['prompt'], near: true },
  {
    kind: 'unexpected-login',
    event: 'approved',
    with: ['prompt', [...AMISS, 'keeps-coming', 'caller']],
  },
  {
    kind: 'unexpected-login',
    event: 'someone-in',
    with: [['someone-else', 'not-mine'], 'my-account'],
  },
  {
    kind: 'unexpected-login',
    event: 'account-change',
    with: ['not-done'],
    unless: ['in-my-name', 'mail-rule', 'clicked'],
  },

  { kind: 'malware', event: 'by-itself', with: ['machine'], near: true },
  {
    kind: 'malware',
    event: 'virus',
    with: [['popup', 'my-things', 'get-prompt', 'machine']],
    near: true,
  },
  { kind: 'malware', event: 'popup', with: [['virus', 'call-number', 'ransom']] },

  { kind: 'clicked-link', event: ['fell-for', 'enabled'], with: [] },
  {
    kind: 'clicked-link',
    event: 'clicked',
    with: [['link', 'lure', 'attachment', ...STRANGE]],
    unless: ['legit'],
  },
  { kind: 'clicked-link', event: 'clicked', with: ['suspicion'] },
  {
    kind: 'clicked-link',
    event: ['pressed', 'entered'],
    with: ['lure', STRANGE],
    unless: ['group-chat'],
  },
  { kind: 'clicked-link', event: 'opened', with: [['attachment', 'lure'], RISKY] },
  { kind: 'malware', event: 'installed', with: [STRANGE] },
  { kind: 'malware', event: 'odd-screen', with: ['machine', ['now', 'get-prompt']], near: true },

  { kind: 'general', event: ['in-my-name', 'mail-rule'], with: ['not-by-me'] },
  { kind: 'general', event: 'not-by-me', with: [['mail-rule', 'in-my-name']] },
  { kind: 'wrong-recipient', event: 'sent', with: [ASTRAY] },
  { kind: 'wrong-recipient', event: ['put', 'gave'], with: [['data', 'group-chat'], ASTRAY] },
  { kind: 'wrong-recipient', event: 'put', with: ['group-chat', 'data'] },
  {
    kind: 'wrong-recipient',
    event: 'sent',
    with: ['personal', ['outsiders', 'deleted']],
    near: true,
  },
  { kind: 'wrong-recipient', event: 'received', with: ['data', 'other-person'], near: true },

  { kind: 'intruder', event: 'walks', with: ['building', 'stranger'] },
  { kind: 'intruder', event: 'tailgate', with: [] },

  { kind: 'general', event: 'reads-along', with: [] },
  { kind: 'general', event: 'walks', with: ['meeting-guest', 'stranger'] },
  { kind: 'general', event: 'hacked', with: ['my-things'], near: true, unless: ['legit'] },
  { kind: 'general', event: 'unlocked', with: ['lockable'], near: true },
  { kind: 'general', event: 'leaked', with: ['caused'], near: true },
  { kind: 'general', event: 'exposed', with: ['exposed-what'] },
  { kind: 'general', event: 'published', with: ['personal', ['found', ...AMISS]], near: true },
  { kind: 'general', event: 'deleted', with: [['mistake', 'irretrievable'], 'data'] },
  { kind: 'general', event: 'looked', with: ['register', 'snooping', 'colleague'] },
  { kind: 'general', event: 'gave', with: ['data', ['secret-setting', ...AMISS]], near: true },
  {
    kind: 'general',
    event: 'put',
    with: ['open-place', ['personal', 'data', 'wrong']],
    near: true,
  },
  { kind: 'general', event: 'used-by-others', with: ['other-user'], near: true },
  { kind: 'general', event: 'strange-device', with: ['suspicion', ['found', 'walks']], near: true },
  {
    kind: 'general',
    event: 'mistake',
    with: [['data', 'portable', 'credentials', 'link', 'machine']],
    near: true,
  },
]
