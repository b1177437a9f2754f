/** How replies look in Slack: what matters is first, said once, and can be reached by anybody. */

import type { Element } from '../../../../adaptive-cards/elements.ts'
import { renderHome } from '../../../../bot/adapters/slack/blocks/home.ts'
import { join } from '../../../../bot/adapters/slack/blocks/join.ts'
import { renderMessage } from '../../../../bot/adapters/slack/blocks/message.ts'
import { renderView } from '../../../../bot/adapters/slack/blocks/view.ts'
import { walk } from '../../../../bot/adapters/slack/blocks/walk.ts'
import { parseAction } from '../../../../bot/contract/action.ts'
import { aHit, anOrganisation, aReply, richTextOf } from '../../../builders.ts'
import { aPollResult, aQuestionResult } from '../../../poll-builders.ts'
import { checkView } from '../../../stand-ins/slack/check-view.ts'
import { NAMED_REPLIES, objectsIn, ofType } from './replies.ts'

const typesOf = (blocks: readonly { type: string }[]): readonly string[] =>
  blocks.map(({ type }) => type)

const wordsIn = (value: unknown): string =>
  objectsIn(value)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('\n')

describe('a message', () => {
  it('shows the telephone number of the desk large and before anything to press', () => {
    const { blocks } = renderMessage(aReply('incident'))
    const headers = ofType(blocks, 'header').map(wordsIn)

    expect(headers).toEqual(['Meld dit nu', 'Bel 088-000 0199'])
    expect(typesOf(blocks).indexOf('actions')).toBeGreaterThan(1)
  })

  it('numbers steps as a list', () => {
    const [list] = ofType(renderMessage(aReply('incident')).blocks, 'rich_text_list')

    expect(list).toMatchObject({ style: 'ordered' })
    expect(wordsIn(list)).toBe('Zet wifi uit.\nBel het meldpunt.\nNoteer hoe laat het was.')
  })

  it('keeps the numbers of a list that does not begin at one', () => {
    const { blocks } = renderMessage(
      aReply('section', { content: richTextOf('3. derde\n4. vierde') }),
    )

    expect(ofType(blocks, 'rich_text_list')).toEqual([])
    expect(wordsIn(blocks)).toMatch(/3\. \nderde[\s\S]*4\. \nvierde/)
  })

  it('has one header, and says others in bold', () => {
    for (const { reply } of NAMED_REPLIES) {
      const { blocks } = renderMessage(reply)
      const large = reply.kind === 'incident' || reply.kind === 'crisis-sheet' ? 2 : 1
      expect(ofType(blocks, 'header').length).toBeLessThanOrEqual(large)
    }
  })

  it('leads to a page with a button, and says where it is when that has no https', () => {
    const at = (url: string) => renderMessage(aReply('results-link', { url })).blocks
    const [near, far] = [at('http://127.0.0.1:3978/results'), at('https://bot.example/results')]

    expect(wordsIn(near)).toContain('http://127.0.0.1:3978/results')
    expect(ofType(near, 'link')).toEqual([])
    expect(ofType(far, 'button')).toContainEqual(
      expect.objectContaining({ url: 'https://bot.example/results' }),
    )
  })

  it('gives buttons that say the same a name of their own', () => {
    for (const { reply } of NAMED_REPLIES) {
      const read = ofType(renderMessage(reply).blocks, 'section').map(({ accessory }) => accessory)
      for (const button of read) expect(button).toHaveProperty('accessibility_label')
    }
  })

  it('shows what somebody typed as a quote', () => {
    const question = 'Mag ik *dit*?'
    const { blocks } = renderMessage(aReply('human-answer', { question }))

    expect(wordsIn(ofType(blocks, 'rich_text_quote'))).toBe(question)
  })

  it('offers what a text links to once, below it', () => {
    const content = richTextOf('Lees [dit](#een) en [nog eens](#een) en [dat](#twee).\n\nEinde.')
    const { blocks } = renderMessage(aReply('section', { content, related: [] }))
    const row = blocks.find(({ type }) => type === 'actions')

    expect(ofType(row, 'button').map(wordsIn)).toEqual(['Lees: nog eens', 'Lees: dat'])
    expect(typesOf(blocks).indexOf('actions')).toBeGreaterThan(typesOf(blocks).indexOf('rich_text'))
  })

  it('shows one table as a table and the next one as text', () => {
    const table = '| Wat | Mag |\n|---|---|\n| Brief | Ja |\n'
    const content = richTextOf(`${table}\n\nEn:\n\n${table.replace('Brief', 'Foto')}`)
    const { blocks } = renderMessage(aReply('section', { content }))

    expect(ofType(blocks, 'table')).toHaveLength(1)
    expect(wordsIn(ofType(blocks, 'rich_text'))).toMatch(/Foto\n\nMag: \nJa/)
    expect(ofType(renderView(aReply('section', { content })).blocks, 'table')).toEqual([])
  })

  it('can be shown to everybody when it is the handbook that speaks, and only then', () => {
    const shared = (kind: 'answer' | 'section' | 'incident' | 'my-questions') =>
      ofType(renderMessage(aReply(kind), { shareable: true }).blocks, 'button').filter(
        ({ action_id }) => action_id === 'share#0',
      )

    expect(shared('answer').map(({ value }) => parseAction(JSON.parse(String(value))))).toEqual([
      { verb: 'show-section', sectionId: aReply('answer').section.id },
    ])
    expect(shared('section')).toHaveLength(1)
    expect(shared('incident')).toHaveLength(1)
    expect(shared('my-questions')).toEqual([])
    expect(JSON.stringify(renderMessage(aReply('answer')).blocks)).not.toContain('share#')
  })

  it('says first that it may come twice, in the notification too', () => {
    const { text, blocks } = renderMessage(aReply('incident-alert'), { possiblyDouble: true })

    expect(text).toMatch(/^\(mogelijk dubbel\)/)
    expect(wordsIn(blocks[0])).toBe('(mogelijk dubbel)')
  })

  it('shows an address to mail to as a link, as a button may lead to a page only', () => {
    const { blocks } = renderMessage(aReply('nobody-to-ask'))

    expect(ofType(blocks, 'button')).toEqual([])
    expect(ofType(blocks, 'link')).toMatchObject([{ text: 'ciso@lindedam.example' }])
  })

  it('leaves no words behind of a form that it does not show', () => {
    const lost = NAMED_REPLIES.find(({ name }) => name === 'draft-review-lost in nl')?.reply

    expect(wordsIn(renderMessage(aReply('poll')).blocks)).not.toMatch(/Vraag 1 van/)
    expect(lost && wordsIn(renderMessage(lost).blocks)).not.toMatch(/Vink elke vraag aan/)
    expect(lost && wordsIn(renderView(lost).blocks)).toMatch(/Vink elke vraag aan/)
  })

  it('knows every element: with a new one it breaks here, not in a chat', () => {
    const body = [{ type: 'Media', sources: [] }] as unknown as readonly Element[] // of a card to come

    expect(() => walk(body, { language: 'nl', surface: 'message' })).toThrow(/Media/)
  })

  it('puts no line at the top, below a header or twice', () => {
    const line = { kind: 'divider' } as const
    const small = { kind: 'small', text: 'x', tight: false } as const
    const pieces = join([line, small, line, line, small])

    expect(pieces.map(({ block }) => block.type)).toEqual(['context', 'divider', 'context'])
  })
})

