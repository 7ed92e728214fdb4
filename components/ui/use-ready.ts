import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the page takes input: a press before that would do nothing. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
