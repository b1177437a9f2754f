/** A bot that holds its file until it is killed: `bot-that-holds.ts DATA_DIR [only-lock]`. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openStorage, sqliteFile } from '../../../bot/open-storage.ts'
import { lock } from '../../../bot/storage/lock.ts'

const [dataDir = '', mode] = process.argv.slice(2)
if (mode === 'only-lock') lock(sqliteFile(dataDir))
else await openStorage({ dataDir }, 'bot')
collectGarbage() // the lock that nobody refers to must stay
process.send?.('held')
setInterval(() => undefined, 60_000)

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
