/** Organisations: what is stored of one is unknown to the other, whichever store is asked. */
import type { Post } from '../../bot/storage/deliveries.ts'
import type { Stores } from '../../bot/storage/storage.ts'
import type { IncidentKind } from '../../knowledge/handbook.ts'
import { CARE_PROBES, fillCare } from './care-probes.ts'
import { engines } from './engines.ts'
import { fillHandbooks, HANDBOOK_PROBES } from './handbook-probes.ts'
import { openInspected } from './open-inspected.ts'
import { fillPolls, POLL_PROBES, type Probes } from './poll-probes.ts'
import { fillTelling, TELLING_PROBES } from './telling-probes.ts'

const NOW = 1_000_000
const QUEUE = { platform: 'teams', lane: 'interactive', hours: 'any' } as const
const LEASE = { owner: 'process', now: NOW, until: NOW + 1, limit: 9 }
const TAG = 'tag-of-noor'
const PHISHING: IncidentKind = 'clicked-link'

const CONVERSATION = {
  platform: 'teams',
  id: 'conversation-1',
  person: 'entra-1',
  serviceUrl: 'https://connector.example/',
  bot: 'bot-1',
  language: 'nl',
} as const
const ESCALATION = {
  number: 'V-2026-0001',
  question: 'mag dit',
  origin: 'no-answer',
  askerTag: TAG,
  askerAddress: 'sealed',
  language: 'nl',
  state: 'open',
  askedAt: 1,
  remindAt: 2,
  reminders: 0,
} as const
const INCIDENT = {
  number: 'I-2026-0001',
  kind: PHISHING,
  reporter: 'entra-1',
  what: 'geklikt',
  when: 'net',
  devices: '',
  personalData: 'unknown',
  callBack: '',
  firstNoticeAt: 1,
  reportedAt: 2,
} as const
const GAP = { question: 'mag dit', origin: 'no-answer', askerTag: TAG, day: '2026-11-22' } as const
const PERSON = {
  ...{ id: '1001', email: 'noor@lindedam.example', entraId: 'entra-1' },
  roles: [{ role: 'ciso' as const }],
}
const ROSTER = { people: [PERSON], units: [{ path: 'Ruimte', name: 'Ruimte' }] }
const RATE = { tokens: 1, updatedAt: 1, perSecond: 2, pausedUntil: 0, changedAt: 1 }
const ADDRESS = { kind: 'person', platform: 'teams', person: 'entra-1' } as const
const POST: Omit<Post, 'id' | 'organisation'> = {
  class: 'answer',
  dedupeKey: 'answer:1',
  address: ADDRESS,
  content: { kind: 'notice', language: 'nl', notice: 'empty' },
}
const fanOutOf = (batch: string, organisation: string) => ({
  batch,
  organisation,
  class: 'notice' as const,
  hours: 'any' as const,
  messages: [POST.content],
  recipients: [{ id: `${batch}-recipient`, address: ADDRESS, dedupeKey: batch }],
})
const VISITOR = { person: '1001', language: 'nl' } as const
const SESSION = { tag: 'session', expiresAt: NOW + 1 }
const WEEKS = { from: '2026-W46', until: '2026-W48' }
const DEMO_WEEK = { week: '2026-W47', kinds: { answer: 3 }, sections: { s: 3 } }
const CHORE = { name: 'gaps', due: '2026-W47' }

