/** Socket Mode of the stand-in of Slack, with Slack's own client. */
import bolt from '@slack/bolt'
import { quietLogger, startTryOut, type TryOut } from './stand-ins/slack/try-out.ts'
import type { SlackOptions } from './stand-ins/slack/types.ts'

let world: TryOut
let disconnect: (() => Promise<void>) | undefined
const start = async (options?: SlackOptions): Promise<TryOut> => {
  world = await startTryOut(options)
  return world
}
afterEach(async () => {
  await disconnect?.()
  disconnect = undefined
  await world.close()
})

describe('Socket Mode', () => {
  const connect = async ({ slack }: TryOut) => {
    const { client } = new bolt.SocketModeReceiver({
      appToken: slack.appToken,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
      clientPingTimeout: 20,
      logger: quietLogger,
    })
    disconnect = () => client.disconnect()
    await client.start()
    return client
  }

  it('waits for the acknowledgement, and takes an answer in it', async () => {
    const { slack } = await start()
    const socket = await connect(world)
    socket.on('slash_commands', async ({ ack }) => ack({ text: 'Over de lijn' }))

    const ack = await slack.command('U0JAN', 'C0ALGEMEEN', 'wachtwoord')

    expect(ack).toMatchObject({ via: 'socket', status: 200 })
    expect(slack.seenBy('U0JAN').map(({ text }) => text)).toEqual(['Over de lijn'])
  })

  it('brings an event that was not acknowledged again, over the next connection', async () => {
    const { slack } = await start({ patienceMs: 100 })
    const socket = await connect(world)
    const tries: number[] = []
    socket.on('slack_event', async ({ ack, retry_num }) => {
      tries.push(retry_num)
      if (retry_num === 0) slack.refreshSockets()
      else await ack()
    })

    const ack = await slack.dm('U0JAN', 'x'.repeat(70_000))

    expect(ack).toMatchObject({ via: 'socket', status: 200, retryNum: 1 })
    expect(tries).toEqual([0, 1])
    expect(slack.calls('apps.connections.open').length).toBe(2)
  })
})
