'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const Context = createContext<((text: string) => void) | null>(null)

/** Says something to those who listen and shows nothing, such as “3 issues found”. */
export function useAnnounce(): (text: string) => void {
  const announce = useContext(Context)
  if (!announce) throw new Error('useAnnounce needs an AnnouncerProvider around it')
  return announce
}

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), [])
  return (
    <Context.Provider value={announce}>
      {children}
      {/* A space more or less, so that the same words twice are spoken twice. */}
      <div aria-live="polite" aria-atomic="true" className="sr-only">
        {said.text + (said.turn % 2 === 0 ? '' : '\u00a0')}
      </div>
    </Context.Provider>
  )
}
