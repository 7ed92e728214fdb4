'use client'

import { type ReactNode, useState } from 'react'
import type { SlotSpec } from '@/lib/slots/schema'
import type { AdCopyContent } from '@/lib/sponsors/schema'
import { COPY_FORM, CopyForm } from './copy-form'
import { CopyImage } from './copy-image'
import { ProofFrame } from './proof-frame'
import type { ProofViewName } from './proof-views'
import { useCopyDraft } from './use-copy-draft'

type Props = {
  slotId: string
  base: string
  path: string
  view: ProofViewName
  copy: AdCopyContent & { version: number }
  spec: SlotSpec
  /** `YYYY-MM-DD` */
  issueDate: string
  problems: Partial<Record<string, string>>
  /** As `CopyForm` takes it. */
  submit: string | null
  /** What was sent last, where sending the same again would be no news. */
  known?: AdCopyContent | null
  sent: string
  /** What is said below the proof, where it isn’t the sponsor who looks. */
  proof?: string
  /** Above the form, e.g. what to do next. */
  children?: ReactNode
}

/** Writing copy, with the proof beside it showing what is saved. */
export function CopyDesk(props: Props) {
  const { slotId, base, path, view, copy, spec, issueDate, problems, submit, known, sent, proof, children } =
    props
  const { version, imageId, ...stored } = copy
  const draft = useCopyDraft(base, stored, version)
  const [images, setImages] = useState(0)
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="grid min-w-0 content-start gap-4">
        {children}
        <CopyForm
          base={base}
          draft={draft}
          version={version}
          spec={spec}
          issueDate={issueDate}
          hasImage={imageId !== null}
          image={
            spec.imageAllowed ? (
              <CopyImage
                base={base}
                hasImage={imageId !== null}
                onSaved={() => setImages((count) => count + 1)}
              />
            ) : null
          }
          problems={problems}
          submit={submit}
          known={known ? { ...known, hasSameImage: known.imageId === imageId } : null}
          sent={sent}
        />
      </div>
      <ProofFrame
        slotId={slotId}
        saved={draft.savedAt + version + images}
        first={view}
        path={path}
        form={COPY_FORM}
      >
        {proof}
      </ProofFrame>
    </div>
  )
}
