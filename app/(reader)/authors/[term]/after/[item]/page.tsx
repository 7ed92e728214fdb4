import { type FoundProps, foundMetadata, foundPage } from '@/app/(reader)/found'

export const generateMetadata = (props: FoundProps) => foundMetadata('AUTHOR', props)

export default function OlderAuthorPage(props: FoundProps) {
  return foundPage('AUTHOR', props)
}
