/** Open results: a link to the page of results, for who may see any of them and nobody who reads along. */
import type { Reply } from '../contract/reply.ts'
import { viewerOf } from '../results/viewer.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

export async function openResults(tools: Tools): Promise<Reply> {
  const { organisation, speaker, actor, resultLinks, stores, language, now } = tools
  const { person } = actor
  if (person === undefined || viewerOf(actor) === undefined)
    return notice('results-not-yours', language)
  if (speaker.shared) return notice('results-page-private', language)
  const link = await resultLinks?.make({ organisation: organisation.id, person }, stores, now)
  if (link === undefined) return notice('no-results-page', language)
  const { url, minutes } = link
  return { kind: 'results-link', url, minutes, organisation, language }
}
