import { createContext, useContext, useSyncExternalStore } from 'react'
import { Box } from '@/components/editor/core/box'

/** What is dragged, and the edge at which it would come to stand. */
export type DragState = { active: string | null; over: string | null; edge: 'before' | 'after' }

export class DragBox extends Box<DragState> {
  constructor() {
    super({ active: null, over: null, edge: 'after' })
  }
}

export const DragContext = createContext<DragBox | null>(null)

/** The edge of a target at which the dragged row would come to stand; null while it is not over it. */
export function useDropEdge(target: string): 'before' | 'after' | null {
  const box = useContext(DragContext)
  if (!box) throw new Error('useDropEdge needs an IssueDrag around it')
  const edge = () => (box.state.over === target ? box.state.edge : null)
  return useSyncExternalStore(box.subscribe, edge, () => null)
}
