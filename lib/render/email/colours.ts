/** The colours of readers' pages (components/reader/styles/base.css), written out: mail programs know no custom property. */
export const light = {
  paper: '#fffdfa',
  ink: '#1f1c18',
  muted: '#655f56',
  rule: '#e3ddd2',
  visited: '#6b4a5e',
  marked: '#f7efdf',
} as const

export const dark = {
  paper: '#171614',
  ink: '#e8e3d9',
  muted: '#a59d90',
  rule: '#38342d',
  visited: '#c7a0b6',
  marked: '#25221d',
} as const

/** Faces that are on the reader's machine. No name with a space, which would need quotes inside an attribute. */
export const faces = {
  text: 'Charter,Georgia,serif',
  head: 'system-ui,-apple-system,Roboto,Arial,sans-serif',
  code: 'ui-monospace,Menlo,Consolas,monospace',
} as const
