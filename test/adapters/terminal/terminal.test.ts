/** A chat on the terminal: what is typed, what is shown, and what its numbers stand for. */
import { PassThrough } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { chat, choicesOf } from '../../../bot/adapters/terminal/terminal.ts'
import type { Bot } from '../../../bot/contract/ports.ts'
import type { Reply } from '../../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../../bot/contract/request.ts'
import { textsFor } from '../../../bot/contract/texts/texts.ts'
import { plainText } from '../../../bot/plain-text.ts'
import { aReply, everyReply } from '../../builders.ts'

const speaker: Speaker = {
  organisation: 'lindedam',
  person: 'terminal',
  conversation: 'terminal',
  shared: false,
  language: 'nl',
}

/** Types the lines into a chat whose bot always gives the same reply. */
async function chatOf(lines: readonly string[], reply: Reply) {
  const requests: Request[] = []
  const bot: Bot = async (request) => {
    requests.push(request)
    return reply
  }
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines.map((line) => `${line}\n`).join(''))
  await chat(bot, { input, output, speaker })
  output.end()
  return { requests, shown: await readAll(output) }
}

it('greets, then shows the reply to each line', async () => {
  const { requests, shown } = await chatOf(['mag ik thuis printen?', '  '], aReply('no-answer'))

  expect(requests).toEqual([
    { kind: 'joined', speaker },
    { kind: 'message', text: 'mag ik thuis printen?', speaker },
  ])
  expect(shown.match(/Dat weet ik niet/g)).toHaveLength(2)
})

it('takes a number for the choice that was printed, and any other for a message', async () => {
  const reply = aReply('suggestions')
  const { requests } = await chatOf(['2', '4', '5', '0', '-1'], reply)

  expect(requests.slice(1)).toEqual([
    {
      kind: 'action',
      action: { verb: 'show-section', sectionId: reply.sections[1]?.id },
      speaker,
    },
    { kind: 'action', action: { verb: 'none-of-these' }, speaker },
    { kind: 'message', text: '5', speaker },
    { kind: 'message', text: '0', speaker },
    { kind: 'message', text: '-1', speaker },
  ])
})

it('ends at "stop"', async () => {
  const { requests } = await chatOf(['stop', 'nog iets'], aReply('help'))

  expect(requests).toEqual([{ kind: 'joined', speaker }])
})

it.each(everyReply())('prints every number that can be typed after $kind', (reply) => {
  const shown = plainText(reply)
  const titles = titlesIn(reply)

  choicesOf(reply).forEach((action, index) => {
    if (action === undefined) return
    const name = titles.get(JSON.stringify(action))
    expect(name).toBeDefined()
    expect(shown).toMatch(new RegExp(`^ *${index + 1}\\. .*${escaped(name ?? '')}`, 'm'))
  })
})

it('reaches the whole section of an answer and of an incident', () => {
  const wholeSection = (sectionId: string) => ({ verb: 'show-section', sectionId })

  expect(choicesOf(aReply('answer'))[0]).toEqual(wholeSection('thuiswerken-printen'))
  expect(choicesOf(aReply('incident'))).toEqual([
    ...[undefined, undefined, undefined],
    wholeSection('incident-geklikt'),
  ])
})

/** The words that each choice must stand beside, by the choice as JSON. */
function titlesIn(reply: Reply): ReadonlyMap<string, string> {
  const show = ({ id, title }: { id: string; title: string }) =>
    [JSON.stringify({ verb: 'show-section', sectionId: id }), title] as const
  const texts = textsFor(reply.language)
  switch (reply.kind) {
    case 'answer':
      return new Map([
        show({ ...reply.section, title: texts.wholeSection }),
        ...reply.related.map(show),
      ])
    case 'suggestions':
      return new Map([
        ...reply.sections.map(show),
        [JSON.stringify({ verb: 'none-of-these' }), texts.noneOfThese],
      ])
    case 'incident':
      return new Map(reply.section ? [show(reply.section)] : [])
    case 'section':
      return new Map(reply.related.map(show))
    case 'chapter':
      return new Map(reply.sections.map(show))
    case 'chapters':
      return new Map(
        reply.chapters.map(({ number, title }) => [
          JSON.stringify({ verb: 'show-chapter', chapter: number }),
          title,
        ]),
      )
    case 'welcome':
      return new Map(
        reply.examples.map((question) => [JSON.stringify({ verb: 'ask', question }), question]),
      )
    default:
      return new Map()
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
