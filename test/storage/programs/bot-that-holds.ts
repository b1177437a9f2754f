/** A bot that holds its file until it is killed: `bot-that-holds.ts DATA_DIR [only-lock]`. */
import { openStorage, sqliteFile } from '../../../bot/open-storage.ts'
import { lock } from '../../../bot/storage/lock.ts'

const [dataDir = '', mode] = process.argv.slice(2)
if (mode === 'only-lock') lock(sqliteFile(dataDir))
else await openStorage({ dataDir }, 'bot')
process.send?.('held')
setInterval(() => undefined, 60_000)
