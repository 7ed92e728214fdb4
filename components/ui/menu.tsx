'use client'

import { DropdownMenu, Slot } from 'radix-ui'
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react'

const itemClass =
  'flex min-h-9 cursor-pointer items-center gap-2 rounded px-2.5 text-sm no-underline outline-none select-none pointer-coarse:min-h-11 data-highlighted:bg-sunk data-disabled:cursor-not-allowed data-disabled:opacity-55'

type MenuProps = {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
  /** The menu has closed, and the focus goes back to its button unless this prevents the event's default. */
  onClosed?: (event: Event) => void
}

/**
 * A button that opens a list of actions. `trigger` is the button itself. What the list is made of comes only once
 * somebody asks for it: each one listens to every key of the page, and a long issue has more than a hundred.
 */
export function Menu(props: MenuProps) {
  const [asked, ask] = useState<'by key' | 'by pointer' | null>(null)
  if (asked) return <OpenMenu {...props} byKey={asked === 'by key'} />
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return
    event.preventDefault()
    ask('by pointer')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    ask('by key')
  }
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={false}
      data-state="closed"
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={() => ask('by key')}
    >
      {props.trigger}
    </Slot.Root>
  )
}

function OpenMenu({ byKey, ...props }: MenuProps & { byKey: boolean }) {
  // It has not seen the key that asked for it, and would leave the first action without the focus.
  const isUnentered = useRef(byKey)
  const onFocus = ({ target, currentTarget }: FocusEvent) => {
    if (!isUnentered.current || target !== currentTarget) return
    isUnentered.current = false
    currentTarget.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus()
  }
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{props.trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={props.align ?? 'end'}
          sideOffset={4}
          collisionPadding={8}
          onFocus={onFocus}
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