describe('figures', () => {
  const shown = (percent: number) =>
    aQuestionResult({
      cell: {
        ...{ state: 'percentage', favourable: percent, answers: 140 },
        interval: { low: percent - 5, high: percent + 5 },
      },
    })
  const hidden = aQuestionResult({ cell: { state: 'hidden', reason: 'too-few' } })
  const message = (...questions: readonly ReturnType<typeof shown>[]) =>
    renderMessage(aReply('poll-result', { result: aPollResult({ questions }) })).blocks

  it('are bars, with all of them in a table beside it', () => {
    const blocks = message(shown(41), hidden, shown(72))
    const [chart] = ofType(blocks, 'data_visualization')
    const [table] = ofType(blocks, 'table')

    expect(chart).toMatchObject({
      chart: {
        type: 'bar',
        series: [
          {
            data: [
              { label: 'Vraag 1', value: 41 },
              { label: 'Vraag 3', value: 72 },
            ],
          },
        ],
        axis_config: { categories: ['Vraag 1', 'Vraag 3'] },
      },
    })
    expect(wordsIn(table)).toMatch(/41%[\s\S]*2\.[\s\S]*72%/)
  })

  it('that are hidden are in no chart', () => {
    expect(ofType(message(hidden, hidden, shown(41)), 'data_visualization')).toEqual([])
  })
})

