/**
 * Echo bot: what a developer has after the first page of the Bot Framework's manual.
 *
 * Run by itself it listens like our bot in local mode, for comparing how the two start.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { BotFrameworkAuthentication } from 'botframework-connector'
import restify from 'restify'

const CARD = 'application/vnd.microsoft.card.adaptive'

/** @returns the port it listens on. */
export function startEchoBot(
  authentication: BotFrameworkAuthentication,
  cardBytes: number,
): Promise<number> {
  const adapter = new CloudAdapter(authentication)
  const server = restify.createServer()
  server.use(restify.plugins.bodyParser())
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request, response, async (context) => {
      await context.sendActivity({
        type: 'message',
        attachments: [{ contentType: CARD, content: cardOf(context.activity.text, cardBytes) }],
      })
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port))
  })
}

/** Text blocks of a sentence each, as a real card has, until the size is reached. */
function cardOf(text: string, bytes: number) {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [textBlock(text)] }
  let left = bytes - Buffer.byteLength(JSON.stringify(card))
  while (left > EMPTY_BLOCK_BYTES) {
    const block = textBlock('x'.repeat(Math.min(SENTENCE, left - EMPTY_BLOCK_BYTES)))
    card.body.push(block)
    left -= JSON.stringify(block).length + 1 // and a comma
  }
  return card
}

const SENTENCE = 100
const textBlock = (text: string) => ({ type: 'TextBlock', text, wrap: true })
const EMPTY_BLOCK_BYTES = JSON.stringify(textBlock('')).length + 1

if (import.meta.main) {
  const port = await startEchoBot(new ConfigurationBotFrameworkAuthentication({}), 1_000)
  console.log(`Echo listens on http://127.0.0.1:${port}`)
}
