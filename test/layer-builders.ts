/** Layer builders: valid values of a base handbook that changed, and of what held on a day, for tests. */
import type { ReplyOf } from '../bot/contract/reply.ts'
import { parseMarkdown } from '../knowledge/markdown.ts'
import { aChangeView, aVersionView } from './publishing-builders.ts'

const AT = Date.UTC(2026, 4, 3, 9, 5)

export function layerReplies(): { readonly [K in 'base-changed' | 'as-of']: ReplyOf<K> } {
  const nl = { language: 'nl' } as const
  return {
    'base-changed': {
      ...{ ...nl, kind: 'base-changed', base: 'Regio Lindeland', version: 8 },
      ...{ change: aChangeView(), own: '**Nee.** Print op kantoor.' },
    },
    'as-of': {
      ...{ ...nl, kind: 'as-of', date: '2026-05-03', timeZone: 'Europe/Amsterdam' },
      versions: [aVersionView({ number: 6 }), aVersionView({ number: 5 })],
      base: { name: 'Regio Lindeland', versions: [{ number: 7, publishedAt: AT }] },
      question: 'mag ik thuis printen',
      said: {
        ...{ kind: 'answer', title: 'Mag ik thuis printen?' },
        lead: parseMarkdown('**Nee, print op kantoor.**'),
        source: { handbook: 'Handboek', version: '6', number: '5.3', reviewOverdue: false },
      },
    },
  }
}
