'use client'

import { Ellipsis } from 'lucide-react'
import { sectionOfItem } from '@/components/editor/core/document'
import { nameOfSection } from '@/components/editor/core/ordering'
import { addItem, endOfSection, moveItem, removeItem, stepItem } from '@/components/editor/desk/actions'
import { sendToInbox, takesCaptures } from '@/components/editor/desk/inbox-actions'
import { useDesk } from '@/components/editor/desk/use-desk'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'

type Props = { id: string; name: string; first: boolean; tabIndex: number }

/** Everything that can be done with an item, for those who neither drag nor know the keys. */
export function ItemMenu({ id, name, first, tabIndex }: Props) {
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="ed-icon" tabIndex={tabIndex} aria-label={`Actions for ${name}`}>
          <Ellipsis aria-hidden="true" size={16} />
        </button>
      }
    >
      <Actions id={id} first={first} />
    </Menu>
  )
}

/** Drawn only while the menu is open. */
function Actions({ id, first }: { id: string; first: boolean }) {
  const desk = useDesk()
  const { editor } = desk
  const { doc } = editor.state
  const row = { kind: 'item' as const, id }
  const item = doc.items[id]
  const sectionId = sectionOfItem(doc, id)
  const others = doc.sectionIds.filter((other) => other !== sectionId)
  if (!item || !sectionId) return null
  return (
    <>
      <MenuItem onSelect={() => desk.desk.edit(row, 'headline')}>Edit</MenuItem>
      <MenuItem onSelect={() => addItem(desk, { sectionId, after: id })}>Add an item below</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => stepItem(desk, id, -1)}>Move up</MenuItem>
      <MenuItem onSelect={() => stepItem(desk, id, 1)}>Move down</MenuItem>
      {others.length > 0 ? <MenuLabel>Move to</MenuLabel> : null}
      {others.map((other) => (
        <MenuItem key={other} onSelect={() => moveItem(desk, id, endOfSection(desk, other))}>
          {nameOfSection(doc, other)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem disabled={first && !item.tied} onSelect={() => editor.edit(row, 'tied', !item.tied)}>
        {item.tied ? 'Untie from the item above' : 'Tie to the item above'}
      </MenuItem>
      {takesCaptures(editor.state.loaded) ? (
        <MenuItem disabled={item.url.trim() === ''} onSelect={() => void sendToInbox(desk, id)}>
          Back to the inbox
        </MenuItem>
      ) : null}
      <MenuLink>
        <a href={`/admin/issues/${doc.issueId}/versions?row=${id}`}>Versions</a>
      </MenuLink>
      <MenuItem danger onSelect={() => removeItem(desk, id)}>
        Remove
      </MenuItem>
    </>
  )
}
