/**
 * Check view: what Slack refuses in a modal or a Home tab.
 *
 * @see https://docs.slack.dev/reference/views
 */
import { checkBlocks } from './check-blocks.ts'
import { type At, byType, fields, isRecord, isTrueOrFalse, plainText, string } from './check-kit.ts'

const base = { type: () => undefined, blocks: () => undefined }
const names = {
  private_metadata: string(3_000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
}

const view = byType({
  home: fields(base, names),
  modal: fields(
    { ...base, title: plainText(24) },
    {
      ...names,
      close: plainText(24),
      submit: plainText(24),
      clear_on_close: isTrueOrFalse,
      notify_on_close: isTrueOrFalse,
    },
  ),
})

/** @returns what is wrong; nothing when all is well */
export function checkView(value: unknown): readonly string[] {
  const problems: string[] = []
  const at: At = {
    path: '/view',
    surface: 'modal',
    taken: new Set(),
    say: (problem, where) => void problems.push(`[ERROR] ${problem} [json-pointer:${where}]`),
  }
  view(value, at)
  if (!isRecord(value)) return problems

  const surface = value['type'] === 'home' ? 'home' : 'modal'
  const blocks = value['blocks']
  const hasInputs =
    Array.isArray(blocks) && blocks.some((block) => isRecord(block) && block['type'] === 'input')
  if (surface === 'modal' && hasInputs && value['submit'] === undefined)
    at.say('missing required field: submit', at.path)
  return [...problems, ...checkBlocks(blocks, surface, '/view/blocks')]
}
