/** Import process: reads one document that it is sent, and ends. */
import type { HandbookFiles } from '../handbook-files.ts'
import type { Document, NewChapters } from './imported.ts'
import { readDocument } from './read-document.ts'

/** What the parent sends; it is ours, so it is not checked again. */
type Order = Readonly<{ document: Document; current: HandbookFiles; newChapters: NewChapters }>

process.once('message', async ({ document, current, newChapters }: Order) => {
  const imported = await readDocument(document, current, newChapters)
  process.send?.(imported, () => process.disconnect())
})
