// The application's bundle stays untouched: only the name `electron` leads elsewhere.
import { registerHooks } from 'node:module'

const standin = new URL('electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: standin, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
