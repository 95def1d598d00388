import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const inProject = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// Where CI wants the results as JSON (.ci/run counts them from there).
const report = process.env.TEST_REPORT_FILE

export default defineConfig({
  resolve: {
    alias: [
      { find: '@payload-config', replacement: inProject('./payload.config.ts') },
      { find: /^@\//, replacement: inProject('./src/') },
    ],
  },
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/**/*.test.ts',
      'tools/**/*.test.{ts,mjs}',
    ],
    exclude: [...configDefaults.exclude, '.data/**', '.next/**'],
    globalSetup: 'tests/support/globalSetup.ts',
    setupFiles: 'tests/support/environment.ts',
    // Loading Payload takes seconds: a worker keeps its modules, and so its Payload, between files.
    pool: 'forks',
    isolate: false,
    fileParallelism: true,
    maxWorkers: 2,
    // Lexical's development build awaits at top level and never finishes loading on Node 20.
    execArgv: ['--conditions=production'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is waited for comes when the machine gets to it.
    expect: { poll: { timeout: 60_000 } },
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: report } } : {}),
  },
})
