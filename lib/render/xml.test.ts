import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { withoutNoChars, xml, xmlDocument } from './xml'

/** What a strict parser reads: each text, and each attribute's value. */
function read(document: string): { texts: string[]; values: string[] } {
  const found = { texts: [] as string[], values: [] as string[] }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => text.trim() !== '' && found.texts.push(text))
  parser.on('opentag', ({ attributes }) => {
    for (const { value } of Object.values(attributes)) found.values.push(value)
  })
  parser.write(document).close()
  return found
}

it('gives back every text as it was, less what XML can’t hold', () => {
  const texts = fc.string({
    unit: fc.oneof(fc.constantFrom(']]>', '<', '&', '"', '\r\n', '\ud83d'), fc.string()),
  })
  fc.assert(
    fc.property(texts, (text) => {
      const document = xmlDocument(xml('a', { b: text }, `x${text}`))
      expect(read(document)).toEqual({ texts: [`x${withoutNoChars(text)}`], values: [withoutNoChars(text)] })
    }),
  )
})

it('leaves out characters that XML has no place for, and halves of characters', () => {
  expect(withoutNoChars('a\u0000\u0008\u000b\ufffe\ud83d\t\n\r😀')).toBe('a\t\n\r😀')
})

it('leaves out what is null, and closes what is empty at once', () => {
  expect(xml('a', { b: null, c: '' }, null, ['x', xml('d')]).xml).toBe('<a c="">x<d/></a>')
})
