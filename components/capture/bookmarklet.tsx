'use client'

import { Bookmark } from 'lucide-react'
import { useCallback, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { CopyField } from './copy-field'

type Props = { code: string; publication: string }

/** The bookmarklet, to be dragged to the bookmarks; or its code, for phones and for who doesn't drag. */
export function Bookmarklet({ code, publication }: Props) {
  const [isPressed, setPressed] = useState(false)
  // React takes no such address in an attribute of its own, rightly; here it is what the link is for.
  const carry = useCallback(
    (link: HTMLAnchorElement) => {
      const press = (event: Event) => {
        event.preventDefault()
        setPressed(true)
      }
      link.setAttribute('href', code)
      link.addEventListener('click', press)
      return () => link.removeEventListener('click', press)
    },
    [code],
  )
  return (
    <div className="grid gap-3">
      <p>
        <a href="#bookmarklet" ref={carry} className={buttonClass('primary', 'cursor-grab')}>
          <Bookmark aria-hidden="true" size={14} />
          Into {publication}
        </a>
      </p>
      <p role="status" className="text-[0.8125rem] font-medium text-warn empty:hidden">
        {isPressed
          ? 'Drag it to the bookmarks bar, and press it there, on the page that you want to bring.'
          : ''}
      </p>
      <details>
        <summary className="w-fit text-accent">Without dragging, or on a phone</summary>
        <div className="mt-2 grid gap-2">
          <p>Make a bookmark of any page, then edit it and put this in place of its address.</p>
          <CopyField label="The bookmark’s address" text={code} />
        </div>
      </details>
    </div>
  )
}
