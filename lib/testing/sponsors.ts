import { randomUUID } from 'node:crypto'
import type { Actor, ContactActor } from '@/lib/accounts/schema'
import { addContact } from '@/lib/sponsors/commands/add-contact'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { createPlacement } from '@/lib/sponsors/commands/create-placement'
import { createSponsor } from '@/lib/sponsors/commands/create-sponsor'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { submitCopy } from '@/lib/sponsors/commands/submit-copy'
import type { AdCopyContent, BookSlotInput, PlacementContent } from '@/lib/sponsors/schema'
import { tester } from './issues'

const commandId = () => randomUUID()

/** A company with one contact, who may write its copy. */
export async function makeSponsor(name = 'Acme'): Promise<{ id: string; contact: ContactActor }> {
  const { id } = await createSponsor(tester, { commandId: commandId(), fields: { name } })
  const email = `${randomUUID()}@example.com`
  const person = await addContact(tester, { commandId: commandId(), sponsorId: id, name: 'Kim', email })
  return { id, contact: { kind: 'contact', id: person.id, name: 'Kim', sponsorId: id } }
}

/** A placement at the top of an issue, unless told otherwise. */
export async function makePlacement(fields: Partial<PlacementContent> = {}): Promise<string> {
  const content = { name: 'Top', ...fields }
  return (await createPlacement(tester, { commandId: commandId(), fields: content })).id
}

/** A booking, in an issue or on a date. */
export function makeSlot(
  sponsorId: string,
  placementId: string,
  where: Pick<BookSlotInput, 'issueId' | 'date'>,
) {
  return bookSlot(tester, { commandId: commandId(), sponsorId, placementId, ...where })
}

/** Copy written and sent in, by the contact or for them. */
export async function sendCopy(
  contact: Actor,
  slotId: string,
  fields: Partial<AdCopyContent> = {},
  version = 0,
) {
  const content = {
    text: 'Ship calmly with Acme.',
    callToAction: 'Try Acme',
    url: 'https://acme.example/?utm=x',
  }
  const saved = await saveCopy(contact, {
    commandId: commandId(),
    slotId,
    version,
    fields: { ...content, ...fields },
  })
  return submitCopy(contact, { commandId: commandId(), slotId, version: saved.version })
}
