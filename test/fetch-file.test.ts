/** Fetching a document: from where Teams keeps files, and from nowhere that an address could lead to. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { FILE_HOSTS } from '../bot/adapters/teams/file-hosts.ts'
import { createFetchFile, isInternal } from '../bot/fetch-file.ts'

let server: Server
let address: string
let connections = 0
let reply: RequestListener
beforeEach(async () => {
  connections = 0
  server = createServer((request, response) => reply(request, response))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const port = () => new URL(address).port
const strict = createFetchFile({ hosts: FILE_HOSTS, loopback: false })
const local = createFetchFile({ hosts: FILE_HOSTS, loopback: true }, 2_000)

/** With the port of a server that counts who comes. */
const HOSTILE: readonly string[] = [
  'http://127.0.0.1:PORT/a.docx',
  'https://127.0.0.1:PORT/a.docx',
  'http://localhost:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://0.0.0.0:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://017700000001:PORT/',
  'http://127.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fd00:ec2::254]/latest/',
  'https://metadata.google.internal/',
  'https://10.0.0.1/',
  'https://192.168.1.1/',
  'http://waterveen.sharepoint.com/a.docx',
  'https://waterveen.sharepoint.com:PORT/a.docx',
  'https://user:secret@waterveen.sharepoint.com/a.docx',
  'https://waterveen.sharepoint.com@127.0.0.1:PORT/',
  'https://waterveen.sharepoint.com.evil.example/',
  'https://evilsharepoint.com/',
  'https://sharepoint.com.evil.example/',
  'https://127.0.0.1:PORT/?x=.sharepoint.com',
  'https://127.0.0.1:PORT#.sharepoint.com',
  'file:///etc/passwd',
  'ftp://waterveen.sharepoint.com/a.docx',
  'data:text/plain,hello',
  'gopher://127.0.0.1:PORT/',
  'https:///a.docx',
  'not an address',
  '',
]

it.each(HOSTILE)('goes nowhere for %s', async (url) => {
  expect(await strict(url.replaceAll('PORT', port()))).toEqual({
    ...{ kind: 'failed', reason: 'host-not-allowed' },
  })
  expect(connections).toBe(0)
})

it('does not connect when a listed name stands for an address of the network itself', async () => {
  const fetch = createFetchFile({ hosts: ['localhost'], loopback: false })

  expect(await fetch('https://localhost/a.docx')).toEqual({
    ...{ kind: 'failed', reason: 'an address of an internal network' },
  })
})

it.each([
  ...['0.1.2.3', '10.1.2.3', '100.64.0.1', '127.9.9.9', '169.254.169.254', '172.31.0.1'],
  ...['192.168.0.1', '198.19.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::7f00:1'],
  ...['::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', 'fd00::1', 'fe80::1', 'ff02::1'],
])('knows that %s is internal', (one) => {
  expect(isInternal(one)).toBe(true)
})

it.each(['13.107.136.9', '2620:1ec:8f8::9', '::ffff:13.107.136.9'])('lets %s pass', (one) => {
  expect(isInternal(one)).toBe(false)
})

describe('a file on a host that may be asked', () => {
  it('is read whole, without any token of the bot', async () => {
    let sent: unknown
    reply = ({ headers }, response) => {
      sent = headers.authorization
      response.end('words')
    }

    expect(await local(`${address}/a.docx`)).toEqual({
      ...{ kind: 'fetched', bytes: Buffer.from('words') },
    })
    expect(sent).toBeUndefined()
  })

  it('is not looked for where it says that it moved to', async () => {
    reply = (_, response) => {
      response.writeHead(302, { location: `${address}/b` })
      response.end()
    }

    expect(await local(`${address}/a.docx`)).toEqual({ kind: 'failed', reason: 'http-302' })
    expect(connections).toBe(1)
  })

  it('is let go of at 10 MB, however long it goes on', async () => {
    const megabyte = Buffer.alloc(1024 * 1024)
    let given = 0
    reply = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(megabyte)) given += 1
        response.once('drain', more)
      }
      more()
    }

    expect(await local(`${address}/a.docx`)).toEqual({ kind: 'too-large' })
    expect(given).toBeLessThan(40)
  })

  it('is let go of when it does not come', async () => {
    reply = () => undefined
    const impatient = createFetchFile({ hosts: [], loopback: true }, 50)

    expect(await impatient(`${address}/a.docx`)).toMatchObject({ kind: 'failed' })
  })

  it('is not taken for whole when it breaks off', async () => {
    reply = (_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => response.destroy())
    }

    expect(await local(`${address}/a.docx`)).toMatchObject({ kind: 'failed' })
  })
})
