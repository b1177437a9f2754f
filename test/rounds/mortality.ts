/**
 * Mortality: makes this process end, or stand still, at the k-th thing that it does to the world.
 *
 * That is a call to the database, below everything of ours, or a change of a file. Both engines are
 * reached through their own packages.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import pg from 'pg'
import { aroundSqlite } from '../stand-ins/around-sqlite.ts'

export type Fate = Readonly<{
  /** Counted from 1. */
  at: number
  /** During: the server got the call, and nobody hears its answer. A file's is always before. */
  moment: 'before' | 'during'
  /** SIGSTOP: it stands still until somebody has it go on. */
  signal: 'SIGKILL' | 'SIGSTOP'
}>

export type Mortality = Readonly<{
  /** Counts from here. */
  begin: (fate?: Fate) => void
  /** @returns how many things were done since it began */
  end: () => number
}>

type Step = (moment: Fate['moment']) => void

export function installMortality(): Mortality {
  let fate: Fate | undefined
  let done = 0
  const step: Step = (moment) => {
    if (moment === 'before') done += 1
    if (fate === undefined || fate.at !== done || fate.moment !== moment) return
    const { signal } = fate
    fate = undefined
    process.kill(process.pid, signal)
  }
  mortalSqlite(step)
  mortalPostgres(step)
  mortalFiles(step)

  return {
    begin: (next) => {
      fate = next
      done = 0
    },
    end: () => {
      fate = undefined
      return done
    },
  }
}

/** It works within this process: between the call and its answer there is nothing. */
function mortalSqlite(step: Step): void {
  aroundSqlite((_source, run) => {
    step('before')
    return run()
  })
}

function mortalPostgres(step: Step): void {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    step('before')
    const answer = Reflect.apply(query, this, given)
    step('during') // the call lies in the socket by now
    return answer
  } as typeof query // its type depends on the parameters, which pass unread
}

/** What round keys are made, overwritten and removed with. */
const CHANGES = ['writeFileSync', 'linkSync', 'writeSync', 'rmSync'] as const

function mortalFiles(step: Step): void {
  for (const name of CHANGES) {
    const change: (...given: never[]) => unknown = fs[name]
    Object.assign(fs, {
      [name]: (...given: never[]) => {
        step('before')
        return change(...given)
      },
    })
  }
  syncBuiltinESMExports()
}
