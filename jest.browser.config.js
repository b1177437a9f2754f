/** Jest for the tests that drive a real browser; needs Chromium (CHROMIUM, else /usr/bin/chromium). */
import base from './jest.config.js'

export default {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 60_000,
}
