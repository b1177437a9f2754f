/** Set a route: from now on this team gets the reports, the questions, or those of one chapter. */
import { tokens } from '../../knowledge/dutch/tokens.ts'
import type { Chapter } from '../../knowledge/handbook.ts'
import type { Reply, RouteTopic } from '../contract/reply.ts'
import type { Topic } from '../storage/routes.ts'
import type { Command, WantedRoute } from './command.ts'
import { notice } from './notice.ts'
import { showChapters } from './show-chapters.ts'
import type { Tools } from './tools.ts'

/** Words for a chapter that the handbook does not have get the list of those that it has. */
export async function setRoute(
  { route }: Extract<Command, { verb: 'set-route' }>,
  tools: Tools,
): Promise<Reply> {
  const { speaker, knowledge, organisation, language } = tools
  if (!speaker.shared) return notice('route-needs-team', language)
  const topic = topicOf(route, knowledge.handbook.chapters)
  if (topic === undefined) return showChapters(knowledge.handbook, language)

  await keep(keyOf(topic), tools)
  return { kind: 'route-set', topic, organisation, language }
}

function topicOf(route: WantedRoute, chapters: readonly Chapter[]): RouteTopic | undefined {
  if (route.kind !== 'chapter') return route
  const chapter = chapterNamed(route.named, chapters)
  return chapter && { kind: 'chapter', number: chapter.number, title: chapter.title }
}

/** By number or title, else by the only title that has all these words. */
function chapterNamed(named: string, chapters: readonly Chapter[]): Chapter | undefined {
  const wanted = tokens(named.replace(/^(?:hoofdstuk|chapter) /, ''))
  const words = wanted.join(' ')
  const exact = chapters.find(
    ({ number, title }) => String(number) === words || tokens(title).join(' ') === words,
  )
  if (exact !== undefined || wanted.length === 0) return exact
  const having = chapters.filter(({ title }) => {
    const has = new Set(tokens(title))
    return wanted.every((word) => has.has(word))
  })
  return having.length === 1 ? having[0] : undefined
}

const keyOf = (topic: RouteTopic): Topic =>
  topic.kind === 'chapter' ? `questions-${topic.number}` : topic.kind

async function keep(topic: Topic, tools: Tools): Promise<void> {
  const { organisation, stores, speaker, actor, now } = tools
  const { platform, conversation } = speaker
  await stores.routes.set(organisation.id, topic, { platform, conversation })
  const entry = { actor: actor.person ?? speaker.person, action: 'route-set', object: topic }
  await stores.audit.append(organisation.id, { ...entry, details: { conversation } }, now)
}
