/** Teams: the wire between an activity that comes in and what is made of it. */
import type { Request } from '../../contract/request.ts'
import { isMessage } from '../../pressed.ts'
import type { Arrival, Receive, Received } from '../../receive.ts'
import type { ConversationStore } from '../../storage/conversations.ts'
import type { Endpoint, Outgoing } from '../../web/endpoint.ts'
import { type AdmitOptions, type Admitted, createAdmit, type Dropped, dropped } from './admit.ts'
import { isBotRemoved, parseActivity, speakerOf, type Unsupported } from './parse.ts'
import { addressOf, referenceOf } from './reference.ts'
import { renderPressed } from './render.ts'
import type { Tell } from './send.ts'

export type TeamsOptions = AdmitOptions &
  Readonly<{
    receive: Receive
    /** To keep where the bot was added, also when there is nothing to say. */
    conversations: ConversationStore
    tell: Tell
    /** An activity that gets no reply, and why. */
    onDropped: (reason: string) => void
  }>

export function createTeamsEndpoint(options: TeamsOptions): Endpoint {
  const admit = createAdmit(options)

  return async (incoming) => {
    const admission = await admit(incoming)
    if (admission.kind === 'dropped') return drop(admission, options)

    const request = parseActivity(admission.activity, admission.organisation)
    if (request.kind === 'unsupported') return note(admission, request, options)

    const received = await options.receive(arrivalOf(admission, request, options))
    return answer(received, admission, request, options)
  }
}

function drop({ reason, outgoing }: Dropped, { onDropped }: TeamsOptions): Outgoing {
  onDropped(reason)
  return outgoing
}

function arrivalOf(
  { activity, organisation }: Admitted,
  request: Request,
  { tell }: TeamsOptions,
): Arrival {
  const { speaker } = request
  const conversation = referenceOf(activity, speaker)
  const replyTo = speaker.shared ? { replyTo: activity.id } : {}
  const answered = { conversation: activity.conversation.id, ...replyTo }
  return {
    request,
    organisation,
    id: activity.id,
    conversation,
    address: addressOf(activity, speaker),
    isMessage: (reply) => activity.type !== 'invoke' || isMessage(reply, request),
    tell: (reply) => tell(conversation, answered, reply),
  }
}

function answer(
  received: Received,
  { activity }: Admitted,
  request: Request,
  options: TeamsOptions,
): Outgoing {
  switch (received.kind) {
    case 'replied':
      return activity.type === 'invoke' ? renderPressed(received.reply, request) : { status: 200 }
    case 'repeated':
      return drop(dropped('repeated', { status: 200 }), options)
    case 'failed':
      return { status: 503 } // so that Teams delivers it again
  }
}

/** Nothing to say to, but the bot may have come or gone. */
async function note(
  admission: Admitted,
  { reason }: Unsupported,
  options: TeamsOptions,
): Promise<Outgoing> {
  const { id } = admission.organisation
  try {
    await noteConversation(admission, options)
  } catch (error) {
    const reference = options.newReference()
    options.observe({ kind: 'failed', organisation: id, reference, error })
    return { status: 503 }
  }
  const status = admission.activity.type === 'invoke' ? 400 : 200
  return drop(dropped(reason, { status }), options)
}

async function noteConversation(
  { activity, organisation }: Admitted,
  { conversations }: TeamsOptions,
): Promise<void> {
  const isUpdate = activity.type === 'conversationUpdate' || activity.type === 'installationUpdate'
  if (!isUpdate) return

  const conversation = referenceOf(activity, speakerOf(activity, organisation))
  if (isBotRemoved(activity)) await conversations.remove(organisation.id, 'teams', conversation.id)
  else await conversations.keep(organisation.id, conversation, activity.action === 'add-upgrade')
}
