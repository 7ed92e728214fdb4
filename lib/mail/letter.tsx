import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Text } from '@react-email/text'

/** What a message of ours says. `action` is the one thing to do; its address is also shown as text. */
export type LetterContent = {
  publication: string
  heading: string
  paragraphs: readonly string[]
  action?: { label: string; url: string }
  /** What to do when the message is not meant for its reader. */
  closing: string
}

const ui = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
const ink = '#1f1c18'
const muted = '#6a645b'

/** The look of every message that Gleaner writes itself: one column, one button, the address in full below it. */
export function Letter({
  publication,
  heading,
  paragraphs,
  action,
  closing,
}: LetterContent): React.JSX.Element {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <title>{heading}</title>
      </Head>
      <Preview>{paragraphs[0] ?? heading}</Preview>
      <Body
        style={{ margin: 0, padding: '32px 16px', backgroundColor: '#f6f5f2', fontFamily: ui, color: ink }}
      >
        <Container
          style={{ maxWidth: '544px', padding: '32px', backgroundColor: '#ffffff', borderRadius: '8px' }}
        >
          <Text style={{ margin: 0, fontSize: '13px', lineHeight: '20px', color: muted }}>{publication}</Text>
          <Heading
            as="h1"
            style={{ margin: '8px 0 16px', fontSize: '22px', lineHeight: '30px', fontWeight: 600 }}
          >
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ margin: '0 0 16px', fontSize: '16px', lineHeight: '25px' }}>
              {paragraph}
            </Text>
          ))}
          {action ? <Action {...action} /> : null}
          <Hr style={{ margin: '24px 0 16px', borderColor: '#e4dfd6' }} />
          <Text style={{ margin: 0, fontSize: '13px', lineHeight: '20px', color: muted }}>{closing}</Text>
        </Container>
      </Body>
    </Html>
  )
}

function Action({ label, url }: { label: string; url: string }): React.JSX.Element {
  return (
    <>
      <Button
        href={url}
        style={{
          display: 'inline-block',
          padding: '12px 20px',
          borderRadius: '6px',
          backgroundColor: ink,
          color: '#ffffff',
          fontSize: '15px',
          lineHeight: '20px',
          fontWeight: 600,
        }}
      >
        {label}
      </Button>
      <Text style={{ margin: '16px 0 0', fontSize: '13px', lineHeight: '20px', color: muted }}>
        Or open this address:{' '}
        <Link href={url} style={{ color: '#9a3412', wordBreak: 'break-all' }}>
          {url}
        </Link>
      </Text>
    </>
  )
}
