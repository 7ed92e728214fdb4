import type { Prisma } from '@/generated/prisma/client'
import type { PlacementContent } from '@/lib/sponsors/schema'

/** What the demo's storefront says, which is true of a demo: no reader is counted who isn't there. */
export const demoStorefront = {
  storefrontOpen: true,
  storefrontText:
    'This is the storefront of a demo: nothing here is really for sale, and the prices only show where yours would stand. **Ask for a date all the same**, and see in the studio what becomes of it.\n\nEach message is labelled, stands in the same type as everything else, and is looked at by the editors before it runs. Clicks are counted without a cookie, and nothing is kept of who clicked.',
  storefrontFacts: [
    { label: 'Issues out', value: '3' },
    { label: 'Comes out', value: 'Sundays' },
    { label: 'Readers', value: 'you' },
  ],
} satisfies Partial<Prisma.PublicationCreateInput>

type DemoPlacement = Partial<PlacementContent> & { name: string }

/** What the demo sells. */
export const demoPlacements: [DemoPlacement, DemoPlacement] = [
  {
    name: 'Top of the issue',
    description: 'The first thing that readers see. One in each issue.',
    at: 'top',
    price: 25_000,
    maxCharacters: 500,
    maxLinks: 2,
  },
  {
    name: 'Before you go',
    description: 'A few lines at the end, for those who read to the last outage.',
    at: 'bottom',
    price: 9_000,
    maxCharacters: 280,
    maxLinks: 1,
    deadlineDays: 2,
  },
]

/** Copy of the house's own, which shows the place and says so. */
export const demoHouseCopy =
  'A sponsor’s words stand here, between two hairlines, in the same type as everything else, with their label first. Nobody paid for this one: it only shows the place.'

/** A company that doesn't exist, at an address that is nobody's (RFC 2606). */
export const demoCompany = { name: 'Example Instruments', website: 'https://example.com' }
export const DEMO_SPONSOR = 'sponsor@example.com'
