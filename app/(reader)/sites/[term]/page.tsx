import { type FoundProps, foundMetadata, foundPage } from '@/app/(reader)/found'

export const generateMetadata = (props: FoundProps) => foundMetadata('SITE', props)

export default function SitePage(props: FoundProps) {
  return foundPage('SITE', props)
}
