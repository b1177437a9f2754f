/** Load the organisations file: which municipalities this installation serves. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readYamlOrThrow } from '../knowledge/yaml.ts'
import { Organisation } from './contract/organisation.ts'

const OrganisationsFile = z.strictObject({
  organisations: z
    .array(Organisation)
    .min(1)
    .superRefine(refuseRepeats)
    .superRefine(refuseBases)
    .transform(withNamesOfBases),
})

export const SAMPLE_ORGANISATIONS = fileURLToPath(
  new URL('./organisations/waterveen.yaml', import.meta.url),
)

/**
 * Reads and checks the file; the paths in it become absolute.
 *
 * @throws Error that names file, line and field.
 */
export function loadOrganisations(file: string): readonly Organisation[] {
  const { organisations } = readYamlOrThrow(OrganisationsFile, textOf(file), file)
  const absolute = (path: string) => resolve(dirname(file), path)
  return organisations.map(({ sampleRoster, goldenQuestions, polls, ...organisation }) => ({
    ...organisation,
    polls:
      polls.questions === undefined ? polls : { ...polls, questions: absolute(polls.questions) },
    handbook: absolute(organisation.handbook),
    ...(goldenQuestions === undefined ? {} : { goldenQuestions: absolute(goldenQuestions) }),
    ...(sampleRoster === undefined ? {} : { sampleRoster: absolute(sampleRoster) }),
  }))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(
      `${file} cannot be read: ORGANISATIONS is the path of your organisations file`,
      {
        cause,
      },
    )
  }
}

/** One level only: nobody could tell of a deeper one whose words they read. */
function refuseBases(organisations: readonly Organisation[], context: z.RefinementCtx): void {
  organisations.forEach(({ id, buildsOn }, index) => {
    if (buildsOn === undefined) return
    const base = organisations.find((one) => one.id === buildsOn.id)
    const message = wrongWith(base, id, buildsOn.id)
    if (message !== undefined)
      context.addIssue({ code: 'custom', path: [index, 'buildsOn'], message })
  })
}

function wrongWith(base: Organisation | undefined, id: string, named: string): string | undefined {
  if (base === undefined) return `names "${named}", and no organisation here has that id`
  if (base.id === id) return 'names the organisation itself'
  if (base.buildsOn === undefined) return undefined
  return `names "${named}", which builds on "${base.buildsOn.id}" itself: one level is all there is`
}

function withNamesOfBases(organisations: readonly Organisation[]): readonly Organisation[] {
  return organisations.map(({ buildsOn, ...organisation }) => {
    const base = organisations.find(({ id }) => id === buildsOn?.id)
    return base === undefined
      ? organisation
      : { ...organisation, buildsOn: { id: base.id, name: base.name } }
  })
}

/** Two organisations may share neither an id nor a tenant: their employees would be mixed up. */
function refuseRepeats(organisations: readonly Organisation[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  organisations.forEach(({ id, tenants, slackTeams = [] }, index) => {
    for (const key of [id, ...tenants.map((tenant) => tenant.toLowerCase()), ...slackTeams]) {
      if (seen.has(key)) {
        context.addIssue({ code: 'custom', path: [index], message: `"${key}" stands here twice` })
      }
      seen.add(key)
    }
  })
}
