'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { type ProofViewName, views } from './proof-views'
import { showMessage } from './show-message'

type Props = {
  slotId: string
  /** A version to show; without one, the copy as it is saved. */
  versionId?: string | undefined
  /** Changes when the copy was saved, so that the frame shows it. */
  saved: number
  first: ProofViewName
  /** The page’s own address, for those without script. */
  path: string
  /** The form that is written in beside it: without script it is saved when another view is chosen. */
  form?: string
  /** Says what stands in the frame. */
  children?: string | undefined
}

const tab =
  'inline-flex min-h-8 items-center rounded-md border border-transparent px-2.5 text-[0.8125rem] no-underline hover:bg-sunk aria-[current]:border-edge aria-[current]:bg-pane aria-[current]:font-semibold pointer-coarse:min-h-11'

const own = 'Your message stands where readers will see it. Everything else of the issue is masked.'

/** The message in its issue as page, mail and text: in a frame without script, everything else masked. */
export function ProofFrame({ slotId, versionId, saved, first, path, form, children = own }: Props) {
  const [name, setName] = useState<ProofViewName>(first)
  const view = views.find(({ key }) => key === name) ?? views[0]
  const scheme = 'scheme' in view ? { scheme: view.scheme } : {}
  const of = versionId ? { version: versionId } : {}
  const query = new URLSearchParams({ ...of, ...scheme, at: String(saved) })
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    // It may have been there before the script was.
    if (frame.current?.contentDocument?.readyState === 'complete') showMessage(frame.current)
  }, [])
  const choose = (key: ProofViewName) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setName(key)
  }
  return (
    <section id="proof" aria-label="Proof" className="grid min-w-0 scroll-mt-4 content-start gap-2">
      <nav aria-label="Proof as" className="flex flex-wrap gap-1">
        {views.map(({ key, label }) => {
          const look = { 'aria-current': key === name || undefined, className: tab, onClick: choose(key) }
          return form ? (
            <button key={key} type="submit" form={form} name="view" value={key} {...look}>
              {label}
            </button>
          ) : (
            <a key={key} href={`${path}?view=${key}#proof`} {...look}>
              {label}
            </a>
          )
        })}
      </nav>
      <div className="overflow-x-auto rounded-lg border border-rule bg-sunk p-2">
        <iframe
          key={name}
          ref={frame}
          onLoad={({ currentTarget }) => showMessage(currentTarget)}
          title={`Proof: ${view.label}`}
          src={`/proof/${slotId}${view.path}?${query}`}
          sandbox="allow-same-origin"
          className="mx-auto block max-w-none rounded border border-rule bg-white"
          style={{ inlineSize: `min(100%, ${view.width}px)`, blockSize: view.height }}
        />
      </div>
      <p className="text-[0.8125rem] text-muted">{children}</p>
    </section>
  )
}
