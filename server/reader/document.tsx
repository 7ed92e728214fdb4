import type { CSSProperties } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { accentStyle } from '@/lib/render/accent'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { Head } from './head'
import { type MadeFile, type Page, textFile } from './made'

function ReaderDocument({ publication, head, frame = {}, content }: Page) {
  const { lang, dir } = publication
  return (
    <html lang={lang} dir={dir} style={accentStyle(publication) as CSSProperties}>
      <Head publication={publication} head={head} />
      <body>
        <PageFrame publication={publication} {...frame}>
          {content}
        </PageFrame>
      </body>
    </html>
  )
}

/** Writes a reader's page: HTML that is whole without script. */
export function renderPage(page: Page): MadeFile {
  return textFile(`<!DOCTYPE html>${renderToStaticMarkup(<ReaderDocument {...page} />)}`, 'text/html')
}
