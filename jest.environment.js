/**
 * Jest environment: Jest's own for node, in a plain context.
 *
 * The context that Jest makes hears of every look at a global, such as `Object` or `Math`: code that
 * calculates took two to ten times as long in it.
 */
import { createRequire } from 'node:module'
import vm from 'node:vm'

/** The one that Jest brings along. */
const { TestEnvironment } = createRequire(import.meta.resolve('jest'))('jest-environment-node')

// biome-ignore lint/style/noDefaultExport: jest asks for one
export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(...given)
    } finally {
      vm.createContext = createContext
    }
  }
}
