/** An editorial office: the bot with a handbook that its editors change, and what they hear of it. */
import { randomUUID } from 'node:crypto'
import type { Action } from '../../bot/contract/action.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { handbookTasks } from '../../bot/publishing/handbook-tasks.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import type { DocumentParts } from '../../bot/publishing/read-documents.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { as, secret } from '../bot/a-bot.ts'
import { anOffice, ciso, deputy, kim, newest, TWO_CISOS } from '../bot/an-office.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder } from '../knowledge/waterveen.ts'

const FRONT = (title: string) => `---
title: ${title}
language: nl
owner: ciso@waterveen.example
review: 2099-01-01
---
`

export const HOME = `${FRONT('Thuiswerken')}
## Mag ik thuis printen? {#thuiswerken-printen}
<!-- vraagbaak
questions:
  - "kan ik ff iets printen thuis"
-->

**Nee, print op kantoor.** Thuis blijven stukken liggen.

Loopt het vast? Bel de servicedesk: 088-000 0200.

## Hoe maak ik mijn wifi thuis veilig? {#thuiswerken-wifi}

**Verander het wachtwoord van je router.** Dat van de fabriek kent iedereen.
`

export const INCIDENT = `${FRONT('Incident')}
## Wat doe ik als mijn laptop weg is? {#incident-laptop-weg}
<!-- vraagbaak
incident: [general, lost-or-stolen]
-->

**Meld het meteen.** Ook als je twijfelt.

1. Bel het meldpunt.
2. Zeg wat erop stond.
3. Wacht op wat je moet doen.
`

export type EditorialOffice = Awaited<ReturnType<typeof anEditorialOffice>>

/** @param storage of its own, to be closed by who opened it */
export async function anEditorialOffice(
  storage: Storage,
  files: Readonly<Record<string, string>> = { '01-home.md': HOME, '02-incident.md': INCIDENT },
  fetches: DocumentParts['fetches'] = {},
) {
  const organisation = anOrganisation({ id: 'waterveen', handbook: aFolder(files) })
  const handbooks = await openLiveHandbooks([organisation], storage.stores.handbooks, 1)
  const office = await anOffice({
    ...{ storage, served: handbooks.served, people: TWO_CISOS },
  })
  const tasks = handbookTasks({
    ...{
      secret,
      fetches,
      handbooks,
      storage,
      organisations: [organisation],
      clock: () => office.clock.now,
    },
    newId: randomUUID,
  })
  const work = async () => {
    const done: string[] = []
    for (const { run } of tasks) done.push(...(await run('waterveen')))
    return done
  }
  /** All that is to be done and said, as the bot does by itself within seconds. */
  const settle = async () => {
    while ((await work()).length > 0);
    await office.deliver()
  }
  return { ...office, organisation, handbooks, work, settle }
}

/** What this editor was told last. */
export function told<K extends Reply['kind']>(
  office: EditorialOffice,
  who: Partial<Speaker>,
  kind: K,
): ReplyOf<K> {
  const found = office.inbox(who).findLast((reply) => reply.kind === kind)
  return as(kind, found ?? newest(office.inbox(who)))
}

export const answerTo = async (office: EditorialOffice, question: string): Promise<Reply> =>
  office.say(kim, question)

export type Form = ReplyOf<'section-form'>

type Saved = Extract<Action, { verb: 'save-section' }>

export const aSaved = (form: Form, change: Partial<Saved>): Saved => ({
  verb: 'save-section',
  ...{ draftId: form.draftId, basedOn: form.basedOn, chapter: '' },
  ...{ sectionId: form.section?.id ?? '', title: form.title, text: form.text },
  ...{ questions: form.questions.join('\n'), note: form.note },
  ...change,
})

/** The form of a section, filled in and kept, and the review of it. */
export async function edit(
  office: EditorialOffice,
  who: Partial<Speaker>,
  sectionId: string,
  change: (form: Form) => Partial<Saved>,
): Promise<ReplyOf<'draft-review'>> {
  const form = as('section-form', await office.press(who, { verb: 'edit-section', sectionId }))
  as('draft-kept', await office.press(who, aSaved(form, change(form))))
  await office.settle()
  return told(office, who, 'draft-review')
}

/** The author asks for a second person. */
export const asking = (
  review: ReplyOf<'draft-review'>,
): Extract<Action, { verb: 'ask-approval' }> => ({
  ...publishing(review),
  verb: 'ask-approval',
})

/** All its lost questions accepted. */
export const publishing = ({
  draft,
  review,
}: ReplyOf<'draft-review'>): Extract<Action, { verb: 'publish-draft' }> => ({
  verb: 'publish-draft',
  ...{ draftId: draft.id, hash: draft.hash },
  accepted: (review.gate?.lost ?? []).map((_, place) => place).join(','),
})

export { ciso, deputy }
