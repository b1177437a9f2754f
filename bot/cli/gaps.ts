/** `npm run gaps [-- --organisation ID] [--json]`: what people asked that the handbook did not answer. */
import { parseArgs } from 'node:util'
import { loadStorageConfig } from '../config.ts'
import type { GapsJson } from '../contract/json.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { openStorage } from '../open-storage.ts'
import { plainText } from '../plain-text.ts'
import { currentHandbook } from '../publishing/current-handbook.ts'
import { showGaps } from '../use-cases/show-gaps.ts'
import { chooseOrganisation } from './choose-organisation.ts'
import { runCommand } from './run-command.ts'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, organisation: { type: 'string' } },
  })
  const gaps = await gapsOf(chooseOrganisation(values.organisation))
  console.log(values.json ? JSON.stringify(asJson(gaps), null, 2) : plainText(gaps))
}

async function gapsOf(organisation: Organisation): Promise<ReplyOf<'gaps'>> {
  const storage = await openStorage(loadStorageConfig(), 'guest')
  try {
    const language = organisation.languages[0] ?? 'nl'
    const { stores } = storage
    const handbook = await currentHandbook(organisation, stores.handbooks)
    return await showGaps({ organisation, handbook, stores, language, now: Date.now() })
  } finally {
    await storage.close()
  }
}

const asJson = ({ days, groups }: ReplyOf<'gaps'>): GapsJson => ({
  days,
  groups: groups.map(({ question, times, people, section }) => ({
    question,
    times,
    people,
    ...(section === undefined ? {} : { section: section.id }),
  })),
})

await runCommand(main)
