type Rgb = [number, number, number]

/** The papers of reader.css, which every text must stand out from. */
export const papers = { light: '#fffdfa', dark: '#171614' } as const
/** The house colours, where a publication has chosen none. */
export const houseAccent = { light: '#9a3412', dark: '#f2a36f' } as const
/** WCAG 2.2, 1.4.3, for text of any size. */
const ENOUGH = 4.5

const pattern = /^#[0-9a-f]{6}$/i

function parse(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function write(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [r, g, b] = parse(colour).map((part) => {
    const c = part / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/**
 * The nearest colour to the one given that can be read on the paper: mixed with black on a light paper, with white on
 * a dark one, in steps of one in fifty, until it reaches 4.5:1. A colour that does already comes back as it is.
 */
export function readableOn(scheme: 'light' | 'dark', colour: string): string {
  const towards: Rgb = scheme === 'light' ? [0, 0, 0] : [255, 255, 255]
  const from = parse(colour)
  for (let step = 0; step <= 50; step += 1) {
    const mixed = write(from.map((part, index) => part + ((towards[index] ?? 0) - part) * (step / 50)) as Rgb)
    if (contrast(mixed, papers[scheme]) >= ENOUGH) return mixed
  }
  return write(towards)
}

type Chosen = { accentLight: string | null; accentDark: string | null }

/** A publication's accent in both schemes, readable in each; one chosen colour serves both. */
export function accentsOf({ accentLight, accentDark }: Chosen): { light: string; dark: string } {
  const valid = (colour: string | null) => (colour && pattern.test(colour) ? colour : null)
  const light = valid(accentLight)
  const dark = valid(accentDark)
  return {
    light: readableOn('light', light ?? dark ?? houseAccent.light),
    dark: readableOn('dark', dark ?? light ?? houseAccent.dark),
  }
}

/** The accent as a style for the root element. */
export function accentStyle(chosen: Chosen): { '--accent': string } {
  const { light, dark } = accentsOf(chosen)
  return { '--accent': `light-dark(${light}, ${dark})` }
}
