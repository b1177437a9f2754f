/** Chores: done once for each moment, whatever the number of processes, and again after a failure. */
import { type Chore, type ChoreEvent, createChores, type Task } from '../../bot/chores/chores.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { anOrganisation } from '../builders.ts'
import { engines } from '../storage/engines.ts'

const organisations = [anOrganisation({ id: 'waterveen' }), anOrganisation({ id: 'oosterhaven' })]

/** Counts in the store how often it was done, so that what is rolled back does not count. */
function aChore(change: Partial<Chore> = {}): Chore {
  return {
    name: 'count',
    due: (now) => `day ${Math.floor(now / 100)}`,
    run: async ({ stores, organisation }) =>
      void (await stores.numbers.next(organisation.id, 'done')),
    ...change,
  }
}

describe.each(engines)('chores on $name', ({ open }) => {
  let storage: Storage
  let now: number
  let events: ChoreEvent[]
  beforeEach(async () => {
    storage = await open()
    now = 1000
    events = []
  })
  afterEach(() => storage.close())

  const create = (...chores: readonly Chore[]) =>
    createChores({
      storage,
      chores,
      organisations,
      clock: () => now,
      observe: (event) => events.push(event),
    })
  const timesDone = async (organisation: string) =>
    Number((await storage.stores.numbers.next(organisation, 'done')).replace('done-', '')) - 1

  it('are done once for a moment in each organisation, and again for the next', async () => {
    const chores = create(aChore())

    await chores.runDue()
    await chores.runDue()
    now = 1100
    await chores.runDue()

    expect(await timesDone('waterveen')).toBe(2)
    expect(await timesDone('oosterhaven')).toBe(2)
    expect(events.filter(({ organisation }) => organisation === 'waterveen')).toEqual([
      { kind: 'done', chore: 'count', organisation: 'waterveen', due: 'day 10' },
      { kind: 'done', chore: 'count', organisation: 'waterveen', due: 'day 11' },
    ])
  })

  it('are done once by three processes at the same time', async () => {
    await Promise.all([create(aChore()), create(aChore()), create(aChore())].map((c) => c.runDue()))

    expect(await timesDone('waterveen')).toBe(1)
  })

  it('are not done when nothing is due', async () => {
    await create(aChore({ due: () => undefined })).runDue()

    expect(await timesDone('waterveen')).toBe(0)
    expect(events).toEqual([])
  })

  it('leave nothing when they fail, do not stop the others, and are tried again', async () => {
    let isBroken = true
    const failure = new Error('no')
    const failing = aChore({
      name: 'failing',
      run: async ({ stores, organisation }) => {
        await stores.numbers.next(organisation.id, 'done')
        if (isBroken) throw failure
      },
    })
    const chores = create(failing, aChore())

    await chores.runDue()

    expect(events.map(({ kind, chore }) => `${chore} ${kind}`)).toEqual([
      'failing failed',
      'failing failed',
      'count done',
      'count done',
    ])
    expect(events[0]).toMatchObject({ organisation: 'waterveen', error: failure })
    isBroken = false
    await chores.runDue()
    expect(await timesDone('waterveen')).toBe(2)
  })

  it('tell of a failure of their calendar too', async () => {
    const due = () => {
      throw new Error('no such day')
    }

    await create(aChore({ due })).runDue()

    expect(events.map(({ kind }) => kind)).toEqual(['failed', 'failed'])
  })

  it('are never done twice at once', async () => {
    const chores = create(aChore())

    expect(chores.runDue()).toBe(chores.runDue())
    await chores.runDue()
  })
})

