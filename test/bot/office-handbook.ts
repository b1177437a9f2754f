/** A handbook of three chapters, indexed at once: for tests that are not about finding the answer. */
import { filesIn } from '../../knowledge/handbook-files.ts'
import { createKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'

const HOME = `---
title: Thuiswerken
---

## Mag ik thuis printen? {#thuiswerken-printen}

**Nee, print op kantoor.** Thuis blijven stukken liggen.

## Hoe maak ik mijn wifi thuis veilig? {#thuiswerken-wifi}

**Verander het wachtwoord van je router.** Dat van de fabriek kent iedereen.
`

const SIGN_IN = `---
title: Inloggen
---

## Hoe lang moet een wachtwoord zijn? {#inloggen-lengte}

**Minstens veertien tekens.** Een zin is het makkelijkst.

## Mag ik mijn account met een collega delen? {#inloggen-niet-delen}

**Nee, nooit.** Vraag voor je collega een eigen account aan.
`

const MAIL = `---
title: Mail
---

## Mag ik stukken naar een inwoner mailen? {#mail-inwoner}

**Ja, met de beveiligde mail.** Gewone mail is als een ansichtkaart.

## Wat doe ik met reclame in mijn mailbox? {#mail-reclame}

**Gooi het weg.** Klik op niets.
`

const folder = aFolder({ '1-home.md': HOME, '2-sign-in.md': SIGN_IN, '3-mail.md': MAIL })

export const officeKnowledge = await createKnowledgeBase(readHandbook(filesIn(folder)).handbook, {
  thesaurus: emptyThesaurus,
  calibration: { answerFrom: 0.5, suggestFrom: 0.05 },
  elsewhere: [
    {
      topic: 'verlof en vakantiedagen',
      ask: 'het HR-servicepunt',
      keywords: ['verlof', 'vakantiedagen'],
      questions: ['hoeveel vakantiedagen heb ik nog'],
    },
  ],
})

removeFolders()
