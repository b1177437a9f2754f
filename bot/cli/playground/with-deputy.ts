/** With deputy: the municipality of the playground, once its deputy has a client and can be reached. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { readYamlOrThrow } from '../../../knowledge/yaml.ts'

export type Deputy = Readonly<{ email: string; aadObjectId: string }>

const Organisations = z.looseObject({
  organisations: z.array(z.looseObject({ sampleRoster: z.string(), handbook: z.string() })),
})

/**
 * A copy, because who has no client must not seem to be reachable: Microsoft's client answers 500.
 *
 * @param file of the organisations
 * @returns the copy, in the folder
 */
export function withDeputy(file: string, deputy: Deputy, folder: string): string {
  const { organisations } = readYamlOrThrow(Organisations, readFileSync(file, 'utf8'), file)
  const from = (path: string) => resolve(dirname(file), path)
  const copies = organisations.map(({ sampleRoster, handbook, ...organisation }, place) => {
    const roster = join(folder, `people-${place}.csv`)
    writeFileSync(roster, reachable(readFileSync(from(sampleRoster), 'utf8'), deputy))
    return { ...organisation, sampleRoster: roster, handbook: from(handbook) }
  })
  const copy = join(folder, 'organisations.yaml')
  writeFileSync(copy, stringify({ organisations: copies }))
  return copy
}

/** In the column after that of the mail address. */
const reachable = (roster: string, { email, aadObjectId }: Deputy): string =>
  roster.replace(`;${email};;`, `;${email};${aadObjectId};`)
