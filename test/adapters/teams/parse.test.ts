import { randomUUID } from 'node:crypto'
import { type Activity, passGate } from '../../../bot/adapters/teams/gate.ts'
import { parseActivity } from '../../../bot/adapters/teams/parse.ts'
import { readFixture } from '../../stand-ins/fixture.ts'
import { TENANT, WATERVEEN } from '../../stand-ins/teams.ts'

/** Through the gate, as in the bot. */
function activity(name: string, changes: object = {}): Activity {
  const result = passGate(
    { ...readFixture(name), ...changes },
    {
      organisations: [WATERVEEN],
      services: { hosts: ['smba.trafficmanager.net'], loopback: false },
      local: false,
    },
  )
  if (result.kind === 'refused') throw new Error(`${name}: ${result.reason}`)
  return result.activity
}

const parse = (name: string, changes?: object) => parseActivity(activity(name, changes), WATERVEEN)

it('knows who speaks, where and in which language', () => {
  expect(parse('message-personal').kind === 'message' && parse('message-personal')).toEqual({
    kind: 'message',
    text: 'mag ik een brief scannen met camscanner',
    speaker: {
      organisation: 'waterveen',
      platform: 'teams',
      name: 'Voorbeeld Medewerker',
      person: '7d1c0000-0000-4000-8000-000000000001',
      conversation: 'a:1sample-personal-chat',
      shared: false,
      language: 'nl',
    },
  })
})

it('knows a person by the Teams id when Entra has none', () => {
  expect(parse('message-personal', { from: { id: '29:guest' } })).toMatchObject({
    speaker: { person: '29:guest' },
  })
})

it.each([
  ['message-channel', 'mag een bezoeker zonder pas naar binnen?'],
  ['message-group', 'wie belt er bij een datalek, ?'],
])('reads %s without the mentions, as said where others read along', (name, text) => {
  expect(parse(name)).toMatchObject({ kind: 'message', text, speaker: { shared: true } })
})

it('stays silent in a channel where somebody else is mentioned', () => {
  const entities = [{ type: 'mention', mentioned: { id: '29:1sample-colleague' } }]

  expect(parse('message-channel', { entities })).toEqual({
    kind: 'unsupported',
    reason: 'bot-not-mentioned',
  })
})

it('reads a message with only a file as an empty one', () => {
  expect(parse('message-file-only')).toMatchObject({ kind: 'message', text: '' })
})

it.each(['invoke-show-section', 'message-submit'])('reads the button of %s', (name) => {
  expect(parse(name)).toMatchObject({
    kind: 'action',
    action: { verb: 'show-section', sectionId: 'thuiswerken-scan-apps' },
  })
})

it('reads what was filled in beside a button', () => {
  const filledIn = { verb: 'close-escalation', escalationId: randomUUID(), answer: 'Dubbel.' }
  const value = { action: { type: 'Action.Execute', verb: 'close-escalation', data: filledIn } }

  expect(parse('invoke-show-section', { value })).toMatchObject({ action: filledIn })
  expect(parse('message-submit', { value: filledIn })).toMatchObject({ action: filledIn })
})

it.each([
  ['19:channel@thread.tacv2', undefined, true],
  ['a:1sample', undefined, false],
  ['19:group', 'groupChat', true],
  ['19:odd', 'personal', false],
])('takes %s of type %s for shared: %s', (id, conversationType, shared) => {
  const conversation = { id, conversationType, tenantId: TENANT }

  expect(parse('installation-personal', { conversation })).toMatchObject({ speaker: { shared } })
})

it('takes the verb from the action when the payload has none', () => {
  const value = { action: { type: 'Action.Execute', verb: 'show-help' } }

  expect(parse('invoke-show-section', { value })).toMatchObject({ action: { verb: 'show-help' } })
})

it.each([
  ['an older card', readFixture('invoke-old-card')['value']],
  ['a payload that was changed', { action: { verb: 'show-section', data: { sectionId: ['x'] } } }],
  ['a payload that is a list', { action: { verb: 'show-section', data: ['x'] } }],
  ['no action', {}],
  ['no value', undefined],
])('knows a button it cannot read: %s', (_name, value) => {
  expect(parse('invoke-show-section', { value })).toMatchObject({ kind: 'unknown-action' })
})

it.each(['installation-personal', 'conversation-update-bot-added'])(
  'sees in %s that it joined',
  (name) => {
    expect(parse(name)).toMatchObject({ kind: 'joined', speaker: { language: 'nl' } })
  },
)

it.each([
  ['conversation-update-member-added', {}, 'bot-not-added'],
  ['installation-personal', { action: 'remove' }, 'bot-not-added'],
  ['installation-personal', { action: 'add-upgrade' }, 'bot-not-added'],
  ['reaction', {}, 'other-type'],
  ['message-personal', { type: 'typing' }, 'other-type'],
  ['invoke-other', {}, 'other-invoke'],
])('has nothing to say to %s %j', (name, changes, reason) => {
  expect(parse(name, changes)).toEqual({ kind: 'unsupported', reason })
})

describe('language', () => {
  it.each([
    ['nl-NL', 'nl'],
    ['en-US', 'en'],
    ['EN', 'en'],
    ['de-DE', 'nl'],
    ['', 'nl'],
    [undefined, 'nl'],
  ])('of %s is %s', (locale, language) => {
    expect(parse('message-personal', { locale })).toMatchObject({ speaker: { language } })
  })

  it('is the first of the organisation when it does not have that of the client', () => {
    const onlyDutch = { ...WATERVEEN, languages: ['nl' as const] }

    expect(
      parseActivity(activity('message-personal', { locale: 'en-GB' }), onlyDutch),
    ).toMatchObject({ speaker: { language: 'nl' } })
  })
})
