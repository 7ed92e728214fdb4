/** Pictures of the installed studio, by the name of their file: `inset` leaves room for a launcher's own outline. */
export const appIcons = {
  '192.png': { size: 192, isMaskable: false },
  '512.png': { size: 512, isMaskable: false },
  'maskable.png': { size: 512, isMaskable: true },
} as const

/**
 * The manifest of the studio: installed it is a place to share to, for Android, ChromeOS and Chromium on a desktop (Web
 * Share Target, W3C). GET, since what is shared is shown first and saved by its own button.
 */
export function studioManifest(publication: string) {
  return {
    id: '/admin',
    name: `${publication}: studio`,
    short_name: publication.slice(0, 24),
    description: `The desk of ${publication}`,
    start_url: '/admin/inbox',
    scope: '/admin',
    display: 'standalone',
    background_color: '#f6f5f2',
    theme_color: '#ffffff',
    icons: Object.entries(appIcons).map(([file, { size, isMaskable }]) => ({
      src: `/admin/icons/${file}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: isMaskable ? 'maskable' : 'any',
    })),
    shortcuts: [
      { name: 'Inbox', url: '/admin/inbox' },
      { name: 'Issues', url: '/admin/issues' },
    ],
    share_target: {
      action: '/admin/capture',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}
