/** What has no name: “an issue”, “a slot”, “a user”. */
export function unnamed(subject: string): string {
  return `${/^(?!us)[aeiou]/i.test(subject) ? 'an' : 'a'} ${subject}`
}

/** “save-item” → “Save item”. */
export function actionWords(action: string): string {
  const words = action.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
