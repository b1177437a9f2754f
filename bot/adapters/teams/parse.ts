/** Parse: an activity of Teams as a request of ours; decides nothing and sends nothing. */
import { Language } from '../../../knowledge/language.ts'
import { parseAction } from '../../contract/action.ts'
import type { Organisation } from '../../contract/organisation.ts'
import type { Request, Speaker } from '../../contract/request.ts'
import { cleanText } from './clean-text.ts'
import type { Activity } from './gate.ts'

export type Unsupported = Readonly<{
  kind: 'unsupported'
  reason: 'other-type' | 'other-invoke' | 'bot-not-added' | 'bot-not-mentioned'
}>

export function parseActivity(
  activity: Activity,
  organisation: Organisation,
): Request | Unsupported {
  const speaker = speakerOf(activity, organisation)
  switch (activity.type) {
    case 'message':
      return parseMessage(activity, speaker)
    case 'invoke':
      return parseInvoke(activity, speaker)
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'joined', speaker } : unsupported('bot-not-added')
    case 'conversationUpdate':
      return isBotAdded(activity) ? { kind: 'joined', speaker } : unsupported('bot-not-added')
    default:
      return unsupported('other-type')
  }
}

function parseMessage(activity: Activity, speaker: Speaker): Request | Unsupported {
  if (activity.value !== undefined && activity.value !== null)
    return parseButton(activity.value, speaker) // Action.Submit comes as a message

  if (speaker.shared && !isBotMentioned(activity)) return unsupported('bot-not-mentioned')
  const text = cleanText(activity.text ?? '')
  const [file] = activity.attachments ?? []
  if (file === undefined) return { kind: 'message', speaker, text }
  const document = { name: file.name, url: file.content.downloadUrl }
  return { kind: 'document', speaker, document, text }
}

function parseInvoke(activity: Activity, speaker: Speaker): Request | Unsupported {
  if (activity.name !== 'adaptiveCard/action') return unsupported('other-invoke')

  const action = property(activity.value, 'action')
  const verb = property(action, 'verb')
  const payload = property(action, 'data')
  return parseButton(isRecord(payload) ? { verb, ...payload } : { verb }, speaker)
}

function parseButton(payload: unknown, speaker: Speaker): Request {
  const action = parseAction(payload)
  return action === undefined
    ? { kind: 'unknown-action', speaker }
    : { kind: 'action', speaker, action }
}

export function speakerOf(activity: Activity, organisation: Organisation): Speaker {
  const { from, conversation } = activity
  return {
    organisation: organisation.id,
    platform: 'teams',
    person: from.aadObjectId?.toLowerCase() ?? from.id, // as the roster has it
    ...(from.name ? { name: from.name } : {}),
    conversation: conversation.id,
    shared: isShared(conversation),
    language: languageOf(activity.locale, organisation),
  }
}

/** Where the type is not told, the id of a channel or group still begins with "19:". */
function isShared({ id, conversationType }: Activity['conversation']): boolean {
  return conversationType === undefined ? id.startsWith('19:') : conversationType !== 'personal'
}

/** The client's language when the organisation has it, else the organisation's first. */
function languageOf(locale: string | undefined, { languages }: Organisation): Language {
  const language = Language.safeParse(locale?.slice(0, 2).toLowerCase()).data
  const [first = 'nl'] = languages
  return language !== undefined && languages.includes(language) ? language : first
}

/** Teams delivers only mentions, unless a team's owner lets the bot read along. */
function isBotMentioned({ entities = [], recipient }: Activity): boolean {
  return entities.some(({ mentioned }) => mentioned.id === recipient.id)
}

/** Uninstalled by the person, or taken out of the team. */
export function isBotRemoved({ type, action, membersRemoved = [], recipient }: Activity): boolean {
  return type === 'installationUpdate'
    ? action === 'remove'
    : membersRemoved.some(({ id }) => id === recipient.id)
}

function isBotAdded({ membersAdded = [], recipient }: Activity): boolean {
  return membersAdded.some(({ id }) => id === recipient.id)
}

const unsupported = (reason: Unsupported['reason']): Unsupported => ({
  kind: 'unsupported',
  reason,
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const property = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
