import { papers } from '@/lib/render/accent'

const inks = { light: '#1f1c18', dark: '#e8e3d9' } as const

type Props = { scheme: 'light' | 'dark'; accent: string; name: string }

/** A few lines as readers see them, on one of the two papers whatever the desk's own scheme is. */
export function AccentSample({ scheme, accent, name }: Props) {
  return (
    <figure
      aria-label={`Sample on ${scheme} paper`}
      style={{ background: papers[scheme], color: inks[scheme] }}
      className="rounded-md border border-rule px-4 py-3 font-text text-base leading-relaxed"
    >
      <p className="truncate font-bold" dir="auto">
        {name}
      </p>
      <p>
        A blurb with{' '}
        <span className="underline underline-offset-4" style={{ textDecorationColor: accent }}>
          a link
        </span>
        , and <span style={{ color: accent }}>the same under the pointer</span>.
      </p>
      <blockquote className="mt-2 border-s-2 ps-3" style={{ borderColor: accent }}>
        A quote, set off by its rule.
      </blockquote>
    </figure>
  )
}
