/** Chores: does what is due, once among all processes, and again when it failed. */
import type { Organisation } from '../contract/organisation.ts'
import type { Storage, Stores } from '../storage/storage.ts'

export type ChoreContext = Readonly<{ stores: Stores; organisation: Organisation; now: number }>

export type Chore = Readonly<{
  name: string
  /**
   * What it is due for at this moment, such as a date or a week: done once for each.
   * Undefined when nothing is due.
   */
  due: (now: number, organisation: Organisation) => string | undefined
  /** In one transaction with the note that it was done: short, and nothing but the stores. */
  run: (context: ChoreContext) => Promise<void>
  /** It removes what must be gone from the file too, not only from the tables. */
  tidies?: boolean
}>

/** Looked at every time; it sees to it by itself that nothing is done twice. */
export type Task = Readonly<{
  name: string
  /** @returns a word for each thing that it did */
  run: (organisation: string) => Promise<readonly string[]>
}>

type Which = Readonly<{ chore: string; organisation: string }>
export type ChoreEvent =
  | (Which & Readonly<{ kind: 'done'; due: string }>)
  /** It will be tried again. */
  | (Which & Readonly<{ kind: 'failed'; error: unknown }>)

export type Chores = Readonly<{
  /** Never twice at once: a second call waits for the first. Never throws. */
  runDue: () => Promise<void>
  /** At once, and then again and again. */
  start: (everyMs: number) => void
  /** Waits for the one that is being done. */
  stop: () => Promise<void>
}>

export type ChoreSettings = Readonly<{
  storage: Storage
  chores: readonly Chore[]
  tasks?: readonly Task[]
  organisations: readonly Organisation[]
  clock: () => number
  observe: (event: ChoreEvent) => void
}>

export function createChores(settings: ChoreSettings): Chores {
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopping = false

  const runDue = () => {
    running ??= runAll(settings, () => isStopping).finally(() => {
      running = undefined
    })
    return running
  }
  return {
    runDue,
    start: (everyMs) => {
      void runDue()
      timer = setInterval(() => void runDue(), everyMs)
    },
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await running
    },
  }
}

async function runAll(settings: ChoreSettings, isStopping: () => boolean): Promise<void> {
  const { chores, tasks = [], organisations } = settings
  const all = [
    ...chores.map((chore) => (organisation: Organisation) => runOne(settings, chore, organisation)),
    ...tasks.map(
      (task) =>
        ({ id }: Organisation) =>
          runTask(settings, task, id),
    ),
  ]
  for (const run of all)
    for (const organisation of organisations) if (!isStopping()) await run(organisation)
}

async function runTask(
  { observe }: ChoreSettings,
  { name, run }: Task,
  organisation: string,
): Promise<void> {
  try {
    for (const due of await run(organisation))
      observe({ kind: 'done', chore: name, organisation, due })
  } catch (error) {
    observe({ kind: 'failed', chore: name, organisation, error })
  }
}

async function runOne(
  settings: ChoreSettings,
  chore: Chore,
  organisation: Organisation,
): Promise<void> {
  const which = { chore: chore.name, organisation: organisation.id }
  try {
    const due = await runIfDue(settings, chore, organisation)
    if (due === undefined) return
    settings.observe({ kind: 'done', ...which, due })
    if (chore.tidies) await settings.storage.tidy()
  } catch (error) {
    settings.observe({ kind: 'failed', ...which, error })
  }
}

/** @returns what it was due for, when this process did it */
async function runIfDue(
  { storage, clock }: ChoreSettings,
  chore: Chore,
  organisation: Organisation,
): Promise<string | undefined> {
  const now = clock()
  const due = chore.due(now, organisation)
  if (due === undefined) return undefined
  const claim = { name: chore.name, organisation: organisation.id, due }
  if (await storage.stores.chores.isDone(claim)) return undefined

  return storage.transaction(async (stores) => {
    if (!(await stores.chores.claim(claim, now))) return undefined
    await chore.run({ stores, organisation, now })
    return due
  })
}