/** One of everything; reads and changes below ask for these ids. */
async function fill({ people, audit, ...stores }: Stores, organisation: string): Promise<void> {
  await people.replace(organisation, ROSTER)
  await audit.append(organisation, { actor: 'x', action: 'y', object: 'z' }, 1)
  await stores.conversations.keep(organisation, CONVERSATION, true)
  await stores.routes.set(organisation, 'incidents', { platform: 'teams', conversation: 'c' })
  await stores.outbox.post({ id: 'post', organisation, ...POST }, 1)
  await stores.outbox.post({ ...POST, id: 'taken', organisation, dedupeKey: 'answer:2' }, 0)
  await stores.outbox.claim({ organisation, ...QUEUE }, { ...LEASE, limit: 1, until: NOW + 1 })
  await stores.outbox.fanOut(fanOutOf('late', organisation), 1)
  await stores.outbox.cancel(organisation, 'late', 2)
  await stores.outbox.fanOut(fanOutOf('batch', organisation), 1)
  const tooLate = { id: 'too-late', address: ADDRESS, dedupeKey: 'too-late' }
  await stores.outbox.fanOut({ ...fanOutOf('late', organisation), recipients: [tooLate] }, 3)
  await stores.rates.change(organisation, 'teams', () => RATE)
  await stores.numbers.next(organisation, 'V-2026')
  await stores.escalations.add(organisation, { id: 'open', ...ESCALATION })
  await stores.escalations.add(organisation, { id: 'handled', ...ESCALATION })
  const outcome = { kind: 'reason', reason: 'dubbel' } as const
  await stores.escalations.handle(organisation, 'handled', { outcome, by: 'x', at: 2 })
  const proposal = { id: 'proposal', question: 'q', answer: 'a', author: 'x', createdAt: 1 }
  await stores.proposals.add(organisation, proposal)
  await stores.incidents.notice(organisation, TAG, PHISHING, 1)
  await stores.incidents.add(organisation, { id: 'incident', ...INCIDENT })
  await stores.feedback.add(organisation, { section: 's', version: '1', verdict: 'helpful' })
  await stores.gaps.add(organisation, { id: 'gap', ...GAP })
  await stores.chores.claim({ ...CHORE, organisation }, 1)
  await stores.forgotten.add(organisation, { sealed: 'sealed', at: 1 })
  await stores.webSignIns.keepLink(organisation, VISITOR, { tag: 'link', expiresAt: NOW + 1 })
  await stores.webSignIns.startSession(organisation, VISITOR, SESSION)
  await stores.replyCounts.count(organisation, '2026-W47', { kind: 'answer', section: 's' })
  await fillHandbooks(stores, organisation)
  await fillTelling(stores, organisation)
  await fillCare(stores, organisation)
  await fillPolls(stores, organisation)
}

