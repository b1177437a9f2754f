/** Load the organisations file: which municipalities this installation serves. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readYamlOrThrow } from '../knowledge/yaml.ts'
import { Organisation } from './contract/organisation.ts'

const OrganisationsFile = z.object({
  organisations: z.array(Organisation).min(1).superRefine(refuseRepeats),
})

export const SAMPLE_ORGANISATIONS = fileURLToPath(
  new URL('./organisations/waterveen.yaml', import.meta.url),
)

/**
 * Reads and checks the file; the handbook folder of each organisation becomes an absolute path.
 *
 * @throws Error that names file, line and field.
 */
export function loadOrganisations(file: string): readonly Organisation[] {
  const { organisations } = readYamlOrThrow(OrganisationsFile, readFileSync(file, 'utf8'), file)
  return organisations.map((organisation) => ({
    ...organisation,
    handbook: resolve(dirname(file), organisation.handbook),
  }))
}

/** Two organisations may share neither an id nor a tenant: their employees would be mixed up. */
function refuseRepeats(organisations: readonly Organisation[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  organisations.forEach(({ id, tenants }, index) => {
    for (const key of [id, ...tenants]) {
      if (seen.has(key)) {
        context.addIssue({ code: 'custom', path: [index], message: `"${key}" stands here twice` })
      }
      seen.add(key)
    }
  })
}
