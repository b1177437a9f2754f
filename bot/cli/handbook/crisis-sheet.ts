/** Crisis sheet: one page for the wall, for when nothing works any more. */
import { writeFileSync } from 'node:fs'
import { crisisSections } from '../../care/crisis-sections.ts'
import { currentHandbook } from '../../publishing/current-handbook.ts'
import { localDate } from '../../working-time.ts'
import { crisisPage } from './crisis-page.ts'
import { type HandbookCommand, withHandbooks } from './with-handbooks.ts'

const FILE = 'crisiskaart.html'

/** In the first language of the organisation. A sheet of before is written over. */
export function crisisSheet(command: HandbookCommand): Promise<readonly string[]> {
  const [file = FILE] = command.words
  return withHandbooks(command, async ({ stores, organisation, now }) => {
    const handbook = await currentHandbook(organisation, stores.handbooks)
    const sections = crisisSections(handbook)
    const day = localDate(now, organisation.timeZone)
    const language = organisation.languages[0] ?? 'nl'
    writeFileSync(file, crisisPage({ organisation, handbook, sections, day, language }))
    return [`${file}: ${sections.length} sections. Open it in a browser and print it.`]
  })
}
