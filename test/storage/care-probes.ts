/** Care probes: every method of the stores of reading receipts, as the test of two organisations asks it. */
import type { Proof } from '../../bot/storage/acknowledgements.ts'
import type { ReadFigure } from '../../bot/storage/read-figures.ts'
import type { Stores } from '../../bot/storage/storage.ts'
import type { Probes } from './poll-probes.ts'

const TEXT = { section: 's', words: 'w' }
const BY = { tag: 'tag-of-noor', day: '2026-11-22' }
const PROOF: Proof = { ...TEXT, person: '1001', unit: 'Ruimte', day: '2026-11-22' }
const FIGURE: ReadFigure = {
  ...{ ...TEXT, day: '2026-11-23' },
  units: [{ path: '', name: 'x', people: 20, confirmed: { kind: 'about', percent: 50 } }],
}

/** One of everything. */
export async function fillCare(
  { acknowledgements, readFigures }: Pick<Stores, 'acknowledgements' | 'readFigures'>,
  organisation: string,
): Promise<void> {
  await acknowledgements.confirm(organisation, TEXT, BY)
  await acknowledgements.prove(organisation, PROOF)
  await readFigures.keep(organisation, FIGURE)
}

export const CARE_PROBES: Pick<Probes, 'acknowledgements' | 'readFigures'> = {
  acknowledgements: {
    tags: async (stores, o) => [...(await stores.acknowledgements.tags(o, TEXT))],
    ofTag: (stores, o) => stores.acknowledgements.ofTag(o, BY.tag),
    ofPerson: (stores, o) => stores.acknowledgements.ofPerson(o, '1001'),
    proofs: (stores, o) => stores.acknowledgements.proofs(o, 's'),
    holds: (stores, o) => stores.acknowledgements.holds(o, TEXT, '2026-11-30'),
    forgetProofs: (stores, o) => stores.acknowledgements.forgetProofs(o),
    forget: (stores, o) => stores.acknowledgements.forget(o, BY.tag, '1001'),
    forgetHeldBefore: (stores, o) => stores.acknowledgements.forgetHeldBefore(o, '2027-01-01'),
    confirm: (stores, o) => stores.acknowledgements.confirm(o, TEXT, { ...BY, tag: `of-${o}` }),
    prove: (stores, o) => stores.acknowledgements.prove(o, { ...PROOF, person: `of-${o}` }),
  },
  readFigures: {
    list: (stores, o) => stores.readFigures.list(o),
    forgetBefore: (stores, o) => stores.readFigures.forgetBefore(o, '2027-01-01'),
    keep: (stores, o) => stores.readFigures.keep(o, { ...FIGURE, day: '2026-11-30' }),
  },
}
