/** Jest for the long proofs, which `npm test` holds in a short form. */
import base from './jest.config.js'

const HOUR_MS = 60 * 60 * 1000

export default {
  ...base,
  roots: ['<rootDir>/test/long'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: HOUR_MS,
}
