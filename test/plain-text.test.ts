/** A reply as plain text says everything that its card says, and reads well on a terminal. */
import fc from 'fast-check'
import { cardFor } from '../adaptive-cards/card-for.ts'
import { cardSamples } from '../bot/cli/card-samples.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { richTextToPlain } from '../bot/plain-rich-text.ts'
import { plainText } from '../bot/plain-text.ts'
import { Language } from '../knowledge/language.ts'
import { INJECTIONS } from './adaptive-cards/injections.ts'
import { nodesOfType, runTexts } from './adaptive-cards/nodes.ts'
import { aHit, anOrganisation, aReply, aSource, everyReply, richTextOf } from './builders.ts'

const plain = (markdown: string): string => richTextToPlain(richTextOf(markdown))

describe('plain text of a reply', () => {
  it.each(everyReply())('of kind $kind is not empty and holds no traces of code', (reply) => {
    const text = plainText(reply)

    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  it.each(Language.options)('fits 80 columns in %s, addresses excepted', (language) => {
    const lines = cardSamples(language).flatMap(({ reply }) => plainText(reply).split('\n'))

    expect(lines.filter((line) => line.length > 80 && !line.includes('https://'))).toEqual([])
  })

  it('leaves out nothing that the card of an answer says in words', () => {
    const reply = aReply('answer', { masked: ['bsn'], source: aSource({ reviewOverdue: true }) })
    const text = oneLine(plainText(reply))
    const said = runTexts(cardFor(reply)).filter((run) => /\p{L}/u.test(run) && !run.endsWith('?'))

    expect(said.filter((run) => !text.includes(oneLine(run)))).toEqual([])
  })

  it.each(Language.options)('leaves out nothing that any card says in %s', (language) => {
    const texts = textsFor(language)
    // What is about buttons and fields that plain text does not have, or about the room of a card.
    const ofCards = [
      ...[texts.helpfulQuestion, texts.incidentFormPartly, texts.moreInHandbook],
      ...[texts.changeLegend, texts.changeWhole],
    ]
    const left = cardSamples(language).flatMap(({ name, reply }) => {
      const text = words(plainText(reply))
      const said = sayings(cardFor(reply)).filter((one) => !ofCards.includes(one))
      return said.filter((one) => !text.includes(words(one))).map((one) => `${name}: ${one}`)
    })

    expect(left).toEqual([])
  })

  it('numbers suggestions in the order of the card', () => {
    const sections = [aHit({ title: 'Eerste' }), aHit({ title: 'Tweede' })]

    expect(plainText(aReply('suggestions', { sections }))).toMatch(
      /^Bedoel je een van deze\?\n1\. Eerste\n2\. Tweede\n/,
    )
  })

  it('puts the number to call at the very start of an incident', () => {
    expect(plainText(aReply('incident'))).toMatch(/^Meld dit nu\. Bel 088-000 0199\.\n/)
  })

  it('gives the desk, the steps and the warning of an incident', () => {
    const text = plainText(aReply('incident'))

    expect(text).toContain('1. Zet wifi uit.\n2. Bel het meldpunt.')
    expect(text).toContain('https://intranet.lindedam.example/meldpunt')
    expect(text).toContain('nog niet gemeld')
  })
})

describe('plain text of the handbook', () => {
  it('keeps lists with their marks and hanging indents', () => {
    expect(plain('1. een\n2. twee\n   - punt\n\n     vervolg')).toBe(
      '1. een\n2. twee\n   - punt\n     vervolg',
    )
    expect(plain(`- ${'lang '.repeat(20)}`)).toMatch(/^- lang .*\n {2}lang/)
  })

  it('gives the address of a link, but only once', () => {
    expect(plain('[het zaaksysteem](https://zaken.example/a)')).toBe(
      'het zaaksysteem (https://zaken.example/a)',
    )
    expect(plain('<https://zaken.example/a>')).toBe('https://zaken.example/a')
    expect(plain('[printen](#thuis-printen) en [klik](javascript:alert(1))')).toBe(
      'printen en klik',
    )
  })

  it('reads a table row by row', () => {
    expect(plain('|Wat|Mag|\n|---|---|\n|Mail|Ja|\n|Fax|Nee|')).toBe(
      '- Wat: Mail\n  Mag: Ja\n- Wat: Fax\n  Mag: Nee',
    )
  })

  it('marks quotes and indents code', () => {
    expect(plain('> Twijfel je?\n\n```\nregel\n```')).toBe('> Twijfel je?\n\n    regel')
  })

  it('survives very deep nesting', () => {
    expect(plain(`${'>'.repeat(1_000)} diep`)).toContain('diep')
  })

  it('never lets a control character or direction override reach the terminal', () => {
    const text = fc.oneof(fc.constantFrom(...INJECTIONS), fc.string({ unit: 'binary' }))

    fc.assert(
      fc.property(text, (value) => {
        const root = { type: 'root', children: [{ type: 'code', value }] } as const
        const shown =
          richTextToPlain({ type: 'root', children: [...root.children] }) +
          plain(value) +
          plainText(aReply('suggestions', { sections: [aHit({ title: value })] }))
        expect(shown).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b]|\p{Surrogate}/u)
      }),
    )
  })
})

/** Words of others, and our own above them. */
function sayings(card: unknown): readonly string[] {
  const headings = nodesOfType(card, 'TextBlock').map(({ text }) => String(text))
  return [...runTexts(card), ...headings]
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

it('tells when the desk answers, where that is not day and night', () => {
  const { incidentDesk } = anOrganisation()
  const hours = { nl: 'op werkdagen van 8 tot 18 uur', en: 'on working days from 8 to 18' }
  const organisation = anOrganisation({ incidentDesk: { ...incidentDesk, hours } })

  const incident = plainText(aReply('incident', { organisation }))
  const help = plainText(aReply('help', { organisation }))

  expect(incident).toContain('\nOp werkdagen van 8 tot 18 uur.')
  expect(help.replace(/\s+/g, ' ')).toContain(', op werkdagen van 8 tot 18 uur.')
  expect(incident + help).not.toMatch(/dag en nacht/i)
})
