import { defineConfig } from 'vitest/config'

// Without isolation a worker loads Wechaty and the vocabulary once, not once a file: the whole run takes 60 % of the time. No test may lean on the
// state of a module, which the product does not keep anyway.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxConcurrency: 2,
    isolate: false,
    maxWorkers: 2,
  },
})
