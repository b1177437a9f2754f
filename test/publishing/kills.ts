/** Kills: two editors publish one version after the other while the bot is killed, again and again. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '../../bench/words.ts'
import { openPostgres, openSqlite } from '../../bot/storage/database.ts'
import { createStorage } from '../../bot/storage/storage.ts'
import { startMortalBot } from '../journey/mortal-bot.ts'
import {
  buttonOf,
  type Payload,
  type Platform,
  type Somebody,
  startPlatform,
  type Told,
} from '../stand-ins/platform.ts'
import type { Place } from '../storage/engines.ts'
import {
  aMunicipality,
  answerIn,
  isSensitive,
  ORGANISATION,
  PEOPLE,
  textOf,
  variablesOf,
} from './a-mortal-office.ts'

export type Killed = Readonly<{
  problems: readonly string[]
  /** How many versions there are in the end. */
  versions: number
  /** How many answers arrived. */
  answers: number
  exitCode: number | null
}>

type Town = Readonly<{ platform: Platform; editors: readonly [Somebody, Somebody] }>

export async function publishThroughKills(
  place: Place,
  kills: number,
  seed: number,
): Promise<Killed> {
  const folder = aMunicipality()
  const platform = await startPlatform()
  const bot = await startMortalBot(variablesOf(folder, place), platform, createChance(seed))
  const [one, other, ...askers] = PEOPLE
  if (one === undefined || other === undefined) throw new Error('there are two editors')
  const town: Town = { platform, editors: [one, other] }
  let isOver = false
  try {
    for (const somebody of PEOPLE) await platform.install(somebody)
    const publishing = publishOn(town, () => isOver)
    const asking = askers.map((who, index) => askOn(platform, who, { index, isOver: () => isOver }))
    const work = Promise.all([publishing, ...asking])
    await Promise.race([bot.killed(kills), work])
    isOver = true
    await work
    await heard(town, await publishing)
    const exitCode = await bot.stop()
    const answers = askers.flatMap((who) => platform.toldTo(who)).flatMap(answerIn)
    const problems = [
      ...answers
        .filter(({ version, round }) => version !== round)
        .map((mix) => JSON.stringify(mix)),
      ...(await problemsInStore(place, await publishing)),
      ...problemsInNews(town, await publishing),
    ]
    return { problems, versions: await publishing, answers: answers.length, exitCode }
  } finally {
    isOver = true
    await bot.stop('SIGKILL')
    await platform.close()
    rmSync(folder, { recursive: true })
  }
}

/** One version after the other. @returns the number of the last */
async function publishOn(town: Town, isOver: () => boolean): Promise<number> {
  let version = 1
  for (; !isOver(); version += 1) await publishNext(town, version)
  return version
}

async function publishNext({ platform, editors }: Town, version: number): Promise<void> {
  const [author, approver] = version % 2 === 0 ? editors : [editors[1], editors[0]]
  const next = version + 1
  await platform.say(author, 'wijzig 1.1')
  const form = await platform.waitFor(author, has('save-section', { basedOn: version }))
  const save = buttonFor(form, 'save-section')
  await platform.press(author, save, {
    ...{ title: 'Mag ik thuis printen?', questions: '', note: '' },
    text: textOf(next),
  })
  const { draftId } = save
  const needsTwo = isSensitive(next)
  const decided = needsTwo ? 'ask-approval' : 'publish-draft'
  const review = await platform.waitFor(author, has(decided, { draftId }))
  await platform.press(author, buttonFor(review, decided), { accepted: '' })
  if (!needsTwo) return
  const seen = await platform.waitFor(approver, has('publish-draft', { draftId }))
  await platform.press(approver, buttonFor(seen, 'publish-draft'), { accepted: '' })
}

/** A kill comes after so many things on the wire: publishing must be most of them. */
const ASK_EVERY_MS = 400

/** Different words each time: what is said twice within a minute is answered once. */
async function askOn(
  platform: Platform,
  who: Somebody,
  { index, isOver }: Readonly<{ index: number; isOver: () => boolean }>,
): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    const before = platform.toldTo(who).length
    await platform.say(who, `mag ik thuis printen ${'abcdefgh'[index] ?? ''}${turn}`)
    for (let wait = 0; wait < 40 && platform.toldTo(who).length === before; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 25))
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

/** News that is due may still be on its way. */
async function heard({ platform, editors }: Town, last: number): Promise<void> {
  const deadline = Date.now() + 15_000
  const all = () => editors.flatMap((who) => newsIn(platform.toldTo(who)))
  while (!all().includes(last) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

const has =
  (verb: string, fields: Payload) =>
  ({ card }: Told): boolean => {
    const payload = buttonOf(card, verb)
    return Object.entries(fields).every(([name, value]) => payload?.[name] === value)
  }

function buttonFor({ card }: Told, verb: string): Payload {
  const payload = buttonOf(card, verb)
  if (payload === undefined) throw new Error(`there is no button "${verb}"`)
  return payload
}

/** Versions that somebody else published. */
const newsIn = (told: readonly Told[]): readonly number[] =>
  told.flatMap(({ card, text }) => {
    const payload = buttonOf(card, 'show-difference')
    const isReview = buttonOf(card, 'publish-draft') ?? buttonOf(card, 'ask-approval')
    const to = payload?.['to']
    return text === '' && isReview === undefined && typeof to === 'number' ? [to] : []
  })

function problemsInNews({ platform, editors }: Town, last: number): readonly string[] {
  return editors.flatMap((who) => {
    const news = newsIn(platform.toldTo(who))
    const numbers = Array.from({ length: last }, (_, index) => index + 1)
    return numbers
      .filter((number) => news.filter((one) => one === number).length > 1)
      .map((number) => `${who.name} heard more than once of version ${number}`)
  })
}

async function problemsInStore(place: Place, last: number): Promise<readonly string[]> {
  const file = join(place.dataDir, 'vraagbaak.db')
  const database = place.databaseUrl ? openPostgres(place.databaseUrl) : openSqlite(file)
  const { handbooks, audit } = createStorage(database).stores
  const versions = await handbooks.versions(ORGANISATION)
  const numbers = versions.map(({ number }) => number).toReversed()
  const rows = await audit.list(ORGANISATION)
  const published = rows.filter(({ action }) => action === 'handbook-published')
  const texts = await Promise.all(numbers.map((one) => handbooks.version(ORGANISATION, one)))
  const alone = versions.filter(
    ({ number, approver }) => number > 1 && isSensitive(number) !== (approver !== undefined),
  )
  const drafts = await handbooks.drafts(ORGANISATION)
  const reviews = await database.kysely.selectFrom('draft_review').select('draft').execute()
  const { kind } = await audit.verify(ORGANISATION)
  await database.close()
  const objects = published.map(({ object }) => object).join()
  const wrong = texts.filter((one) => one && !one.files.get('01.md')?.includes(textOf(one.number)))
  return [
    ...(numbers.join() === Array.from({ length: last }, (_, n) => n + 1).join()
      ? []
      : [`versions ${numbers.join()}, and the last that was published is ${last}`]),
    ...(objects === numbers.slice(1).join() ? [] : [`the audit log holds ${objects}`]),
    ...wrong.map((one) => `version ${one?.number} says something else`),
    ...alone.map(({ number }) => `version ${number} was decided by the wrong number of people`),
    ...(drafts.length === 0 ? [] : [`${drafts.length} drafts are left`]),
    ...(reviews.length === 0 ? [] : [`${reviews.length} reviews are left`]),
    ...(kind === 'intact' ? [] : ['the audit log is broken']),
  ]
}
