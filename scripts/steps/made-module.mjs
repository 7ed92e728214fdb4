/**
 * A module that is written while our server is bundled, for what is the same for all its life.
 * @param {string} name by which it is imported
 * @param {() => Promise<string>} write its source
 * @returns the plugins that know it: for esbuild, of which our server is made, and for Vite, by which the tests run
 */
export const madeModule = (name, write) => ({
  inBundle: {
    name,
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }))
      onLoad({ filter: /.*/, namespace: name }, async () => ({ contents: await write() }))
    },
  },
  inTests: {
    name,
    enforce: 'pre',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? write() : undefined),
  },
})
