import { describe, expect, it } from 'vitest'
import { issueDocumentSchema } from '@/lib/document/schema'
import { placeSponsors } from '@/lib/render/sponsor-places'
import { paleShapes, proofDocument } from './proof'
import type { ProofSource } from './schema'

const source = (at: string, sections = [{ isAfter: false }, { isAfter: true }]): ProofSource => ({
  date: '2026-12-06',
  lang: 'en',
  dir: 'ltr',
  sections,
  part: {
    at,
    label: 'From our sponsor, Acme:',
    sponsor: 'Acme',
    headline: null,
    text: 'Ship calmly.',
    callToAction: null,
    url: null,
    image: null,
  },
})

describe('proofDocument', () => {
  it('is a document like any other, so that every renderer shows it', () => {
    expect(issueDocumentSchema.parse(proofDocument(source('top'))).sponsors).toHaveLength(1)
  })

  it('puts the message where the placement says', () => {
    expect(placeSponsors(proofDocument(source('top'))).top).toHaveLength(1)
    expect([...placeSponsors(proofDocument(source('after'))).after.keys()]).toEqual(['s1'])
    expect(placeSponsors(proofDocument(source('after', [{ isAfter: false }]))).bottom).toHaveLength(1)
  })

  it('has the same shapes in every section, whatever stands there', () => {
    const { sections } = proofDocument(source('top'))
    const shapes = sections.map(({ title, items }) =>
      JSON.stringify([title, items.map(({ headline, blurb }) => [headline, blurb])]),
    )
    expect(new Set(shapes).size).toBe(1)
  })
})

it('paleShapes changes the texts of the body alone', () => {
  const html = '<head><title>██ █</title></head><body><p>██ █ and words</p></body>'
  expect(paleShapes(html)).toMatch(
    /^<head><title>██ █<\/title><\/head><body><p><span [^>]*>██ █<\/span> and words/,
  )
})
