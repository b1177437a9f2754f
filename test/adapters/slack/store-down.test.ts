/** The store is away: first aid is told from memory at once, and nobody is told that something was kept. */

import type { Storage } from '../../../bot/storage/storage.ts'
import { StorageError } from '../../../bot/storage/storage-error.ts'
import { anEmptyStorage } from '../../stand-ins/storage.ts'
import { aSlowStore } from './a-slow-store.ts'
import { ALGEMEEN, aWorkspace, last, saidTo, type Workspace, wordsOf } from './a-workspace.ts'

const HELP = 'help mijn laptop is gestolen'

let inner: Storage
let isDown: boolean
let workspace: Workspace

beforeEach(async () => {
  inner = await anEmptyStorage()
  isDown = false
  const transaction: Storage['transaction'] = async (work) => {
    if (isDown) throw new StorageError('SQLITE_BUSY')
    return inner.transaction(work)
  }
  workspace = await aWorkspace({ storage: { ...inner, transaction } })
})
afterEach(async () => {
  await workspace.close()
  await inner.close()
})
const said = (user = 'U0JAN') => saidTo(workspace, user)

it('tells first aid in the chat, once, also when Slack delivers it again', async () => {
  isDown = true
  const ack = await workspace.slack.dm('U0JAN', HELP)
  await workspace.slack.repeatLastEvent()
  isDown = false
  await workspace.slack.repeatLastEvent()
  await workspace.settle()

  expect(ack).toMatchObject({ status: 200, retryNum: 0 })
  expect(said().map(wordsOf)).toEqual([expect.stringMatching(/Bel het meldpunt/)])
  expect(workspace.seen.failures).toMatchObject([{ error: { code: 'SQLITE_BUSY' } }])
})

it('tells first aid in a channel to the asker only, in the thread it was asked in', async () => {
  const before = workspace.slack.write('U0MARIT', ALGEMEEN, 'Goedemorgen')
  isDown = true
  await workspace.slack.mention('U0JAN', ALGEMEEN, HELP, { thread_ts: before.ts })

  expect(said()).toMatchObject([{ channel: ALGEMEEN, ephemeralFor: 'U0JAN', threadTs: before.ts }])
  expect(said('U0MARIT')).toEqual([])
})

it('tells first aid in the answer to a command', async () => {
  isDown = true
  await workspace.slack.command('U0JAN', 'C0ZONDER', HELP)

  expect(wordsOf(last(said()))).toMatch(/Bel het meldpunt/)
})

it('says of what somebody sent that it was not kept, beside what they filled in', async () => {
  await workspace.slack.dm('U0JAN', HELP)
  await workspace.settle()
  await workspace.slack.press('U0JAN', last(said()), 'report-incident')
  await workspace.settle()
  isDown = true
  const filled = {
    what: 'Laptop weg',
    when: 'net',
    devices: 'laptop',
    personalData: 'yes',
    callBack: '06',
  }
  const ack = await workspace.slack.submit('U0JAN', filled)

  expect(ack).toMatchObject({ status: 200, problems: [], body: { response_action: 'errors' } })
  const view = workspace.slack.viewOf('U0JAN')
  expect(Object.values(view?.errors ?? {}).join(' ')).toMatch(/niets bewaren of versturen/)

  isDown = false
  await workspace.slack.submit('U0JAN', filled)
  expect(wordsOf(workspace.slack.viewOf('U0JAN'))).toMatch(/I-\d{4}-0001/)
})

it('says of a pressed button that it was not kept, and leaves the message as it is', async () => {
  await workspace.slack.dm('U0JAN', 'kan ik ff iets printen thuis')
  await workspace.settle()
  const before = wordsOf(last(said()))
  isDown = true
  const ack = await workspace.slack.press('U0JAN', last(said()), 'Nee')
  const remark = await workspace.slack.waitFor(() =>
    said().find(({ ephemeralFor }) => ephemeralFor),
  )

  expect(ack.status).toBe(200)
  expect(wordsOf(said()[0])).toBe(before)
  expect(wordsOf(remark)).toMatch(/niets bewaren of versturen/)
})

it('gives up on a store that hangs, and tells first aid within what Slack waits for', async () => {
  const slow = aSlowStore(inner)
  const hanging = await aWorkspace({ storage: slow.storage, patienceMs: 100 })
  const begin = slow.holdBegins()
  const ack = await hanging.slack.dm('U0JAN', HELP)
  begin()
  await hanging.settle()

  expect(ack).toMatchObject({ status: 200, retryNum: 0 })
  expect(ack.tookMs).toBeLessThan(1_000)
  expect(saidTo(hanging, 'U0JAN')).toHaveLength(1)
  await hanging.close()
})

it('shows in the Home tab how to report, also then', async () => {
  isDown = true
  await workspace.slack.openHome('U0JAN')
  const home = await workspace.slack.waitFor(() => workspace.slack.homeOf('U0JAN'))

  expect(wordsOf(home)).toMatch(/088-000 0199/)
})
