import fc from 'fast-check'
import { type GateRules, passGate } from '../../../bot/adapters/teams/gate.ts'
import { readFixture } from '../../stand-ins/fixture.ts'
import { TENANT, WATERVEEN } from '../../stand-ins/teams.ts'

const rules: GateRules = {
  organisations: [WATERVEEN],
  services: { hosts: ['smba.trafficmanager.net'], loopback: false },
  local: false,
}
const message = (changes: object = {}) => ({ ...readFixture('message-personal'), ...changes })
const nested = (levels: number): unknown => (levels === 0 ? 'end' : { in: nested(levels - 1) })

it.each([
  'message-personal',
  'message-channel',
  'message-group',
  'message-submit',
  'message-file-only',
  'invoke-show-section',
  'invoke-old-card',
  'invoke-other',
  'installation-personal',
  'conversation-update-bot-added',
  'conversation-update-member-added',
  'reaction',
])('lets %s pass for the organisation of its tenant', (name) => {
  expect(passGate(readFixture(name), rules)).toMatchObject({
    kind: 'passed',
    organisation: { id: 'waterveen' },
  })
})

it('keeps no time zone, name of the bot or other field that nothing reads', () => {
  const passed = JSON.stringify(passGate(message(), { ...rules, organisations: [WATERVEEN] }))

  expect(passed).toContain('mag ik een brief scannen')
  expect(passed).not.toMatch(/"Vraagbaak"|localTimezone|clientInfo|text\/html/)
})

it.each([
  ['Voorbeeld Medewerker', 'Voorbeeld Medewerker'],
  ['<b>Jan</b>\u202e\u0000  de Vries', 'Jan de Vries'],
  ['x'.repeat(201), undefined],
  [7, undefined],
  [undefined, undefined],
])('takes from %j no more than a name', (name, kept) => {
  const passed = passGate(message({ from: { id: '29:1', name } }), rules)

  expect(passed).toMatchObject({ kind: 'passed', activity: { from: { id: '29:1' } } })
  expect(passed.kind === 'passed' && passed.activity.from.name).toBe(kept)
})

it.each<readonly [name: string, body: unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['text', 'hoi'],
  ['an empty object', {}],
  ['no type', message({ type: undefined })],
  ['no id', message({ id: undefined })],
  ['an id with a line break', message({ id: '1\r\nX-Header: 1' })],
  ['an id with half a character', message({ id: '\ud800' })],
  ['an id that is a path', message({ conversation: { id: '..' } })],
  ['an endless id', message({ id: '1'.repeat(501) })],
  ['no sender', message({ from: undefined })],
  ['no conversation', message({ conversation: undefined })],
  ['text that is no text', message({ text: { toString: 'hoi' } })],
  ['the members of a whole town', message({ membersAdded: Array(101).fill({ id: '29:1' }) })],
])('refuses %s', (_name, body) => {
  expect(passGate(body, rules)).toMatchObject({ kind: 'refused', status: 400 })
})

it('looks twenty levels deep and no deeper', () => {
  expect(passGate(message({ value: nested(19) }), rules).kind).toBe('passed')
  expect(passGate(message({ value: nested(20) }), rules)).toMatchObject({ reason: 'too-deep' })
})

it('does not let a body change what all objects have', () => {
  const body = JSON.parse(`{"__proto__": {"tenants": ["x"]}, "constructor": {"prototype": {}}}`)

  passGate({ ...message(), ...body, value: body }, rules)

  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { tenants?: unknown }).tenants).toBeUndefined()
})

it('serves each organisation its own tenants', () => {
  const other = { ...WATERVEEN, id: 'duinrand', tenants: ['99999999-2222-4333-8444-555555555555'] }
  const result = passGate(message(), { ...rules, organisations: [other, WATERVEEN] })

  expect(result).toMatchObject({ organisation: { id: 'waterveen', tenants: [TENANT] } })
})

it('asks for no tenant on this machine only', () => {
  const body = message({ channelData: undefined, conversation: { id: 'a:1' } })

  expect(passGate(body, { ...rules, local: true })).toMatchObject({ kind: 'passed' })
  expect(passGate(body, rules)).toMatchObject({ reason: 'tenant-not-allowed' })
})

it('never throws, whatever the body', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(passGate(body, rules).kind).toBe('refused')
    }),
    { seed: 20261122, numRuns: 500 },
  )
})
