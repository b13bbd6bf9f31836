import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import path from 'node:path'
import type { Plugin } from 'vite'

const at = (file: string): string => path.resolve(import.meta.dirname, file)

/**
 * Nuxt UI writes its colours into a <style> element while the page runs, which the CSP refuses.
 * They never change here: that plugin becomes empty and renderer/colors.css says the same.
 */
const staticColors: Plugin = {
  name: 'static-ui-colors',
  enforce: 'pre',
  load(id) {
    const file = id.replaceAll('\\', '/')
    return file.endsWith('@nuxt/ui/dist/runtime/plugins/colors.js')
      ? 'export default { install() {} }'
      : undefined
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // zod alone has more files than the program and is loaded by every process and thread.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          backend: at('electron/backend/start.ts'),
          'paper-worker': at('electron/backend/papers/paper-worker.ts'),
          'import-worker': at('electron/backend/extracts/import-worker.ts'),
          'signing-worker': at('electron/backend/verification/signing-worker.ts'),
          'check-worker': at('electron/backend/verification/check-worker.ts'),
          'scan-worker': at('electron/backend/vault/scan-worker.ts'),
          office: at('electron/backend/console/office.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the entries, so that a file named relative to a module is found from a chunk too.
          chunkFileNames: 'chunk-[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    resolve: { dedupe: ['@internationalized/date', 'vue'] },
    plugins: [
      vue(),
      staticColors,
      vueI18n({
        include: [at('renderer/locales/**/*.json')],
        runtimeOnly: true,
        dropMessageCompiler: true,
        strictMessage: false,
      }),
      ui({
        colorMode: false, // it would write an inline script; the page sets the `dark` class
        dts: false,
        autoImport: { dts: false },
        components: { dts: false },
        ui: { colors: { primary: 'teal', neutral: 'slate' } },
        // Icons are built in: otherwise they come from a public server while the program runs.
        icon: { clientBundle: { scan: { globInclude: ['**/*.{vue,ts}'] } } },
      }),
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 1000, // kB; read from the disk, not from a network
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // data: addresses would need an exception in the CSP
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
