import { type FoundProps, foundMetadata, foundPage } from '@/app/(reader)/found'

export const generateMetadata = (props: FoundProps) => foundMetadata('TOPIC', props)

export default function OlderTopicPage(props: FoundProps) {
  return foundPage('TOPIC', props)
}
