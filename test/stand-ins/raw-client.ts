/** Raw client: sends bytes as they are, also what no well-behaved HTTP client would send. */
import { connect } from 'node:net'

/**
 * Sends the parts and resolves to everything that came back when the server ends the connection.
 *
 * @param more sent again and again for as long as the server listens.
 */
export function sendRaw(port: number, text: string, more?: string): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text, 'latin1') // one character, one byte
      if (more !== undefined) pump()
    })
    const pump = () => {
      while (!socket.destroyed && socket.write(more ?? ''));
      socket.once('drain', pump)
    }
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk
    })
    socket.on('error', () => undefined) // a refused body ends in a reset; what was said still counts
    socket.on('close', () => resolve(received))
  })
}

export function request(
  line: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): string {
  const lines = Object.entries({ Host: 'bot.example', Connection: 'close', ...headers })
  return `${line}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/** The status of the first answer; 0 when the connection ended without one. */
export function statusIn(received: string): number {
  return Number(/^HTTP\/1\.[01] (\d{3})/.exec(received)?.[1] ?? 0)
}
