/** The look of everything that is typed into. 16 px on phones, or iOS zooms in on focus. */
export const inputClass =
  'w-full min-h-9 rounded-md border border-edge bg-pane px-3 py-1.5 text-base text-ink sm:text-sm pointer-coarse:min-h-11 aria-invalid:border-bad aria-invalid:outline-bad disabled:bg-sunk disabled:text-muted'
