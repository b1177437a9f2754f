/** Report an incident: a short form that reaches the incident team at once; the clock runs from the first word. */
import type { PersonalData } from '../../knowledge/personal-data.ts'
import type { Action } from '../contract/action.ts'
import type { IncidentReport, Reply } from '../contract/reply.ts'
import { incidentRecipients } from '../recipients.ts'
import type { Incident } from '../storage/incidents.ts'
import { noticeTag } from '../tags.ts'
import { localDate } from '../working-time.ts'
import { nameOf } from './asker.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'
import { cleanText, maskedText } from './typed-text.ts'

type Form = Extract<Action, { verb: 'send-incident' }>

/** A notice before that was of something else. */
const NOTICE_MS = 24 * 60 * 60 * 1000

export async function reportIncident(
  { incident }: Extract<Action, { verb: 'report-incident' }>,
  { organisation, language, newId }: Tools,
): Promise<Reply> {
  return { kind: 'incident-form', formId: newId(), incident, organisation, language }
}

/** The form's id is the report's: a second press, also after a crash, is the same report. */
export async function sendIncident(form: Form, tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const filled = filledIn(form)
  const earlier = await stores.incidents.find(organisation.id, form.formId)
  if (earlier !== undefined) return reportedBefore(earlier, filled.masked, tools)
  if (filled.what === '' && filled.callBack === '') return notice('incident-incomplete', language)

  const incident = await newIncident(form, filled, tools)
  if (!(await stores.incidents.add(organisation.id, incident))) {
    const first = await stores.incidents.find(organisation.id, incident.id)
    if (first === undefined) return notice('outdated-card', language)
    return reportedBefore(first, filled.masked, tools)
  }
  await tell(incident, tools)
  return confirmation(incident, filled.masked, tools)
}

type Filled = Readonly<{
  what: string
  when: string
  devices: string
  callBack: string
  masked: readonly PersonalData[]
}>

/** The number to call back is kept as it is: it is what the form asks for. */
function filledIn({ what, when, devices, callBack }: Form): Filled {
  const read = { what: maskedText(what), when: maskedText(when), devices: maskedText(devices) }
  const found = Object.values(read).flatMap((field) => field.found)
  return {
    what: read.what.text,
    when: read.when.text,
    devices: read.devices.text,
    callBack: cleanText(callBack),
    masked: [...new Set(found)],
  }
}

async function newIncident(form: Form, filled: Filled, tools: Tools): Promise<Incident> {
  const { organisation, stores, speaker, now } = tools
  const { masked: _, ...fields } = filled
  const year = localDate(now, organisation.timeZone).slice(0, 4)
  return {
    ...fields,
    id: form.formId,
    number: await stores.numbers.next(organisation.id, `I-${year}`),
    kind: form.incident,
    personalData: form.personalData,
    reporter: speaker.person,
    reporterName: await nameOf(tools),
    firstNoticeAt: await firstToldAt(tools),
    reportedAt: now,
  }
}

/** On whichever platform it was that they told of it first. */
async function firstToldAt({
  organisation,
  stores,
  secret,
  identity,
  now,
}: Tools): Promise<number> {
  let first = now
  for (const account of identity.all) {
    const tag = noticeTag(secret, account)
    const told = await stores.incidents.firstNotice(organisation.id, tag, now - NOTICE_MS)
    first = Math.min(first, told ?? first)
  }
  return first
}

async function tell(incident: Incident, tools: Tools): Promise<void> {
  const { organisation, stores, newId, now } = tools
  const { timeZone } = organisation
  for (const { address, key, language } of await recipientsOf(tools)) {
    await stores.outbox.post(
      {
        id: newId(),
        organisation: organisation.id,
        class: 'incident',
        dedupeKey: `incident:${incident.id}:${key}`,
        address,
        content: { kind: 'incident-alert', report: reportOf(incident), timeZone, language },
      },
      now,
    )
  }
}

const recipientsOf = ({ organisation, stores, speaker }: Tools) =>
  incidentRecipients({ organisation, stores, platform: speaker.platform })

function reportOf(incident: Incident): IncidentReport {
  const { number, kind, what, when, devices, personalData, callBack } = incident
  const { reporterName, firstNoticeAt, reportedAt } = incident
  const times = { firstNoticeAt, reportedAt }
  const said = { what, when, devices, personalData, callBack }
  return { number, incident: kind, ...said, reporter: reporterName, ...times }
}

/** Somebody else who presses a button of the form reports nothing. */
async function reportedBefore(
  earlier: Incident,
  masked: readonly PersonalData[],
  tools: Tools,
): Promise<Reply> {
  return tools.identity.all.some(({ person }) => person === earlier.reporter)
    ? confirmation(earlier, masked, tools)
    : notice('outdated-card', tools.language)
}

async function confirmation(
  { number, reportedAt }: Incident,
  masked: readonly PersonalData[],
  tools: Tools,
): Promise<Reply> {
  const { organisation, language } = tools
  const delivered = (await recipientsOf(tools)).length > 0
  const rest = { organisation, language, masked, delivered }
  return { kind: 'incident-reported', number, reportedAt, ...rest }
}
