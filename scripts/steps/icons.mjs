/**
 * The icons as pictures (server/reader/files/icons.ts). They are drawn here and not when they are asked for: where
 * sponsors' images are read no SVG may be, whoever it is from (lib/sponsors/images/read-image.ts).
 */
import { build } from 'esbuild'
import sharp from 'sharp'
import { madeModule } from './made-module.mjs'

/** SVG is drawn at 72 pixels an inch, in its own size. */
const SVG_DENSITY = 72
const DRAWN_AS = 32
/** For feed readers, of which most take no SVG. */
const FEED_ICON = { 'icon.png': { size: 512, isMaskable: false } }

/** The icons as they are written, and which pictures of them the studio's manifest names. */
async function readIcons() {
  const contents = `export * from '@/lib/render/icon'; export * from '@/lib/sharing/manifest'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

async function writeModule() {
  const { iconSvg, maskableIconSvg, appIcons } = await readIcons()
  const draw = async ([name, { size, isMaskable }]) => {
    const svg = Buffer.from(isMaskable ? maskableIconSvg : iconSvg)
    const png = await sharp(svg, { density: (SVG_DENSITY * size) / DRAWN_AS })
      .png()
      .toBuffer()
    return [name, png.toString('base64')]
  }
  const drawn = await Promise.all(Object.entries({ ...FEED_ICON, ...appIcons }).map(draw))
  return `export const icons = ${JSON.stringify(Object.fromEntries(drawn))}`
}

export const icons = madeModule('gleaner:icons', writeModule)
