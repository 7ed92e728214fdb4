import type { Page } from '@playwright/test'
import { renderToStaticMarkup } from 'react-dom/server'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { issueToEmail } from '@/lib/render/issue-email'
import { issueToFeed } from '@/lib/render/issue-feed'
import { IssueView } from '@/lib/render/issue-view'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makePublicationView } from '@/lib/testing/make-document'
import { openBrowser } from '@/rigs/open-browser'
import type { Rig } from '@/rigs/rig'
import { provokePage, watchPage } from './watch-page'

const neighbours = { previous: null, next: null }

const inPage = (html: string) => `<!DOCTYPE html><html><head></head><body>${html}</body></html>`

/** A text in every place of a page, and the same document as feed readers and mail programs show it. */
function pagesOf(text: string): string[] {
  const publication = makePublicationView({ name: text, tagline: text, footer: text })
  const document = makeHostileDocument(text)
  const page = (
    <PageFrame publication={publication} tagline>
      <IssueView document={document} publication={publication} neighbours={neighbours} />
    </PageFrame>
  )
  const site = { origin: 'https://tides.example' }
  return [
    inPage(renderToStaticMarkup(page)),
    inPage(issueToFeed(document, site)),
    issueToEmail(document, publication, site),
  ]
}

async function runsOn(page: Page, ran: string[], html: string): Promise<string[]> {
  await page.setContent(html)
  await provokePage(page)
  return ran.splice(0)
}

/** That the rig sees what runs: a page of ours with a handler in it must be told. */
async function isBlind(page: Page, ran: string[]): Promise<boolean> {
  const html = inPage('<p onmouseover="alert(1)">x</p><a href="javascript:alert(2)">x</a>')
  const seen = await runsOn(page, ran, html)
  return seen.length < 2
}

export const storedXss: Rig = {
  name: 'stored XSS',
  bar: 'hostile texts in every place a person can write in, in Chromium without any policy: 0 executions',
  run: async ({ full }) => {
    const texts = hostileTexts(full ? 1 : 90)
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ bypassCSP: true })
      const ran: string[] = []
      const breaches: string[] = []
      // A sponsor's picture may be anywhere; nobody outside is to be asked for it.
      await page.route(/^https?:/, (route) => route.abort())
      await watchPage(page, ran)
      if (await isBlind(page, ran)) breaches.push('the rig does not see what runs')
      for (const text of texts) {
        for (const html of pagesOf(text)) {
          const executed = await runsOn(page, ran, html)
          if (executed.length > 0) breaches.push(`${JSON.stringify(text)}: ${executed.join(', ')}`)
        }
      }
      const figure = `${texts.length} texts in each place of a page, a feed and a mail, ${breaches.length} executions`
      return { rounds: texts.length, breaches, figure }
    } finally {
      await browser.close()
    }
  },
}
