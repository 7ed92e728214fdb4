import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makeDocument, makeItem, makePublicationView, makeSection } from '@/lib/testing/make-document'
import { drawCard } from './draw-card'
import { familiesFor } from './fonts'
import { drawableText, issueCard, publicationCard } from './rules'

const origin = 'https://tides.example'
const publication = makePublicationView()
const documentOf = (headlines: string[], issue = {}) =>
  makeDocument({
    issue,
    sections: [makeSection({ items: headlines.map((headline) => makeItem({ headline })) })],
  })
const draw = (headlines: string[], issue = {}) =>
  drawCard(issueCard(publication, documentOf(headlines, issue), origin))

/** The box around everything that isn't paper, the bar left out. */
async function inkOf(card: Buffer, left: number): Promise<{ left: number; width: number; height: number }> {
  const rest = await sharp(card).extract({ left, top: 0, width: 1160, height: 630 }).png().toBuffer()
  const { info } = await sharp(rest).trim({ threshold: 20 }).toBuffer({ resolveWithObject: true })
  return { left: -(info.trimOffsetLeft ?? 0), width: info.width, height: info.height }
}

describe('what a card says', () => {
  it('is the publication, the issue, its date and its first four headlines', () => {
    const card = issueCard(publication, documentOf(['A', 'B', 'C', 'D', 'E']), origin)
    expect(card).toMatchObject({
      name: 'Tide Table',
      title: 'Tide Table Issue #7',
      line: 'March 1, 2026',
      headlines: ['A', 'B', 'C', 'D'],
      host: 'tides.example',
    })
    expect(publicationCard(publication, origin)).toMatchObject({ title: 'Tide Table', headlines: [] })
  })

  it('leaves out what our fonts can’t draw, and a text that would be full of holes', () => {
    expect(drawableText('Ship it 🚀 now')).toBe('Ship it now')
    expect(drawableText('«Ёлка» — ελιά, مرحبا, שלום, 漢字, かな, 한글')).toBe(
      '«Ёлка» — ελιά, مرحبا, שלום, 漢字, かな, 한글',
    )
    expect(drawableText('สวัสดีชาวโลก 1')).toBe('')
    const card = issueCard(publication, documentOf(['ไทย', 'x'], { title: 'สวัสดี' }), origin)
    expect([card.title, card.headlines]).toEqual(['#7', ['x']])
  })

  it('is cut where it is long, at a word’s end', () => {
    const [long] = issueCard(publication, documentOf(['word '.repeat(40)]), origin).headlines
    expect(long).toMatch(/^(word )+word…$/)
    expect(long?.length).toBeLessThanOrEqual(64)
  })

  it('looks for Han in the font of its language first', () => {
    const [zh, ja] = [familiesFor('zh-Hant'), familiesFor('ja')]
    expect(zh.indexOf('XiaoWei')).toBeLessThan(zh.indexOf('Mincho'))
    expect(ja.indexOf('Mincho')).toBeLessThan(ja.indexOf('XiaoWei'))
  })
})

describe('a card', () => {
  it('is a small PNG of the size that Open Graph’s readers expect', async () => {
    const png = await draw(['A', 'B'])
    const { width, height, format } = await sharp(png).metadata()
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' })
    expect(png.length).toBeLessThan(60_000)
  })

  it('keeps its text off the edges, however long it is', async () => {
    for (const title of ['x', 'word '.repeat(60), 'w'.repeat(300), '漢'.repeat(300)]) {
      const ink = await inkOf(await draw([title, title, title, title], { title }), 40)
      expect(ink.left).toBeGreaterThanOrEqual(40)
      expect(ink.left + ink.width).toBeLessThanOrEqual(1110)
      expect(ink.height).toBeLessThanOrEqual(560)
    }
  })

  it('begins at the right where its language does', async () => {
    const png = await draw(['مرحبا'], { title: 'مرحبا', dir: 'rtl', lang: 'ar' })
    const { data } = await sharp(png).extract({ left: 1190, top: 300, width: 1, height: 1 }).raw().toBuffer({
      resolveWithObject: true,
    })
    expect([...data.subarray(0, 3)]).toEqual([0x9a, 0x34, 0x12])
  })

  it('draws each script with a font of ours, not with boxes for what is missing', async () => {
    const shapes = new Set<string>()
    for (const title of ['漢', '汉', 'か', '한', 'ع', 'ש', 'Я', 'Ω']) {
      const png = await draw([], { title })
      shapes.add(
        (await sharp(png).extract({ left: 90, top: 200, width: 300, height: 230 }).raw().toBuffer()).toString(
          'base64',
        ),
      )
    }
    expect(shapes.size).toBe(8)
  })

  it('is drawn whatever somebody wrote', { timeout: 120_000 }, async () => {
    for (const text of [
      ...hostileTexts(60),
      '<span foreground="red">x</span>',
      '&amp;&#0;',
      '\u0000\ud83d',
      '',
    ])
      expect((await sharp(await draw([text], { title: text })).metadata()).width).toBe(1200)
  })
})
