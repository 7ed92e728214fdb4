import { textResponse } from '@/lib/http/text-response'
import { iconSvg } from '@/lib/render/icon'

/** `/icon.svg`: the icon for studio and portal; readers' pages hold it themselves. */
export function GET(): Response {
  return textResponse(iconSvg, 'image/svg+xml')
}
