import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results',
  timeout: 60_000,
  // Generous: machines that run every suite at once are slow, and no test measures time by it.
  expect: { timeout: 20_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  globalSetup: './tests/support/prepare-machine.ts',
})
