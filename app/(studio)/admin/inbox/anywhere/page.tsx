import type { Metadata } from 'next'
import Link from 'next/link'
import { Bookmarklet } from '@/components/capture/bookmarklet'
import { Tokens } from '@/components/capture/tokens'
import { WayIn } from '@/components/capture/way-in'
import { Page } from '@/components/studio/page'
import { buttonClass } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { listTokens } from '@/lib/accounts/queries/list-tokens'
import { requireStudioPage } from '@/lib/accounts/session'
import { bookmarkletFor } from '@/lib/bookmarklet/rules'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Bring links from anywhere' }

const PATH = '/admin/inbox/anywhere'

/** The ways into the inbox besides the inbox itself, each to be set up here once. */
export default async function AnywherePage() {
  const { actor } = await requireStudioPage(PATH)
  const [{ name, zone }, tokens, feeds] = await Promise.all([
    readPublication(),
    listTokens(actor, 'CAPTURE'),
    listTokens(actor, 'INBOX_FEED'),
  ])
  const origin = env().APP_URL
  return (
    <Page width="text">
      <PageHeader
        above={
          <Link href="/admin/inbox" className="text-accent underline">
            Inbox
          </Link>
        }
        title="Bring links from anywhere"
        description="Set a way up once, and what you come across while the week goes by is one press from the inbox."
      />
      <div className="grid gap-4">
        <WayIn id="bookmarklet" title="In a browser">
          <p>
            Drag this to your bookmarks bar. Press it there on any page: a small window shows the page’s title
            and address, what you had selected as a quote, and where you came from as <em>via</em>.
          </p>
          <Bookmarklet code={bookmarkletFor(origin)} publication={name} />
        </WayIn>
        <WayIn id="share" title="On a phone: Share">
          <p>
            Install the studio as an app, and it stands among the places to share to, in every app. On Android
            open this page in Chrome, then <em>⋮</em>, <em>Add to Home screen</em>, <em>Install</em>. Chrome
            and Edge on a computer offer <em>Install</em> in the address bar.
          </p>
        </WayIn>
        <WayIn id="programs" title="From an iPhone, a script, an extension">
          <p>
            Whatever can send a web request brings links to{' '}
            <code className="wrap-anywhere">{origin}/api/capture</code> with a token of yours;{' '}
            <a href="/api/openapi.json" className="text-accent underline">
              its description
            </a>{' '}
            is OpenAPI. On an iPhone make a shortcut: <em>Receive URLs from Share Sheet</em>, then{' '}
            <em>Get Contents of URL</em> with that address, method <em>POST</em>, header{' '}
            <em>Authorization</em> “Bearer” and the token, and a JSON field <em>url</em> with the shortcut’s
            input.
          </p>
          <Tokens kind="CAPTURE" tokens={tokens} zone={zone} noun="token" example="iPhone" path={PATH} />
        </WayIn>
        <WayIn id="feeds" title="From feeds">
          <p>
            Follow sites by their feeds, or import your reader’s OPML. What they bring stands in a lane of its
            own, beside the inbox.
          </p>
          <p>
            <Link href="/admin/inbox/feeds" className={buttonClass()}>
              Choose feeds
            </Link>
          </p>
        </WayIn>
        <WayIn id="feed" title="The inbox in your reading and listening apps">
          <p>
            A feed of what waits in the inbox, at an address that only you have: for apps that read later, and
            those that read aloud. Each entry leads to the page itself.
          </p>
          <Tokens
            kind="INBOX_FEED"
            tokens={feeds}
            zone={zone}
            noun="address"
            example="Reader on the tablet"
            path={PATH}
            around={{ before: `${origin}/api/inbox/`, after: '/atom.xml' }}
          />
        </WayIn>
      </div>
    </Page>
  )
}
