/** @type {import('next').NextConfig} */
const config = {
  // Each build goes to a folder of its own, and the server switches when it is whole (scripts/steps/build.mjs).
  distDir: process.env.GLEANER_BUILD_DIR ?? '.build/dev',
  // Next writes into the tsconfig it is given; this one is a copy. Types are checked by `npm run check`.
  typescript: { ignoreBuildErrors: true, tsconfigPath: '.build/tsconfig.json' },
  reactStrictMode: true,
  poweredByHeader: false,
  // For studio pages and scripts; what is framed is asked for uncompressed and packed by our server, which also sets
  // headers and redirects.
  compress: true,
  generateEtags: false,
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  experimental: {
    // light-dark() stays as it is written: rewritten for older browsers it follows the system alone, and the preview
    // couldn't be switched to light or dark.
    useLightningcss: true,
    lightningCssFeatures: { exclude: ['light-dark'] },
    // A page of the studio is read in when it is first asked for: that one waits a tenth of a second more at most, and
    // the process begins with 38 MB less.
    preloadEntriesOnStart: false,
  },
  // Title and metadata stay in the head, and nothing is streamed in later by script.
  htmlLimitedBots: /.*/,
  // Their classes and connections must be the same ones that the server uses.
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pino',
    'graphile-worker',
    'nodemailer',
  ],
}

export default config