describe('a modal', () => {
  it('takes a short heading as its title, and does not say it twice', () => {
    const view = renderView(aReply('human-form'))

    expect(view.title.text).toBe('Vraag de CISO')
    expect(ofType(view.blocks, 'header')).toEqual([])
    expect(renderView(aReply('chapters')).title.text).toBe('Vraagbaak')
  })

  it('says where the button is that stands at the bottom, where there are several', () => {
    const { submit, blocks } = renderView(aReply('human-form'))
    const said = wordsIn(blocks)

    expect(submit?.text).toBe('Verstuur met mijn naam')
    expect(said).toMatch(
      /Met je naam[\s\S]*onderaan op "Verstuur met mijn naam"[\s\S]*Zonder je naam/,
    )
    expect(wordsIn(renderView(aReply('incident-form')).blocks)).not.toMatch(/onderaan/)
  })

  it('has a button to send only where there is something to fill in', () => {
    for (const { reply } of NAMED_REPLIES) {
      const view = renderView(reply)
      expect(view.submit !== undefined).toBe(ofType(view.blocks, 'input').length > 0)
    }
  })

  it('shows no earlier choice in the next of several forms', () => {
    const ids = (settled: number) =>
      ofType(renderView(aReply('document-doubts', { settled })).blocks, 'input').map(
        ({ block_id }) => block_id,
      )

    expect(ids(0)).not.toEqual(ids(8))
  })
})

describe('the Home tab', () => {
  const chapters = [{ number: 1, title: 'De <!channel> basis', sections: 6 }]
  const home = (can: Parameters<typeof renderHome>[0]['can']) =>
    renderHome({ organisation: anOrganisation(), language: 'nl', chapters, can })
  const verbs = (view: ReturnType<typeof home>) =>
    ofType(view.blocks, 'button').flatMap(({ value }) =>
      value === undefined ? [] : [parseAction(JSON.parse(String(value)))?.verb],
    )

  it('begins with how to report, then topics, then what is one’s own', () => {
    expect(verbs(home([]))).toEqual([
      ...['report-incident', 'show-chapter', 'my-questions', 'show-help'],
      ...['rejoin-polls', 'stop-telling', 'forget-me'],
    ])
    expect(wordsIn(home([]).blocks)).toMatch(/Bel 088-000 0199/)
  })

  it('offers to manage only what somebody may', () => {
    const all = ['results', 'open-questions', 'drafts', 'versions', 'polls', 'announce'] as const

    expect(verbs(home(all)).slice(7)).toEqual([
      ...[
        'show-results',
        'open-questions',
        'show-drafts',
        'show-versions',
        'show-polls',
        'announce',
      ],
    ])
    expect(checkView(home(all))).toEqual([])
  })

  it('fits Slack with more topics than a handbook has', () => {
    const many = Array.from({ length: 200 }, (_, n) => ({
      number: n,
      title: aHit().title,
      sections: 9,
    }))
    const view = renderHome({
      organisation: anOrganisation(),
      language: 'en',
      chapters: many,
      can: ['polls'],
    })

    expect(checkView(view)).toEqual([])
    expect(verbs(view)).toContain('show-polls')
    expect(wordsIn(view.blocks)).toMatch(/more than fits/)
  })
})
