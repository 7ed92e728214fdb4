'use client'

import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { sendCommand } from './send-command'
import { useCommand } from './use-command'

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const { run } = useCommand()
  const signOut = () =>
    run(async () => {
      await sendCommand('POST', '/api/sign-out')
      window.location.assign('/sign-in?notice=signed-out')
    })
  return (
    <Menu
      trigger={
        <Button tone="quiet" className="max-w-44">
          <span className="truncate leading-normal">{name}</span>
          <ChevronDown aria-hidden="true" size={14} className="flex-none" />
        </Button>
      }
    >
      <MenuLabel>{email}</MenuLabel>
      <MenuSeparator />
      <MenuLink>
        <Link href="/admin/sessions">Sessions</Link>
      </MenuLink>
      <MenuItem onSelect={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  )
}
