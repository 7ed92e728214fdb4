import { CopyField } from '@/components/capture/copy-field'
import { Tokens } from '@/components/capture/tokens'
import { WayIn } from '@/components/capture/way-in'
import type { TokenRow } from '@/lib/accounts/rules'

type Props = { address: string; name: string; tokens: readonly TokenRow[]; zone: string; path: string }

/** How an editor on one's own computer takes the draft's text and saves it back. */
export function OwnEditor({ address, name, tokens, zone, path }: Props) {
  const call = 'curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN"'
  // What an error says must not take the place of a text in which somebody has written.
  const keep = `-o answer.tmp && mv answer.tmp '${name}' || cat answer.tmp`
  const type = "-H 'Content-Type: text/markdown'"
  return (
    <div className="mt-8 max-w-3xl">
      <WayIn id="own-editor" title="From an editor of your own">
        <p>
          With a token of yours in <code>$TOKEN</code>, a command takes the text and another saves it back.
          What others saved meanwhile is merged; where both changed the same words nothing is saved, and the
          answer says so.
        </p>
        <CopyField label="Take it" text={`${call} '${address}' ${keep}`} />
        <CopyField
          label="Save it, and take it as it is then"
          text={`${call} ${type} -T '${name}' '${address}' ${keep}`}
        />
        <Tokens
          kind="DRAFT"
          tokens={tokens}
          zone={zone}
          noun="token"
          example="Editor on the laptop"
          path={path}
        />
      </WayIn>
    </div>
  )
}
