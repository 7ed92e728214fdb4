import type { Prisma } from '@/generated/prisma/client'
import { demoStorefront } from './demo-storefront'

/** The demo's publication. Its articles are real and public, by title and address; every remark on them is ours. */
export const demoPublication = {
  name: 'The Quiet Pager',
  tagline: 'A weekly reading list for people who keep things running',
  zone: 'America/New_York',
  weekday: 7,
  sendTime: '20:00',
  titleTemplate: '{publication} #{number}',
  slugTemplate: '{number}',
  subjectTemplate: '{title}',
  sectionTemplates: [
    { title: 'Articles', layout: 'articles' },
    { title: 'Looking back at outages', layout: 'list' },
  ],
  sponsorLine: 'A message from our sponsor, {name}',
  footer:
    'The Quiet Pager is the demo that comes with Gleaner. The articles are real and belong to their authors; the remarks on them are ours. Set `OWNER_EMAIL` to begin a publication of your own.',
  sponsorNames: ['Gleaner'],
  isDemo: true,
  ...demoStorefront,
} satisfies Prisma.PublicationCreateInput
