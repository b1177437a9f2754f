/**
 * A town in a process of its own, which does what it is told: `town-process.ts SETTINGS`.
 *
 * It tells what came of each job; when it is to die in one, it tells nothing any more.
 */
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import type { Parcel } from '../../../bot/delivery/send.ts'
import { openStorage } from '../../../bot/open-storage.ts'
import { derivedKeys, keysInFolder } from '../../../bot/round-keys.ts'
import { secret } from '../../bot/a-bot.ts'
import { aTown } from '../a-town.ts'
import { installMortality } from '../mortality.ts'
import type { Heard, Job, Settings, Words } from '../town-process.ts'

type Numbered = Job & Readonly<{ id: number }>

const { place, units, organisation = {} }: Settings = JSON.parse(process.argv[2] ?? '')
const mortality = installMortality()
const town = await aTown({
  ...{ units, organisation },
  storage: await openStorage(place, 'bot'),
  keys:
    place.databaseUrl === undefined
      ? keysInFolder(join(place.dataDir, 'rounds'))
      : derivedKeys(secret),
  onSend: ({ address, content }) => {
    const to = address.kind === 'person' ? address.person : address.conversation
    return tell({ kind: 'sent', to, what: whatIs(content) })
  },
})

/** Resolves when it has left this process: it arrives, whatever becomes of us. */
function tell(heard: Heard): Promise<void> {
  return new Promise((resolve) => process.send?.(heard, undefined, undefined, () => resolve()))
}

function whatIs(content: Parcel['content']): string {
  return content.kind === 'poll' && content.reminder ? 'poll reminder' : content.kind
}

async function work(job: Numbered): Promise<Words> {
  if (job.do === 'start') return [(await town.startSeries()).kind]
  if (job.do === 'tick') return town.rounds.runDue(town.organisation.id)
  if (job.do === 'clean') return (await town.rounds.cleanUp()) ? ['cleaned'] : []
  if (job.do === 'press') return pressAll(job)
  await town.deliver()
  return []
}

async function pressAll({ id, presses = [] }: Numbered): Promise<Words> {
  const words: string[] = []
  for (const { n, action } of presses) {
    const reply = await town.press(n, action)
    const word = reply.kind === 'notice' ? reply.notice : reply.kind
    words.push(word)
    await tell({ kind: 'replied', job: id, n, word })
  }
  return words
}

async function doJob(job: Numbered): Promise<void> {
  town.clock.now = job.at
  mortality.begin(job.fate)
  try {
    const words = await work(job)
    await tell({ kind: 'done', job: job.id, words, steps: mortality.end() })
  } catch (error) {
    await tell({ kind: 'failed', job: job.id, error: String(error) })
  }
}

process.on('message', (job: Numbered) => void doJob(job))
flushCompileCache() // for the next one: it may not end in order
await tell({ kind: 'done', job: 0, words: [], steps: 0 })
