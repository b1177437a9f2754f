/** Slack, town: a bot in a process of its own, between a Slack and a Teams that only it has. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from '../test/stand-ins/compile-cache.ts'
import { readFixture } from '../test/stand-ins/fixture.ts'
import { listen } from '../test/stand-ins/listen.ts'
import { type Slack, startSlack } from '../test/stand-ins/slack/slack.ts'
import type { SlackCall, SlackUser } from '../test/stand-ins/slack/types.ts'
import { type Line, openLine } from './slack-line.ts'
import type { ServerTask } from './slack-server.ts'
import { goldenQuestions } from './waterveen.ts'

/** Milliseconds from when the platform began to deliver a question. */
export type Took = Readonly<{
  /** Until the bot had acknowledged it. */
  acknowledgedMs: number
  /** Until the platform had accepted the answer. */
  postedMs: Promise<number>
}>

export type PlatformOfTown = Readonly<{
  /** Begins to ask as the person of this number. Rejects when the bot did not take it. */
  ask: (person: number) => Promise<Took>
  /** The bot's way there. */
  line: Line
}>

export type Town = Readonly<{ slack: PlatformOfTown; teams: PlatformOfTown }> &
  Readonly<{ slackLog: readonly SlackCall[]; close: () => Promise<void> }>

const POSTED_WITHIN_MS = 60_000
const FILE = fileURLToPath(new URL('./slack-server.ts', import.meta.url))

export type Size = Readonly<{
  /** In Slack; each asks once before the measurement. */
  people: number
  questions: number
  /** Between two questions to one bot. */
  everyMs: number
}>

export async function openTown(
  which: ServerTask['which'],
  { people }: Pick<Size, 'people'>,
): Promise<Town> {
  const slack = await startSlack({ users: usersOf(people) })
  const teams = await startTeams()
  const lines = { slack: await openLine(slack.apiUrl), teams: await openLine(teams.url) }
  const apiUrl = `http://127.0.0.1:${lines.slack.port}/api/`
  const { botToken, signingSecret } = slack
  const task: ServerTask = { which, apiUrl, botToken, signingSecret }
  const child = fork(FILE, [JSON.stringify(task)], {
    ...{ execArgv: [], env: { ...process.env, ...COMPILE_CACHE } },
  })
  const close = async () => {
    await ended(child)
    await Promise.all([lines.slack.close(), lines.teams.close(), slack.close(), teams.close()])
  }
  try {
    const port = await portOf(child)
    slack.botIsAt(`http://127.0.0.1:${port}/slack/events`)
    return {
      slack: { line: lines.slack, ask: askInSlack(slack, people, createTexts()) },
      teams: { line: lines.teams, ask: teams.askAt(port, lines.teams.port) },
      slackLog: slack.log,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Before its platforms go away, so that it complains of nothing. */
async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  if (child.exitCode === null && child.kill()) await exit
}

async function portOf(child: ChildProcess): Promise<number> {
  const broken = once(child, 'exit').then(([code]) => {
    throw new Error(`the bot ended with ${code} before it listened`)
  })
  broken.catch(() => undefined) // after it listens, its end is ours to choose
  const [port] = await Promise.race([once(child, 'message'), broken])
  return Number(port)
}

/** Nobody says the same twice in a run: that would be taken for a repetition. */
function createTexts(): () => string {
  const questions = goldenQuestions()
  let asked = 0
  return () => {
    asked += 1
    return questions[asked % questions.length] ?? ''
  }
}

const slackId = (person: number): string => `U0PERSON${person}`

const usersOf = (people: number): readonly SlackUser[] =>
  Array.from({ length: people }, (_, person) => ({
    id: slackId(person),
    name: `Medewerker ${person}`,
    email: `medewerker.${person}@waterveen.example`,
  }))

/** The channel is named by its person, or by its own id. */
function askInSlack(slack: Slack, people: number, text: () => string): PlatformOfTown['ask'] {
  return async (person) => {
    const user = slackId(person % people)
    const places = [user, slack.dmOf(user)]
    const before = slack.log.length
    const started = performance.now()
    const postedMs = within(
      slack
        .waitFor(() => slack.log.slice(before).some((call) => isPostTo(call, places)))
        .then(() => performance.now() - started),
    )
    postedMs.catch(() => undefined) // heard by who waits for it
    const { status, tookMs } = await slack.dm(user, text())
    if (status !== 200) throw new Error(`Slack's question was answered with ${status}`)
    return { acknowledgedMs: tookMs, postedMs }
  }
}

const isPostTo = ({ method, ok, args }: SlackCall, places: readonly string[]): boolean =>
  method === 'chat.postMessage' && ok && places.includes(String(args['channel']))

async function within(posted: Promise<number>): Promise<number> {
  const done = new AbortController()
  const tooLate = wait(POSTED_WITHIN_MS, undefined, { signal: done.signal, ref: false }).then(
    () => {
      throw new Error(`no answer within ${POSTED_WITHIN_MS} ms`)
    },
  )
  tooLate.catch(() => undefined)
  try {
    return await Promise.race([posted, tooLate])
  } finally {
    done.abort()
  }
}

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities/

async function startTeams() {
  const waiting = new Map<string, () => void>()
  const server = await listen(({ path, body }) => {
    const [, conversation = ''] = ACTIVITIES.exec(path) ?? []
    const { type } = body as { type?: string } // an activity
    if (type === 'message') waiting.get(decodeURIComponent(conversation))?.()
    return { status: 201, body: { id: 'sent' } }
  })
  const text = createTexts()
  let activities = 0
  const askAt =
    (port: number, linePort: number): PlatformOfTown['ask'] =>
    async (person) => {
      activities += 1
      const id = `a:conversation-${person}`
      const activity = {
        ...readFixture('message-personal'),
        ...{ id: `activity-${activities}`, text: text() },
        serviceUrl: `http://127.0.0.1:${linePort}/`,
        from: { id: `29:person-${person}` },
        conversation: { conversationType: 'personal', id },
      }
      const started = performance.now()
      const postedMs = within(
        new Promise<void>((resolve) => waiting.set(id, resolve)).then(
          () => performance.now() - started,
        ),
      )
      postedMs.catch(() => undefined) // heard by who waits for it
      await expectOk(port, activity)
      return { acknowledgedMs: performance.now() - started, postedMs }
    }
  return { ...server, askAt }
}

async function expectOk(port: number, activity: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
  await response.arrayBuffer()
  if (response.status !== 200)
    throw new Error(`Teams' question was answered with ${response.status}`)
}
