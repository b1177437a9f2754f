/** Layer samples: a base handbook that changed, and what held on a day, as who looks into it sees them. */
import type { Language } from '../../knowledge/language.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { pieces } from '../publishing/word-difference.ts'
import { type CardSample, lead, printing, sample, scanApps, source, wifi } from './sample-values.ts'

const timeZone = 'Europe/Amsterdam'
const AT = Date.UTC(2026, 4, 3, 8, 5)
const HOUR_MS = 3_600_000
const REGION = 'Regio Waterland'

const OLD = '**Nee, print op kantoor.** Bel bij twijfel 088-000 0200.'
const NEW = '**Alleen op de beheerde printer van je werk.** Bel bij twijfel 088-000 0200.'

export function layerSamples(language: Language): readonly CardSample[] {
  const { id, title } = printing
  const change = { kind: 'changed', id, title, number: '5.3', parts: ['text'] } as const
  const news = { kind: 'base-changed', language, base: REGION, version: 8, own: OLD } as const
  return [
    sample('base-changed', { ...news, change: { ...change, pieces: pieces(OLD, NEW) } }),
    sample('base-section-removed', {
      ...news,
      change: { ...change, kind: 'removed', parts: [], pieces: pieces(OLD, '') },
    }),
    ...asOf(language),
  ]
}

function asOf(language: Language): readonly CardSample[] {
  const by = { kind: 'person', name: 'm.oosterveld@waterveen.example' } as const
  const version = (number: number, hours: number) => ({
    ...{ number, publishedAt: AT - hours * HOUR_MS, by, note: '' },
  })
  const question = language === 'nl' ? 'mag ik thuis printen' : 'may I print at home'
  const common: ReplyOf<'as-of'> = {
    ...{ kind: 'as-of', language, date: '2026-05-03', question, timeZone },
    versions: [version(6, 0), version(5, 200)],
    base: { name: REGION, versions: [{ number: 7, publishedAt: AT - 900 * HOUR_MS }] },
  }
  const then = { ...source, version: '6', baseVersion: '7', layer: REGION }
  const titles = [printing.title, wifi.title, scanApps.title]
  const alone: ReplyOf<'as-of'> = { ...common, question: '', versions: [version(6, 0)] }
  return [
    sample('as-of', {
      ...common,
      said: { kind: 'answer', title: printing.title, lead, source: then },
    }),
    sample('as-of-suggestions', { ...common, said: { kind: 'suggestions', titles } }),
    sample('as-of-no-answer', { ...common, said: { kind: 'no-answer' } }),
    sample('as-of-version', alone),
  ]
}
