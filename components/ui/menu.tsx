'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

const itemClass =
  'flex min-h-9 cursor-pointer items-center gap-2 rounded px-2.5 text-sm no-underline outline-none select-none pointer-coarse:min-h-11 data-highlighted:bg-sunk data-disabled:cursor-not-allowed data-disabled:opacity-55'

type MenuProps = {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
  /** The menu has closed, and the focus goes back to its button unless this prevents the event's default. */
  onClosed?: (event: Event) => void
}

/** A button that opens a list of actions. `trigger` is the button itself. */
export function Menu(props: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{props.trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={props.align ?? 'end'}
          sideOffset={4}
          collisionPadding={8}
          {...(props.onClosed ? { onCloseAutoFocus: props.onClosed } : {})}
          className="z-50 min-w-48 rounded-md border border-rule bg-pane p-1 text-ink shadow-lg"
        >
          {props.children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type ItemProps = { onSelect: () => void; danger?: boolean; disabled?: boolean; children: ReactNode }

export function MenuItem({ onSelect, danger = false, disabled = false, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      disabled={disabled}
      className={`${itemClass} ${danger ? 'text-bad' : ''}`}
    >
      {children}
    </DropdownMenu.Item>
  )
}

/** A link in a menu: pass the `<a>` or `<Link>` as the child. */
export function MenuLink({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className={itemClass}>
      {children}
    </DropdownMenu.Item>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-rule" />
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2.5 py-1.5 text-[0.8125rem] text-muted">{children}</DropdownMenu.Label>
  )
}