const PROBES: Probes = {
  people: {
    byPlatform: (stores, o) => stores.people.byPlatform(o, 'teams', 'entra-1'),
    byId: (stores, o) => stores.people.byId(o, '1001'),
    withRole: (stores, o) => stores.people.withRole(o, 'ciso'),
    list: (stores, o) => stores.people.list(o),
    units: (stores, o) => stores.people.units(o),
    linkSlack: (stores, o) => stores.people.linkSlack(o, 'U0NOOR', 'noor@lindedam.example'),
    replace: (stores, o) => stores.people.replace(o, { people: [], units: [] }),
    remove: (stores, o) => stores.people.remove(o, '1001'),
  },
  audit: {
    list: (stores, o) => stores.audit.list(o),
    verify: (stores, o) => stores.audit.verify(o),
    forgetBefore: (stores, o) => stores.audit.forgetBefore(o, NOW),
    append: (stores, o) => stores.audit.append(o, { actor: 'x', action: 'y', object: 'z' }, 2),
  },
  conversations: {
    find: (stores, o) => stores.conversations.find(o, 'teams', 'conversation-1'),
    ofPerson: (stores, o) => stores.conversations.ofPerson(o, 'teams', 'entra-1'),
    anyOf: (stores, o) => stores.conversations.anyOf(o, 'teams'),
    countPeople: (stores, o) => stores.conversations.countPeople(o, 'teams'),
    close: (stores, o) => stores.conversations.close(o, 'teams', 'conversation-1'),
    remove: (stores, o) => stores.conversations.remove(o, 'teams', 'conversation-1'),
    forgetPerson: (stores, o) => stores.conversations.forgetPerson(o, 'teams', 'entra-1'),
    keep: (stores, o) => stores.conversations.keep(o, { ...CONVERSATION, bot: 'bot-2' }, true),
  },
  seen: { firstTime: 'of the installation', forgetExpired: 'of the installation' },
  routes: {
    find: (stores, o) => stores.routes.find(o, 'incidents'),
    remove: (stores, o) => stores.routes.remove(o, 'incidents'),
    set: (stores, o) => stores.routes.set(o, 'incidents', { platform: 'slack', conversation: 'd' }),
  },
  outbox: {
    progress: (stores, o) => stores.outbox.progress(o, 'batch'),
    batches: (stores, o) => stores.outbox.batches(o),
    tally: (stores, o) => stores.outbox.tally(o),
    waiting: (stores, o) => stores.outbox.waiting(o, 'teams'),
    endings: (stores, o) => stores.outbox.endings(o, 'batch'),
    withdraw: (stores, o) => stores.outbox.withdraw(o, POST.dedupeKey),
    isDue: (stores, o) => stores.outbox.isDue({ organisation: o, ...QUEUE }, NOW),
    contents: async (stores, o) => [...(await stores.outbox.contents(o, ['post', 'batch:nl']))],
    cancel: (stores, o) => stores.outbox.cancel(o, 'batch', NOW),
    forget: (stores, o) => stores.outbox.forget(o, ADDRESS, NOW),
    claim: (stores, o) => stores.outbox.claim({ organisation: o, ...QUEUE }, LEASE),
    takeOver: (stores, o) =>
      stores.outbox.takeOver(o, { ...LEASE, owner: 'another', now: NOW + 2 }),
    putBack: (stores, o) => stores.outbox.putBack(o, 'teams', { owner: 'process', inHand: [] }),
    bringForward: (stores, o) => stores.outbox.bringForward(o, 'teams', 0),
    settle: (stores, o) =>
      stores.outbox.settle(
        o,
        [{ id: 'taken', lane: 'interactive', next: { state: 'sent' }, isUnknown: false }],
        { owner: 'process', now: NOW },
      ),
    sweep: (stores, o) => stores.outbox.sweep(o, NOW),
    remove: (stores, o) => stores.outbox.remove(o, 'batch'),
    purgeBefore: (stores, o) => stores.outbox.purgeBefore(o, NOW),
    post: (stores, o) => stores.outbox.post({ id: `post-${o}`, organisation: o, ...POST }, NOW),
    fanOut: (stores, o) => stores.outbox.fanOut(fanOutOf(`batch-${o}`, o), NOW),
    cancelUnfinished: 'of the installation',
  },
  rates: {
    find: (stores, o) => stores.rates.find(o, 'teams'),
    change: (stores, o) =>
      stores.rates.change(o, 'teams', (rate) => ({ ...RATE, tokens: rate?.tokens ?? 40 })),
  },
  numbers: { next: (stores, o) => stores.numbers.next(o, 'V-2026') },
  escalations: {
    find: (stores, o) => stores.escalations.find(o, 'open'),
    ofAsker: (stores, o) => stores.escalations.ofAsker(o, TAG),
    countSince: (stores, o) => stores.escalations.countSince(o, TAG, 0),
    timing: (stores, o) => stores.escalations.timing(o, 0),
    open: (stores, o) => stores.escalations.open(o),
    toRemind: (stores, o) => stores.escalations.toRemind(o, NOW),
    reminded: (stores, o) => stores.escalations.reminded(o, { id: 'open', reminders: 0 }, NOW),
    handle: (stores, o) =>
      stores.escalations.handle(o, 'open', {
        outcome: { kind: 'text', text: 'ja' },
        by: 'y',
        at: 3,
      }),
    forgetHandledBefore: (stores, o) => stores.escalations.forgetHandledBefore(o, NOW),
    forgetAsker: (stores, o) => stores.escalations.forgetAsker(o, TAG),
    add: (stores, o) => stores.escalations.add(o, { ...ESCALATION, id: `new-${o}` }),
  },
  proposals: {
    list: (stores, o) => stores.proposals.list(o),
    add: (stores, o) =>
      stores.proposals.add(o, {
        id: `p-${o}`,
        question: '',
        answer: '',
        author: 'x',
        createdAt: 1,
      }),
  },
  incidents: {
    firstNotice: (stores, o) => stores.incidents.firstNotice(o, TAG, 0),
    find: (stores, o) => stores.incidents.find(o, 'incident'),
    list: (stores, o) => stores.incidents.list(o),
    forgetNotices: (stores, o) => stores.incidents.forgetNotices(o, TAG),
    notice: (stores, o) => stores.incidents.notice(o, TAG, PHISHING, 5),
    add: (stores, o) => stores.incidents.add(o, { ...INCIDENT, id: `new-${o}` }),
    forgetNoticesBefore: 'of the installation',
  },
  feedback: {
    list: (stores, o) => stores.feedback.list(o),
    setDemo: (stores, o) =>
      stores.feedback.setDemo(o, [{ section: 's', verdict: 'helpful', n: 2 }]),
    add: (stores, o) =>
      stores.feedback.add(o, { section: 's', version: '1', verdict: 'unhelpful' }),
  },
  gaps: {
    since: (stores, o) => stores.gaps.since(o, '2026-01-01'),
    forgetAsker: (stores, o) => stores.gaps.forgetAsker(o, TAG),
    forgetBefore: (stores, o) => stores.gaps.forgetBefore(o, '2027-01-01'),
    add: (stores, o) => stores.gaps.add(o, { ...GAP, id: `new-${o}` }),
  },
  chores: {
    isDone: (stores, organisation) => stores.chores.isDone({ ...CHORE, organisation }),
    claim: (stores, organisation) => stores.chores.claim({ ...CHORE, organisation }, NOW),
    forgetBefore: 'of the installation',
  },
  forgotten: {
    list: (stores, o) => stores.forgotten.list(o),
    forgetBefore: (stores, o) => stores.forgotten.forgetBefore(o, NOW),
    add: (stores, o) => stores.forgotten.add(o, { sealed: `new-${o}`, at: NOW }),
    listAll: 'of the installation',
  },
  webSignIns: {
    session: (stores, o) => stores.webSignIns.session(o, 'session', NOW),
    redeem: (stores, o) => stores.webSignIns.redeem(o, 'link', { ...SESSION, tag: `of-${o}` }, NOW),
    endSession: (stores, o) => stores.webSignIns.endSession(o, 'session'),
    forgetPerson: (stores, o) => stores.webSignIns.forgetPerson(o, '1001'),
    keepLink: (stores, o) => stores.webSignIns.keepLink(o, VISITOR, { ...SESSION, tag: 'new' }),
    startSession: (stores, o) =>
      stores.webSignIns.startSession(o, VISITOR, { ...SESSION, tag: 'new' }),
    forgetExpired: 'of the installation',
  },
  ...HANDBOOK_PROBES,
  ...TELLING_PROBES,
  ...CARE_PROBES,
  replyCounts: {
    during: (stores, o) => stores.replyCounts.during(o, WEEKS),
    forgetBefore: (stores, o) => stores.replyCounts.forgetBefore(o, '2026-W48'),
    count: (stores, o) => stores.replyCounts.count(o, '2026-W47', { kind: 'answer', section: 's' }),
    setDemo: (stores, o) => stores.replyCounts.setDemo(o, [DEMO_WEEK]),
  },
  ...POLL_PROBES,
}

