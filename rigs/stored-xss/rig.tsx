import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { renderToStaticMarkup } from 'react-dom/server'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { issueToFeed } from '@/lib/render/issue-feed'
import { IssueView } from '@/lib/render/issue-view'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makePublicationView } from '@/lib/testing/make-document'
import type { Rig } from '@/rigs/rig'
import { provokePage, watchPage } from './watch-page'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const neighbours = { previous: null, next: null }

/** A text in every place of a page, and the same document as feed readers show it. */
function pagesOf(text: string): string[] {
  const publication = makePublicationView({ name: text, tagline: text, footer: text })
  const document = makeHostileDocument(text)
  const page = (
    <PageFrame publication={publication} tagline>
      <IssueView document={document} publication={publication} neighbours={neighbours} />
    </PageFrame>
  )
  return [renderToStaticMarkup(page), issueToFeed(document, { origin: 'https://tides.example' })]
}

async function runsOn(page: Page, ran: string[], html: string): Promise<string[]> {
  await page.setContent(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`)
  await provokePage(page)
  return ran.splice(0)
}

async function openBrowser() {
  const own = existsSync(chromium.executablePath())
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ args, ...(own ? {} : { executablePath: SYSTEM_CHROMIUM }) })
}

/** That the rig sees what runs: a page of ours with a handler in it must be told. */
async function isBlind(page: Page, ran: string[]): Promise<boolean> {
  const seen = await runsOn(page, ran, '<p onmouseover="alert(1)">x</p><a href="javascript:alert(2)">x</a>')
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
      await watchPage(page, ran)
      if (await isBlind(page, ran)) breaches.push('the rig does not see what runs')
      for (const text of texts) {
        for (const html of pagesOf(text)) {
          const executed = await runsOn(page, ran, html)
          if (executed.length > 0) breaches.push(`${JSON.stringify(text)}: ${executed.join(', ')}`)
        }
      }
      const figure = `${texts.length} texts in each place of a page and a feed, ${breaches.length} executions`
      return { rounds: texts.length, breaches, figure }
    } finally {
      await browser.close()
    }
  },
}
