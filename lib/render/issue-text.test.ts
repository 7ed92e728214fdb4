import { expect, it } from 'vitest'
import { makeDocument, makeItem, makeSection, makeSponsor } from '@/lib/testing/make-document'
import { issueToText } from './issue-text'

it('says every word of an issue in plain text', () => {
  const quote = makeItem({
    kind: 'quote',
    headline: null,
    url: null,
    blurb: 'Calm.\n\n— [Bo](https://b.example)',
  })
  const link = makeItem({
    links: [{ label: 'Slides', url: 'https://a.example/s' }],
    byline: '*Ada*',
    credit: 'Thanks to Bo.',
    disclosure: 'Mine.',
  })
  const document = makeDocument({
    issue: { intro: 'Hello.', outro: 'Bye.', correction: 'A *date*.' },
    sponsors: [makeSponsor()],
    sections: [
      makeSection({ items: [link, quote] }),
      makeSection({
        title: 'Outages',
        layout: 'list',
        items: [makeItem({ headline: 'Pingdom', blurb: 'Down.' })],
      }),
    ],
  })
  expect(issueToText(document, { origin: 'https://tides.example' })).toBe(`Tide Table Issue #7

Correction: A date.

* A message from our sponsor, Ropeworks *

Rope that floats.

Order a coil: https://ropeworks.example/coil

Hello.

Articles
--------

Counting waves at night
https://www.tides.example/waves?by=night

How a harbour counts its waves when nobody looks.

- Slides <https://a.example/s>

Ada

Thanks to Bo.

Mine.

> Calm.
>
> — Bo <https://b.example>

Outages
-------

- Pingdom <https://www.tides.example/waves?by=night>

  Down.

Bye.
`)
})
