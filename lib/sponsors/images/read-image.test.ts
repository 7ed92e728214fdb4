import { createHash } from 'node:crypto'
import sharp, { type Color } from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeHugePng, makePng } from '@/lib/testing/images'
import { readImage } from './read-image'

const RED = { r: 250, g: 10, b: 10 }
const plain = (width: number, height: number, background: Color = RED) =>
  sharp({ create: { width, height, channels: 4, background } })
/** Like a photograph: every pixel another. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: RED,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })

async function pixelsOf(bytes: Uint8Array) {
  return sharp(bytes).raw().toBuffer({ resolveWithObject: true })
}

const html = '<html><script>alert(1)</script></html>'

describe('an image', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('of kind %s is taken', async (kind) => {
    const sent = await plain(40, 20).flatten().toFormat(kind).toBuffer()
    const read = await readImage(sent)
    expect(read).toMatchObject({ width: 40, height: 20, type: kind === 'jpeg' ? 'image/jpeg' : 'image/png' })
    expect(read.hash).toBe(createHash('sha256').update(read.bytes).digest('hex'))
    const { data } = await pixelsOf(read.bytes)
    expect(Math.abs((data[0] ?? 0) - 250)).toBeLessThan(6)
  })

  test('gets the same hash whenever it comes', async () => {
    const sent = await noise(50, 50).png().toBuffer()
    expect((await readImage(sent)).hash).toBe((await readImage(sent)).hash)
  })

  test('is made smaller to what readers see, and never larger', async () => {
    expect(await readImage(await plain(2_400, 600).png().toBuffer())).toMatchObject({
      width: 1_200,
      height: 300,
    })
    expect(await readImage(makePng({ width: 1, height: 100_000 }))).toMatchObject({
      width: 1,
      height: 2_400,
    })
    expect(await readImage(await plain(3, 2).png().toBuffer())).toMatchObject({ width: 3, height: 2 })
  })

  test('stands upright, whatever its EXIF said, and says nothing of where it was taken', async () => {
    const exif = { IFD0: { Copyright: 'Kim of Acme' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } }
    const left = await plain(20, 20, 'blue').png().toBuffer()
    const sent = await plain(40, 20)
      .composite([{ input: left, left: 0, top: 0 }])
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(sent.includes('Exif')).toBe(true)
    const read = await readImage(sent)
    expect(read).toMatchObject({ width: 20, height: 40 })
    expect(Buffer.from(read.bytes).toString('latin1')).not.toMatch(/Exif|Kim of Acme/)
    // Turned by a quarter to the right, its left is on top.
    const { data, info } = await pixelsOf(read.bytes)
    expect(data[2]).toBeGreaterThan(200)
    expect(data[info.channels * info.width * 39]).toBeGreaterThan(200)
  })

  test('keeps what can be seen through', async () => {
    const read = await readImage(
      await plain(4, 4, { ...RED, alpha: 0.5 })
        .webp({ lossless: true })
        .toBuffer(),
    )
    expect(read.type).toBe('image/png')
    const { data } = await pixelsOf(read.bytes)
    expect([...data.subarray(0, 4)]).toEqual([250, 10, 10, 128])
  })

  test('of a photograph becomes a JPEG, whatever it came as', async () => {
    const read = await readImage(await noise(900, 700).png().toBuffer())
    expect(read.type).toBe('image/jpeg')
    expect(await sharp(read.bytes).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' })
  })

  test('of many colours to be seen through stays small enough for a mail', async () => {
    const seen = await noise(1_200, 800).ensureAlpha(0.5).webp({ quality: 60 }).toBuffer()
    const read = await readImage(seen)
    expect(read.type).toBe('image/png')
    expect(read.bytes.byteLength).toBeLessThan(1_200_000)
  })

  test('in grey, in four printing colours or with 16 bits is shown in the colours of screens', async () => {
    for (const space of ['b-w', 'rgb16'] as const) {
      const { bytes } = await readImage(await plain(8, 8).toColourspace(space).png().toBuffer())
      expect(await sharp(bytes).metadata()).toMatchObject({ depth: 'uchar' })
    }
    const printed = await readImage(await plain(8, 8).flatten().toColourspace('cmyk').jpeg().toBuffer())
    expect((await sharp(printed.bytes).metadata()).space).toBe('srgb')
  })

  test('that moves is its first picture', async () => {
    const frames = await Promise.all(['red', 'lime'].map((colour) => plain(10, 10, colour).png().toBuffer()))
    const sent = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer()
    expect((await sharp(sent).metadata()).pages).toBe(2)
    const read = await readImage(sent)
    expect(read).toMatchObject({ width: 10, height: 10, type: 'image/png' })
    expect((await pixelsOf(read.bytes)).data.subarray(0, 3)).toEqual(Buffer.from([255, 0, 0]))
  })

  test('that is also a page comes out as its pixels alone', async () => {
    const jpeg = Buffer.concat([await plain(9, 9).flatten().jpeg().toBuffer(), Buffer.from(html)])
    for (const sent of [makePng({ width: 9, height: 9, text: html, tail: html }), jpeg]) {
      const read = await readImage(sent)
      expect(Buffer.from(read.bytes).toString('latin1')).not.toMatch(/script|html/i)
      expect(read).toMatchObject({ width: 9, height: 9 })
    }
  })
})

describe('what is refused', () => {
  const refusal = (bytes: Uint8Array) =>
    readImage(bytes).then(
      () => expect.unreachable('it was taken'),
      ({ code, message, fields }) => ({ code, message, field: fields.image }),
    )
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

  test.each([
    ['nothing', '', 'Choose an image'],
    ['an SVG', svg, 'SVG'],
    ['an SVG after a prologue', `\uFEFF<?xml version="1.0"?><!-- x -->${svg}`, 'SVG'],
    ['a page', html, 'no PNG, JPEG, WebP or GIF'],
    ['a page with an image in it', `${html}\x89PNG\r\n\x1a\n`, 'no PNG, JPEG, WebP or GIF'],
    ['a bitmap', 'BM\0\0\0\0', 'no PNG, JPEG, WebP or GIF'],
    ['a PDF', '%PDF-1.7', 'no PNG, JPEG, WebP or GIF'],
    ['the beginning of a PNG and no more', '\x89PNG\r\n\x1a\n', 'damaged'],
    ['an SVG that begins as a GIF', `GIF89a${svg}`, 'damaged'],
  ])('%s', async (_, text, said) => {
    const { code, message, field } = await refusal(
      Buffer.from(text, text.includes('\uFEFF') ? 'utf8' : 'latin1'),
    )
    expect(code).toBe('invalid')
    expect(message).toContain(said)
    expect(field).toBe(message)
  })

  test('200 million pixels, at once and with little memory', async () => {
    const sent = makeHugePng()
    expect(sent.byteLength).toBeLessThan(200)
    const [before, began] = [process.memoryUsage().rss, performance.now()]
    const { message } = await refusal(sent)
    expect(message).toContain('20,000 × 10,000')
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000)
  })

  test('more than 3 MB, before it is looked at', async () => {
    const sent = Buffer.concat([makePng({ width: 2, height: 2 }), Buffer.alloc(3 * 1024 * 1024)])
    expect(await refusal(sent)).toMatchObject({ code: 'too_large', field: expect.stringContaining('3 MB') })
  })

  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s that was cut off', async (kind) => {
    const whole = await noise(60, 60).toFormat(kind).toBuffer()
    for (const part of [0.02, 0.3, 0.9]) {
      const { message } = await refusal(whole.subarray(0, Math.max(20, whole.length * part)))
      expect(message).toContain('damaged or cut off')
    }
  })

  test('one by one, and others are still taken', async () => {
    const good = await plain(5, 5).png().toBuffer()
    const bad = makePng({ width: 50, height: 50, data: Buffer.from('none') })
    const answers = await Promise.allSettled([bad, good, bad, good].map(readImage))
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
  })
})
