import { Notice } from '@/components/ui/notice'
import { findPastDates, pastDatesInWords } from '@/lib/past-dates/rules'
import { visibleText } from '@/lib/sponsors/rules'

type Props = {
  copy: Parameters<typeof visibleText>[0]
  /** `YYYY-MM-DD` */
  issueDate: string
}

/** Points at days in the copy that are over when the issue comes out; it keeps nobody from sending it. */
export function PastDates({ copy, issueDate }: Props) {
  const said = pastDatesInWords(findPastDates(visibleText(copy), issueDate), issueDate)
  return said && <Notice tone="warn">{said} Is that meant?</Notice>
}
