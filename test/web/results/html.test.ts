/** Markup: what comes from elsewhere stays text, wherever it is put. */
import fc from 'fast-check'
import { html, raw } from '../../../bot/web/results/html.ts'
import { INJECTIONS } from '../../adaptive-cards/injections.ts'

describe('html', () => {
  it.each(INJECTIONS)('keeps %j text', (injection) => {
    const { html: markup } = html`<p title="${injection}">${injection}</p>`

    expect(markup.match(/[<>]/g)).toHaveLength(4)
    expect(markup.match(/"/g)).toHaveLength(2)
    expect(markup).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u)
  })

  it('keeps every text text, in an attribute too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { html: markup } = html`<p title="${text}">${text}</p>`
        const [, attribute = '', content = ''] =
          /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/.exec(markup) ?? []
        expect(attribute).toBe(content)
        expect(content.isWellFormed()).toBe(true)
      }),
      { seed: 2026, numRuns: 2_000 },
    )
  })

  it('escapes nothing twice: parts are put together as they are', () => {
    const part = html`<b>${'R&D'}</b>`

    expect(html`<p>${part}${[part, ' & ', 3]}</p>`.html).toBe(
      '<p><b>R&amp;D</b><b>R&amp;D</b> &amp; 3</p>',
    )
    expect(html`${'&amp;'}`.html).toBe('&amp;amp;')
  })

  it('shows nothing of what is left out, and a zero as it is', () => {
    expect(html`<p>${undefined}${false}${''}${0}</p>`.html).toBe('<p>0</p>')
    expect(html`${raw('<br>')}`.html).toBe('<br>')
  })
})
