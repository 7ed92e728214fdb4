import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { parseInput } from '@/lib/http/write-route'
import { describeApi } from './describe-api'
import { bringSchema } from './schema'

const described = describeApi('https://news.example')

it('is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(described)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

const ajv = addFormats.default(new Ajv2020({ strict: true }))
const accepts = ajv.compile(described.components.schemas.Link)

it.each([
  { url: 'https://example.org/' },
  { url: 'https://example.org/', title: 'A', quote: 'B', note: 'C', via: 'D', selection: 'E' },
  { url: 'https://example.org/', commandId: '6f0e8e0e-6d3c-4c1a-9a8e-3b1d6a0f2f11' },
  {},
  { url: 7 },
  { url: 'https://example.org/', title: null },
  { url: 'https://example.org/', commandId: '1' },
  { url: 'https://example.org/', more: 'x' },
  { url: 'https://example.org/', title: 'x'.repeat(1001) },
])('says of %j what the handler says', (sent) => {
  expect(accepts(sent)).toBe(bringSchema.safeParse(sent).success)
})

it('takes a selection for a quote, and a quote before it', () => {
  const url = 'https://example.org/'
  expect(parseInput(bringSchema, { url, selection: 'S' })).toMatchObject({ quote: 'S' })
  expect(parseInput(bringSchema, { url, selection: 'S', quote: 'Q' })).toMatchObject({ quote: 'Q' })
})
