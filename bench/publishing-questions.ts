/** Publishing, questions: how long who asks something has to wait while others publish. */
import type { Bot } from '../bot/bot.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { goldenQuestions } from './waterveen.ts'

const EVERY_MS = 20

export type Waits<T> = Readonly<{
  result: T
  tookMs: number
  /** From the moment that a question was due until its answer was durable. */
  longestWaitMs: number
  asked: number
}>

/** Does the work while somebody asks something every 20 ms, whether or not the last was answered. */
export async function whileAsking<T>(
  ask: (question: string) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<Waits<T>> {
  const questions = goldenQuestions()
  const answers: Promise<unknown>[] = []
  const started = performance.now()
  let longestWaitMs = 0
  const askDue = () => {
    while (started + answers.length * EVERY_MS <= performance.now()) {
      const due = started + answers.length * EVERY_MS
      const answer = ask(questions[answers.length % questions.length] ?? '')
      answers.push(
        answer.then(() => {
          longestWaitMs = Math.max(longestWaitMs, performance.now() - due)
        }),
      )
    }
  }
  const asking = setInterval(askDue, 1)

  const result = await work()
  const tookMs = performance.now() - started
  askDue() // those that were due while the work ended
  clearInterval(asking)
  await Promise.all(answers)
  return { result, tookMs, longestWaitMs, asked: answers.length }
}

/** Each question by somebody else, and in a transaction, as they are when they come from a platform. */
export function createStoredAsker(bot: Bot, storage: Storage): (text: string) => Promise<unknown> {
  let asked = 0
  return (text) => {
    asked += 1
    const speaker = {
      organisation: 'waterveen',
      platform: 'terminal',
      person: `person ${asked}`,
      conversation: `conversation ${asked}`,
      shared: false,
      language: 'nl',
    } as const
    return storage.transaction((stores) => bot.reply({ kind: 'message', text, speaker }, stores))
  }
}
