/**
 * Caps of one run, checked before anything is parsed, so that too much is refused within 2 s and 150 MB of memory. The
 * largest issue of any newsletter we know is 40 KB; plain text may hold a whole archive in one file.
 */
export const limits = {
  markdownBytes: 256 * 1024,
  plainBytes: 8 * 1024 * 1024,
  /** All texts of a run together. */
  runBytes: 64 * 1024 * 1024,
  files: 10_000,
  depth: 32,
} as const
