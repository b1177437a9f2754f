/** What the log holds after everything went wrong (S13): no word, name or token of anybody. */
import type { Bot } from '../../../bot/bot.ts'
import { createLog, describeError } from '../../../bot/web/log.ts'
import { createMetrics } from '../../../bot/web/metrics.ts'
import { forService, shrug, startTeams, type TeamsRig } from '../../stand-ins/teams.ts'

const lines: string[] = []
const log = createLog('debug', { write: (line: string) => void lines.push(line) })
const metrics = createMetrics(log)

/** Breaks as libraries do: with what it was given in the message. */
const reply: Bot['reply'] = async (request, stores) => {
  if (request.kind === 'message' && request.text.includes('kapot'))
    throw new TypeError(`cannot read "${request.text}" of ${JSON.stringify(request.speaker)}`)
  return shrug(request, stores)
}

let teams: TeamsRig

beforeAll(async () => {
  teams = await startTeams({
    reply,
    observe: metrics.observe,
    teams: { onDropped: metrics.onDropped },
    web: { onBroken: (error) => log('error', 'broken', describeError(error)) },
  })
})
afterAll(() => teams.close())

it('tells what happened in kinds and ids only', async () => {
  const from = { id: '29:kanarie', name: 'Kanarie van Dijk', aadObjectId: 'kanarie-aad' }
  const say = (text: string) => teams.activity('message-personal', { text, from })
  const forged = await teams.identity.sign({
    ...forService(teams.connector),
    key: teams.identity.strangersKey,
  })

  await teams.post(say('kanarie: mag dit?'))
  await teams.post(say('kanarie: maak eens iets kapot'))
  await teams.post(say('kanarie onder een valse naam'), forged)
  await teams.post({ ...say('kanarie'), type: 'kanarie\nlevel: 50' })
  await teams.post({ ...say('kanarie'), channelData: { tenant: { id: 'kanarie' } } })
  teams.connector.refuseNext(403, 412)
  await teams.post(say('kanarie aan een gesprek dat weg is'))
  await teams.post(say('kanarie die niet aankomt'))

  const events = lines.map((line) => JSON.parse(line))
  expect(events).toMatchObject([
    { event: 'delivery-tried', kind: 'answer', state: 'sent' },
    { event: 'failed', reference: '3f9a00', error: 'TypeError', at: expect.any(String) },
    { event: 'delivery-tried', kind: 'answer', state: 'sent' },
    { event: 'dropped', reason: 'bad-token' },
    { event: 'dropped', reason: 'not-an-activity' },
    { event: 'dropped', reason: 'tenant-not-allowed' },
    { event: 'delivery-tried', state: 'rejected', reason: 'http-403' },
    { event: 'delivery-tried', state: 'again', reason: 'http-412' },
  ])
  expect(lines.join('')).not.toMatch(/kanarie|van Dijk|mag dit|eyJ|Bearer|token of/i)
  expect(await metrics.text()).not.toMatch(/kanarie/i)
})
