import { renderToStaticMarkup } from 'react-dom/server'
import type { Direction } from '@/lib/document/schema'
import { CHOSEN_SHEET } from '@/lib/render/appearance'
import { Masthead } from '@/lib/render/blocks/masthead'
import type { Words } from '@/lib/render/words/words'
import { spoken } from '@/lib/render/words/words-of'
import { errorStyle } from './error-style'

export type ErrorPage = {
  status: number
  title: string
  /** One sentence that says what happened and what to do. */
  text: string
  /** Under which the log has it. */
  errorId?: string
  /** The words around the text, in its language. */
  words: Words
  publication: string
  lang: string
  dir: Direction
}

function ErrorDocument({ status, title, text, errorId, words, publication, lang, dir }: ErrorPage) {
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${publication}`}</title>
        <style>{errorStyle}</style>
        <link rel="stylesheet" href={CHOSEN_SHEET} />
      </head>
      <body>
        <a className="skip" href="#content" {...spoken(words, { lang, dir })}>
          {words.skip}
        </a>
        <Masthead publication={{ name: publication, tagline: '', lang, dir }} />
        <main id="content" {...spoken(words, { lang, dir })}>
          <p className="eyebrow">{words.error(status)}</p>
          <h1>{title}</h1>
          <p>{text}</p>
          {errorId ? <p className="reference">{words.reference(errorId)}</p> : null}
          <ul>
            <li>
              <a href="/">{words.latestIssue}</a>
            </li>
            <li>
              <a href="/issues">{words.allIssues}</a>
            </li>
          </ul>
        </main>
      </body>
    </html>
  )
}

/** A whole page that needs nothing else: no script, no file, no database. */
export function renderErrorPage(page: ErrorPage): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(<ErrorDocument {...page} />)}`
}
