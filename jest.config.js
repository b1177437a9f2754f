/** Jest as ESM: compiling to CommonJS fails on ESM-only packages such as mdast. */
export default {
  testEnvironment: '<rootDir>/jest.environment.js',
  maxWorkers: '100%', // by default one core is left idle: half of a small machine
  workerIdleMemoryLimit: '600MB', // jest frees no module of a test file that has ended
  testTimeout: 30_000, // a test that starts a process, such as PostgreSQL, may wait for a core
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/test/long/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      },
    ],
  },
}
