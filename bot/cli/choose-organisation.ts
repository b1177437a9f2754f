/** Choose the organisation that a command is about. */
import { loadOrganisationsFile } from '../config.ts'
import type { Organisation } from '../contract/organisation.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'

/** @param id as given with --organisation; needless where there is one only */
export function chooseOrganisation(id: string | undefined): Organisation {
  const organisations = loadOrganisations(loadOrganisationsFile() ?? SAMPLE_ORGANISATIONS)
  const ids = organisations.map((organisation) => organisation.id).join(', ')
  const [first, ...others] = organisations
  if (id === undefined && first !== undefined && others.length === 0) return first
  if (id === undefined) throw new Error(`say which organisation: --organisation with one of ${ids}`)

  const chosen = organisations.find((organisation) => organisation.id === id)
  if (chosen === undefined) throw new Error(`--organisation ${id} is none of ${ids}`)
  return chosen
}
