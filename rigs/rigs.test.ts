import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/test-database'
import { concurrentPublish } from './concurrent-publish'
import { interleavedEditors } from './editors/rig'
import { outgoingFetches } from './outgoing-fetches/rig'
import { schedulesAcrossChanges } from './schedules/rig'
import { storedXss } from './stored-xss/rig'

const database = testDatabase()
beforeEach(() => database.empty())

test.each([concurrentPublish, interleavedEditors, schedulesAcrossChanges, storedXss, outgoingFetches])(
  '$name',
  { timeout: 180_000 },
  async (rig) => {
    const { breaches } = await rig.run({ full: false })
    expect(breaches).toEqual([])
  },
)
