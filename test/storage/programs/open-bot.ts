/** A bot that opens its storage, tells how that went, and stops: `open-bot.ts DATA_DIR`. */
import { openStorage } from '../../../bot/open-storage.ts'

try {
  const storage = await openStorage({ dataDir: process.argv[2] ?? '' }, 'bot')
  await storage.stores.numbers.next('waterveen', 'V')
  await storage.close()
  process.stdout.write('opened')
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : 'no error')
}
