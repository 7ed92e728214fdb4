import { expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { testDatabase } from '@/lib/testing/test-database'
import { beginWithSettings, seedInstance } from './seed'

const database = testDatabase()

test.each([['owner@example.org'], [undefined]])(
  'a server and an import that begin at once make one publication (owner: %s)',
  async (owner) => {
    for (let round = 0; round < 5; round += 1) {
      await database.empty()
      setEnv({ OWNER_EMAIL: owner })
      const importing = () => beginWithSettings({ name: 'Tide Table' })
      await Promise.all([importing(), seedInstance(), importing(), seedInstance()])
      expect(await db().publication.count()).toBe(1)
      expect(await db().user.count({ where: { role: 'OWNER' } })).toBe(1)
    }
  },
)