const probes = Object.entries(PROBES).flatMap(([store, methods]) =>
  Object.entries(methods).flatMap(([method, probe]) =>
    typeof probe === 'string' ? [] : [[`${store}.${method}`, probe] as const],
  ),
)

describe.each(engines)('two organisations on $name', (engine) => {
  it('know nothing of each other, and change nothing of each other', async () => {
    const [filled, empty] = [await openInspected(engine), await openInspected(engine)]
    await fill(filled.stores, 'lindedam')
    const before = await filled.rows('lindedam')

    for (const [name, probe] of probes) {
      const told = await probe(filled.stores, 'waterveen')
      const unknown = await probe(empty.stores, 'waterveen')

      expect([name, told]).toEqual([name, unknown])
      expect([name, await filled.rows('lindedam')]).toEqual([name, before])
    }

    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
    await Promise.all([filled.close(), empty.close()])
  })
})

/** Or the test above would be true of a question that nothing answers. */
it('asks only what the organisation itself would notice', async () => {
  const [sqlite] = engines
  if (sqlite === undefined) throw new Error('there is no engine')
  const [filled, empty] = [await openInspected(sqlite), await openInspected(sqlite)]
  const unnoticed: string[] = []

  for (const [name, probe] of probes) {
    await Promise.all([filled.clear(), empty.clear()])
    await fill(filled.stores, 'lindedam')
    const before = await filled.rows('lindedam')
    const told = await probe(filled.stores, 'lindedam')
    const unknown = await probe(empty.stores, 'lindedam')
    const after = await filled.rows('lindedam')
    const isTheSame = (one: unknown, other: unknown) =>
      JSON.stringify(one) === JSON.stringify(other)
    if (isTheSame(told, unknown) && isTheSame(before, after)) unnoticed.push(name)
  }

  expect(unnoticed).toEqual([])
  await Promise.all([filled.close(), empty.close()])
})
