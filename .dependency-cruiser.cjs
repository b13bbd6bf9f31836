// The layers of the office. Each rule has a test that breaks it on purpose: tests/unit/layers.test.ts
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

exports.forbidden = [
  forbid(
    'core-stands-alone',
    { path: '^electron/core/' },
    { pathNot: ['^electron/core/', '^node_modules/(zod|@internationalized/date)/'] },
  ),
  forbid(
    'kernel-knows-no-slice',
    { path: '^electron/core/kernel/' },
    { path: '^electron/core/(?!kernel/)' },
  ),
  forbid(
    'slices-share-nouns-not-verbs',
    { path: '^electron/core/([^/]+)/' },
    { path: '^electron/core/[^/]+/.+\\.(use-case|contract)\\.ts$', pathNot: '^electron/core/$1/' },
  ),
  forbid(
    'electron-only-in-shell',
    { pathNot: '^electron/(shell/|standin/|main\\.ts|preload\\.ts)|^tests/' },
    { path: '^node_modules/electron/' },
  ),
  forbid(
    'backend-is-headless',
    { path: '^electron/backend/' },
    { path: ['^electron/(?!backend/|core/)', '^renderer/'] },
  ),
  forbid(
    'backend-slices-are-strangers',
    { path: '^electron/backend/([^/]+)/' },
    {
      path: '^electron/backend/[^/]+/',
      pathNot: ['^electron/backend/$1/', '^electron/backend/database/'],
    },
  ),
  // The program speaks to nobody but the gateway of messages that the administrator has set.
  forbid(
    'network-is-for-messages',
    { path: '^electron/(backend|core|shell)/', pathNot: '^electron/backend/messages/' },
    { path: ['^(node:)?(net|tls|http|https|http2|dgram|dns)(/|$)', '^node_modules/smpp/'] },
  ),
  forbid(
    'migrations-are-frozen',
    { path: '^electron/backend/database/migrations/' },
    { path: '^electron/(?!backend/database/migrations/)' },
  ),
  forbid(
    'shell-touches-no-data',
    { path: '^electron/(shell/|main\\.ts)' },
    { path: ['^electron/backend/', '^electron/core/(?!kernel/)'] },
  ),
  forbid(
    'preload-imports-electron',
    { path: '^electron/preload\\.ts' },
    { pathNot: '^node_modules/electron/' },
  ),
  forbid(
    'renderer-sees-core-nouns',
    { path: '^renderer/' },
    { path: ['^electron/(?!core/)', '^electron/core/.+\\.(use-case|ports)\\.ts$'] },
  ),
  forbid('renderer-uses-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
  forbid(
    'renderer-package-list',
    { path: '^renderer/' },
    {
      path: '^node_modules/',
      pathNot:
        '^node_modules/(vue|vue-router|vue-i18n|pinia|@pinia|@vue|@vueuse|@nuxt/ui|@internationalized/date|pdfjs-dist|vazirmatn|tailwindcss|zod)/',
    },
  ),
  forbid(
    'renderer-slices-are-strangers',
    { path: '^renderer/((?!client|pages|ui|locales|decisions)[^/]+)/' },
    {
      path: '^renderer/[^/]+/',
      pathNot: ['^renderer/$1/', '^renderer/(client|ui|locales|decisions)/'],
    },
  ),
  forbid(
    'decisions-know-no-slice',
    { path: '^renderer/decisions/' },
    { path: '^renderer/(?!decisions/|ui/|locales/)' },
  ),
  forbid(
    'ui-is-dumb',
    { path: '^renderer/ui/' },
    { path: ['^electron/(?!core/kernel/)', '^renderer/(?!ui/|locales/)', '^node_modules/pinia/'] },
  ),
  forbid(
    'standin-is-a-stranger',
    { pathNot: '^(electron/standin|tests)/' },
    { path: '^electron/standin/' },
  ),
  forbid('tests-stay-outside', { pathNot: '^tests/' }, { path: '^tests/' }),
  forbid('no-cycles', {}, { circular: true }),
  forbid('everything-resolves', {}, { couldNotResolve: true }),
]

exports.options = {
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^node_modules/.cache' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
}
