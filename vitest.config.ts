import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const builtInPart = path.resolve('tests/support/BuiltInPart.vue')
const node = {
  environment: 'node' as const,
  setupFiles: ['tests/support/vitest-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        resolve: { alias: [{ find: /^@nuxt\/ui\/components\/.+/, replacement: builtInPart }] },
        test: {
          ...node,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/core/**'],
        },
      },
      {
        extends: true,
        // Core keeps no state: its tests share their modules, which loading anew takes longer than testing.
        test: { ...node, name: 'core', include: ['tests/unit/core/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { ...node, name: 'integration', include: ['tests/integration/**/*.test.ts'] },
      },
      { extends: true, test: { ...node, name: 'papers', include: ['tests/papers/**/*.test.ts'] } },
    ],
  },
})
