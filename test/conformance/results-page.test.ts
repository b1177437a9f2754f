/** Conformance, results page: from the chat in either platform to the page in a browser, and no further. */
import { removeFolders } from '../knowledge/waterveen.ts'
import { closePoll, everybodyVotes, planPoll } from './hold-poll.ts'
import { ADDRESS } from './municipality.ts'
import { employee, manager } from './people.ts'
import { aPlaceIn, PLATFORMS, type Place } from './platforms.ts'

afterAll(removeFolders)

describe.each(PLATFORMS)('in $name', (platform) => {
  let place: Place
  beforeEach(async () => {
    place = await aPlaceIn(platform)
  })
  afterEach(() => place.leave())

  it('leads a manager to the page, once', async () => {
    const { client, last } = place
    await planPoll(place)
    await everybodyVotes(place)
    await closePoll(place)
    await client.say(manager, 'resultaten')
    await client.press(manager, 'open-results')
    const [link = ''] = last(manager).links

    const entered = await enter(link)
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await browse('/results', { headers: { cookie } })
    expect([entered.status, page.status]).toEqual([303, 200])
    expect(await page.text()).toMatch(/13/)
    expect((await enter(link)).status).toBe(410)
  })

  it('leads nobody else there', async () => {
    const said = await place.ask(employee, 'resultaten')

    expect(said.links).toEqual([])
    expect(said.verbs).not.toContain('open-results')
  })

  /** By what stands before the bot and ends TLS. */
  const browse = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${place.town.port}${path}`, { redirect: 'manual', ...init })

  /** As the form on the page behind the link does. */
  async function enter(link: string): Promise<Response> {
    const { origin, pathname } = new URL(link)
    expect(origin).toBe(ADDRESS)
    const shown = await (await browse(pathname)).text()
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(shown) ?? []
    return browse('/results/enter', {
      method: 'POST',
      body: new URLSearchParams({ token }),
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    })
  }
})
