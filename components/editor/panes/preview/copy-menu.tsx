'use client'

import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { draftOfDoc } from '@/components/editor/core/document'
import { useDesk } from '@/components/editor/desk/use-desk'
import { copyText } from '@/components/ui/copy-text'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { IssueDocument } from '@/lib/document/schema'
import { sizeInWords } from '@/lib/email-size/rules'
import type { PublicationView } from '@/lib/publication/schema'
import { emailBytes } from '@/lib/render/email/size'
import { issuePath } from '@/lib/render/issue-path'
import { documentOf } from './document-of'

const formats = { email: 'Email HTML', markdown: 'Markdown', text: 'Plain text' } as const
type Format = keyof typeof formats

const loadWriters = () =>
  Promise.all([
    import('@/lib/render/issue-email'),
    import('@/lib/render/issue-markdown'),
    import('@/lib/render/issue-text'),
  ])

/** The issue as text for those who send from elsewhere. */
export function CopyMenu() {
  const { editor, publication, tell } = useDesk()
  const [left, setLeft] = useState<{ format: Format; text: string } | null>(null)
  // A browser lets a page copy only right after a press: what writes must be here by then.
  useEffect(() => void loadWriters(), [])
  const copy = async (format: Format) => {
    // What is on the screen, to the last letter; the preview may still be a moment behind.
    const { doc, loaded } = editor.state
    const document = documentOf(draftOfDoc(doc, loaded), publication, loaded.published?.updatedAt)
    const text = await write(format, document, publication)
    if (await copyText(text)) tell(`${formats[format]} copied, ${sizeInWords(emailBytes(text))}.`)
    else setLeft({ format, text })
  }
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="ed-copy">
            <Copy aria-hidden="true" size={14} /> Copy
          </button>
        }
      >
        {(Object.keys(formats) as Format[]).map((format) => (
          <MenuItem key={format} onSelect={() => void copy(format)}>
            Copy {format === 'text' ? 'text' : format === 'email' ? 'email HTML' : formats[format]}
          </MenuItem>
        ))}
      </Menu>
      {left ? (
        <Dialog
          open
          onOpenChange={() => setLeft(null)}
          title={`${formats[left.format]} of this issue`}
          description={<p>This browser lets no page copy. Copy it from here.</p>}
        >
          <textarea
            className="h-64 w-full rounded-md border border-edge bg-pane p-2 font-mono text-[0.8125rem]"
            aria-label={formats[left.format]}
            readOnly
            value={left.text}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      ) : null}
    </>
  )
}

async function write(format: Format, document: IssueDocument, publication: PublicationView): Promise<string> {
  const [{ issueToEmail }, { issueToMarkdown }, { issueToText }] = await loadWriters()
  const { origin } = window.location
  if (format === 'email') return issueToEmail(document, publication, { origin })
  if (format === 'text') return issueToText(document, { origin })
  return issueToMarkdown(document, `${origin}${issuePath(document.issue.slug)}`)
}
