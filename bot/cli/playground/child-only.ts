/**
 * Child only: preloaded into what the playground starts, so that it ends with its parent and is
 * heard on this machine alone. Microsoft's client has no setting for either: it listens on every
 * interface, and nothing in it checks who calls.
 */
import { Server } from 'node:net'

process.on('disconnect', () => process.exit())

const { listen } = Server.prototype

// Of the forms that listen has, only this one leaves the address open: a port, perhaps a callback.
Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, host, ...rest] = given
  const isOpen = typeof port === 'number' && typeof host !== 'string'
  const closed = isOpen ? [port, '127.0.0.1', host, ...rest] : given
  return Reflect.apply(listen, this, closed)
}
