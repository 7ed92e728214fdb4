import { authorizationMatrix } from './authorization'
import { concurrentPublish } from './concurrent-publish'
import { databaseFaults } from './database-faults/rig'
import { draftCanary } from './draft-canary/rig'
import { interleavedEditors } from './editors/rig'
import { outgoingFetches } from './outgoing-fetches/rig'
import type { Rig } from './rig'
import { schedulesAcrossChanges } from './schedules/rig'
import { storedXss } from './stored-xss/rig'

/** Every rig, in the order of docs/trust.md. */
export const rigs: Rig[] = [
  concurrentPublish,
  schedulesAcrossChanges,
  interleavedEditors,
  databaseFaults,
  draftCanary,
  storedXss,
  outgoingFetches,
  authorizationMatrix,
]
