'use client'

import { useState } from 'react'
import { z } from 'zod'
import { useReady } from '@/components/ui/use-ready'

const lookSchema = z.object({
  as: z.enum(['page', 'email', 'text']).catch('page'),
  width: z.enum(['phone', 'desktop']).catch('phone'),
  scheme: z.enum(['here', 'light', 'dark']).catch('here'),
})
/** How the issue is previewed. `here`: in the colours that this machine asks for. */
export type Look = z.infer<typeof lookSchema>

const KEY = 'gleaner:preview'
const first: Look = { as: 'page', width: 'phone', scheme: 'here' }

function readLook(): Look {
  try {
    return lookSchema.parse(JSON.parse(window.localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return first
  }
}

function keepLook(look: Look): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(look))
  } catch {
    // A browser that keeps nothing shows the page again next time.
  }
}

/** The look that was chosen last in this browser, and how another one is chosen. */
export function useLook(): [Look, (change: Partial<Look>) => void] {
  const ready = useReady()
  const [chosen, setChosen] = useState<Look | null>(null)
  const [kept] = useState(() => ({ look: null as Look | null }))
  if (ready) kept.look ??= readLook()
  const look = chosen ?? kept.look ?? first
  return [
    look,
    (change) => {
      const next = { ...look, ...change }
      keepLook(next)
      setChosen(next)
    },
  ]
}
