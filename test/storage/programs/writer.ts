/**
 * A writer that never stops: `writer.ts DATA_DIR [DATABASE_URL]`.
 *
 * Each transaction changes three tables; its number is told once it is kept.
 */
import { flushCompileCache } from 'node:module'
import { openStorage } from '../../../bot/open-storage.ts'

const [dataDir = '', databaseUrl] = process.argv.slice(2)
const storage = await openStorage({ dataDir, ...(databaseUrl ? { databaseUrl } : {}) }, 'bot')
flushCompileCache() // for the next one: it does not end in order
for (;;) {
  const number = await storage.transaction(async ({ numbers, feedback, proposals }) => {
    const id = await numbers.next('waterveen', 'V')
    await feedback.add('waterveen', { section: 's', version: '1', verdict: 'helpful' })
    await proposals.add('waterveen', { id, question: 'q', answer: '', author: 'a', createdAt: 0 })
    return id
  })
  await new Promise((told) => process.send?.(number, undefined, undefined, told))
}
