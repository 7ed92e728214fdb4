import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { clicksOf } from '@/lib/clicks/queries'
import { setEnv } from '@/lib/env/env'
import { makePublication } from '@/lib/testing/issues'
import { makeRanSlot } from '@/lib/testing/ran-slot'
import { faults, inflict, type Target } from './database-faults/faults'
import { insist, withOwnServer } from './database-faults/rig'
import { type Random, seededRandom } from './random'
import type { Rig } from './rig'
import { type Served, serveBuilt } from './serve'

const rounds = { full: 100, short: faults.length }
const CLICKS = 120
const READERS = 4
const COUNTED_WITHIN_MS = 60_000
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Follows a counted link as another reader each time. @returns the status, which is the acknowledgement when 302 */
function follow(served: Served, path: string, agent: Agent, reader: number): Promise<number> {
  const forwarded = `198.${18 + (reader >> 16)}.${(reader >> 8) & 255}.${reader & 255}`
  const headers = { 'user-agent': browser, 'x-forwarded-for': forwarded }
  return new Promise((done) => {
    const call = request(`${served.origin}${path}`, { agent, headers }, (response) => {
      response.resume().on('end', () => done(response.statusCode ?? 0))
    })
    call.on('error', () => done(0))
    call.end()
  })
}

/** So many clicks, and a fault somewhere among them. @returns how many were acknowledged */
async function clickThrough(fault: () => Promise<void>, ask: () => Promise<number>, random: Random) {
  const moment = random.below(CLICKS / 2)
  let [asked, acknowledged] = [0, 0]
  let striking: Promise<void> | null = null
  const reader = async () => {
    while (asked < CLICKS) {
      asked += 1
      if (asked === moment + 1) striking = fault()
      if ((await ask()) === 302) acknowledged += 1
      await wait(random.below(10))
    }
  }
  await Promise.all(Array.from({ length: READERS }, reader))
  await striking
  return acknowledged
}

/** Waits until as many are counted, and a little longer, since more would be as wrong. */
async function countedOf(slotId: string, expected: number): Promise<number> {
  const end = performance.now() + COUNTED_WITHIN_MS
  let counted = 0
  while (performance.now() < end) {
    counted = (await insist(() => clicksOf(slotId))).raw
    if (counted >= expected) break
    await wait(200)
  }
  await wait(1_000)
  return (await insist(() => clicksOf(slotId))).raw
}

async function clickDuringFaults(count: number, target: Target) {
  const { slotId, targets } = await makeRanSlot()
  const path = `/go/${Object.values(targets)[0]}`
  const through = new URL(target.url)
  through.port = String(target.proxy.port)
  setEnv({ DATABASE_URL: through.href, DIRECT_DATABASE_URL: through.href })
  const served = await serveBuilt()
  setEnv({ DATABASE_URL: target.url, DIRECT_DATABASE_URL: target.url })
  const agent = new Agent({ keepAlive: true, maxSockets: READERS })
  let [reader, acknowledged] = [0, 0]
  const breaches: string[] = []
  try {
    // The server knows the link from now on, as after the first reader of an issue.
    if ((await follow(served, path, agent, reader)) === 302) acknowledged += 1
    for (let round = 0; round < count; round += 1) {
      const fault = faults[round % faults.length] ?? 'fast'
      const ask = () => follow(served, path, agent, ++reader)
      const told = await clickThrough(() => inflict(fault, target), ask, seededRandom(round))
      acknowledged += told
      // The next fault finds a database that is there.
      await insist(() => clicksOf(slotId))
      if (told < CLICKS) breaches.push(`round ${round}, ${fault}: ${CLICKS - told} readers were not led on`)
    }
    const counted = await countedOf(slotId, acknowledged)
    if (counted !== acknowledged) breaches.push(`${acknowledged} acknowledged, ${counted} counted`)
    return { breaches, acknowledged, counted }
  } finally {
    agent.destroy()
    await served.stop()
  }
}

export const clickFaults: Rig = {
  name: 'clicks through database faults',
  bar: `Postgres restarted, crashed, killed, connections cut at COMMIT, ${rounds.full} times while sponsors' links are followed: every reader is led on, every click counted once`,
  run: async ({ full }) => {
    const count = full ? rounds.full : rounds.short
    return withOwnServer(async (target) => {
      await makePublication()
      const { breaches, acknowledged, counted } = await clickDuringFaults(count, target)
      const figure = `${acknowledged} clicks acknowledged, ${counted} counted, ${target.proxy.cuts()} cuts at COMMIT`
      return { rounds: count, breaches, figure }
    })
  },
}
