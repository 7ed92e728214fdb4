const NAME = 'gleaner:single-keys'

/** Whether single keys do something; remembered in this browser. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}

/** Whether a key that is pressed there is text: such keys are nobody else’s. */
export const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')