describe('tasks', () => {
  let storage: Storage
  let events: ChoreEvent[]
  beforeEach(async () => {
    storage = await openOne()
    events = []
  })
  afterEach(() => storage.close())

  const create = (tasks: readonly Task[], chores: readonly Chore[] = []) =>
    createChores({
      storage,
      chores,
      tasks,
      organisations,
      clock: () => 1000,
      observe: (event) => events.push(event),
    })
  const seen = () => events.map(({ kind, chore, organisation }) => [chore, kind, organisation])

  it('are looked at every time, for each organisation, beside the chores', async () => {
    const begun: string[] = []
    const polls = aTask('polls', async (organisation) => {
      begun.push(organisation)
      return []
    })
    const chores = create([polls], [aChore()])

    await chores.runDue()
    await chores.runDue()

    expect(begun).toEqual(['waterveen', 'oosterhaven', 'waterveen', 'oosterhaven'])
    expect(seen()).toEqual([
      ['count', 'done', 'waterveen'],
      ['count', 'done', 'oosterhaven'],
    ])
  })

  it('tell of each thing that they did', async () => {
    const polls = aTask('polls', async (organisation) =>
      organisation === 'waterveen' ? ['closed', 'opened'] : [],
    )

    await create([polls]).runDue()

    expect(events).toEqual([
      { kind: 'done', chore: 'polls', organisation: 'waterveen', due: 'closed' },
      { kind: 'done', chore: 'polls', organisation: 'waterveen', due: 'opened' },
    ])
  })

  it('that fail do not stop the others, whether they throw or reject, and are tried again', async () => {
    const failure = new Error('no')
    let isBroken = true
    const polls = aTask('polls', async (organisation) => {
      if (isBroken && organisation === 'waterveen') throw failure
      return ['opened']
    })
    const throwing = aTask('throwing', () => {
      throw failure
    })
    const chores = create([polls, throwing])

    await chores.runDue()

    expect(seen()).toEqual([
      ['polls', 'failed', 'waterveen'],
      ['polls', 'done', 'oosterhaven'],
      ['throwing', 'failed', 'waterveen'],
      ['throwing', 'failed', 'oosterhaven'],
    ])
    expect(events[0]).toMatchObject({ error: failure })
    isBroken = false
    await chores.runDue()
    expect(seen().slice(4)).toContainEqual(['polls', 'done', 'waterveen'])
  })

  it('are not begun any more once they are stopped', async () => {
    const begun: string[] = []
    const chores = create([
      aTask('polls', async (organisation) => {
        begun.push(organisation)
        void chores.stop()
        return []
      }),
    ])

    await chores.runDue()

    expect(begun).toEqual(['waterveen'])
  })
})

const aTask = (name: string, run: Task['run']): Task => ({ name, run })

async function openOne(): Promise<Storage> {
  const storage = await engines[0]?.open()
  if (storage === undefined) throw new Error('no engine')
  return storage
}

describe('started chores', () => {
  it('begin at once, go on, and stop after the one at hand', async () => {
    const storage = await openOne()
    let n = 0
    const thrice = new Promise<void>((resolve) => {
      const count = aChore({
        due: () => String(n),
        run: async () => {
          n += 1
          if (n === 3) resolve()
        },
      })
      const chores = createChores({
        storage,
        chores: [count],
        organisations: organisations.slice(0, 1),
        clock: () => 0,
        observe: () => n === 3 && void chores.stop().then(() => storage.close()),
      })
      chores.start(1)
    })

    await thrice
    expect(n).toBe(3)
  })

  it('stop before the next one, and wait for the one at hand', async () => {
    const storage = await openOne()
    let end: () => void = () => undefined
    const begun: string[] = []
    const slow = (name: string): Chore => ({
      name,
      due: () => 'now',
      run: () => {
        begun.push(name)
        return new Promise((resolve) => {
          end = resolve
        })
      },
    })
    const first = new Promise<void>((resolve) => {
      const chores = createChores({
        storage,
        chores: [slow('first'), slow('second')],
        organisations: organisations.slice(0, 1),
        clock: () => 0,
        observe: () => undefined,
      })
      chores.start(60_000)
      const stopped = chores.stop()
      resolve(stopped)
      setImmediate(() => end())
    })

    await first

    expect(begun).toEqual(['first'])
    await storage.close()
  })
})
