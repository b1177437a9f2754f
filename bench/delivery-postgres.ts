/** Delivery, PostgreSQL: an empty database on the server that is there, or on one of our own. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { findPostgres, startPostgres } from '../test/storage/postgres-server.ts'
import { finallyDo } from './delivery-processes.ts'

/** @returns undefined, and says so, when there is no PostgreSQL */
export async function onPostgres<T>(work: (url: string) => Promise<T>): Promise<T | undefined> {
  const theirs = process.env['TEST_DATABASE_URL']
  if (theirs) return inDatabase(theirs, work)
  if (findPostgres() === undefined) {
    console.error('LEFT OUT: there is no PostgreSQL on the PATH, and TEST_DATABASE_URL is not set')
    return undefined
  }
  const server = await startPostgres(true)
  return finallyDo(server.stop, () => inDatabase(server.url, work))
}

async function inDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `vraagbaak_bench_${randomBytes(6).toString('hex')}`
  await query(server, `create database ${name}`)
  try {
    const url = new URL(server)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await query(server, `drop database ${name} with (force)`)
  }
}

/** @returns rows of untrusted shape */
export async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
