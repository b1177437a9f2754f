/**
 * Plain rules: for a message that asks nothing and supposes nothing, which mostly is a report.
 *
 * They come after the other rules and want less company.
 */
import { AMISS, RISKY, type Rule } from './rules.ts'

export const PLAIN_RULES: readonly Rule[] = [
  {
    kind: 'lost-or-stolen',
    event: ['lost', 'stolen', 'left'],
    with: ['portable'],
    unless: ['login-lost', 'indoors'],
  },
  {
    kind: 'clicked-link',
    event: ['clicked', 'pressed', 'opened', 'installed', 'logged-in'],
    with: [
      ['lure', 'link', 'attachment'],
      [...AMISS, 'turn'],
    ],
    unless: ['legit'],
  },
  {
    kind: 'entered-credentials',
    event: ['entered', 'gave'],
    with: [['credentials', 'lure'], [...AMISS]],
    unless: ['wrong-password', 'legit'],
  },
  {
    kind: 'payment-fraud',
    event: ['paid', 'changed'],
    with: ['money', [...AMISS, 'turn']],
  },
  {
    kind: 'wrong-recipient',
    event: ['sent', 'put'],
    with: ['personal', [...AMISS, 'turn', 'outsiders', 'group-chat']],
  },
  {
    kind: 'unexpected-login',
    event: ['get-prompt', 'approved', 'keeps-coming'],
    with: ['prompt', ['someone-else', 'not-mine', 'not-done']],
  },
  {
    kind: 'malware',
    event: ['odd-screen', 'by-itself', 'virus', 'popup'],
    with: ['machine', RISKY],
  },
  {
    kind: 'wrong-recipient',
    event: 'received',
    with: [
      ['data', 'lure'],
      ['other-person', 'wrong'],
    ],
  },
  { kind: 'intruder', event: 'stranger', with: ['building', 'walks'] },
  {
    kind: 'general',
    event: [
      'exposed',
      'published',
      'leaked',
      'vanished',
      'paper-found',
      'deleted',
      'hacked',
      'looked',
    ],
    with: ['personal', AMISS],
  },
  {
    kind: 'intruder',
    event: 'stranger',
    with: ['building'],
    near: true,
    unless: ['lure'],
  },
  {
    kind: 'wrong-recipient',
    event: ['wrong', 'other-person'],
    with: [
      ['personal', 'lure'],
      ['sent', 'received', 'put', 'gave'],
    ],
  },
  {
    kind: 'fake-caller',
    event: ['claims', 'remote', 'gave'],
    with: ['caller', ['remote', 'credentials', 'personal', 'machine']],
  },
  {
    kind: 'ai-leak',
    event: ['personal', 'ai-used'],
    with: ['ai-tool', 'personal', ['put', 'ai-used']],
  },
  {
    kind: 'general',
    event: 'strange-device',
    with: [['suspicion', 'paper-found', 'found']],
    near: true,
  },
]
