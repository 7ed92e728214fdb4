import { authorizationMatrix } from './authorization'
import { badInput } from './bad-input/rig'
import { clickFaults } from './click-faults'
import { concurrentPublish } from './concurrent-publish'
import { databaseFaults } from './database-faults/rig'
import { draftCanary } from './draft-canary/rig'
import { interleavedEditors } from './editors/rig'
import { killedServer } from './killed-server/rig'
import { lighthouse } from './lighthouse/rig'
import { outgoingFetches } from './outgoing-fetches/rig'
import { readerMemory } from './reader-memory'
import type { Rig } from './rig'
import { schedulesAcrossChanges } from './schedules/rig'
import { standards } from './standards/rig'
import { stoppedDatabase } from './stopped-database/rig'
import { storedXss } from './stored-xss/rig'

/** Every rig, in the order of docs/trust.md. */
export const rigs: Rig[] = [
  concurrentPublish,
  schedulesAcrossChanges,
  interleavedEditors,
  databaseFaults,
  killedServer,
  clickFaults,
  stoppedDatabase,
  badInput,
  readerMemory,
  draftCanary,
  storedXss,
  outgoingFetches,
  standards,
  lighthouse,
  authorizationMatrix,
]
