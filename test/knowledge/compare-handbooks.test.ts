/** What is told of two versions of a handbook, and what is not. */
import { compareHandbooks } from '../../knowledge/compare-handbooks.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const PRINT = '## Printen {#printen}\n\nPrint thuis niet. Zie [mail](#mail).\n'
const MAIL = '## Mail {#mail}\n\nStuur niets naar privé.\n'
const read = (...chapters: readonly string[]) =>
  readHandbook(new Map(chapters.map((text, index) => [`${index}.md`, text]))).handbook
const told = (before: readonly string[], after: readonly string[]) =>
  compareHandbooks(read(...before), read(...after)).map((change) => [
    ...[change.kind, change.section.id],
    ...(change.kind === 'changed' ? [change.parts.join()] : []),
  ])

it.each([
  ['nothing of the same text', [PRINT], [PRINT], []],
  ['a section that came', [PRINT], [PRINT, MAIL], [['added', 'mail']]],
  [
    'a section that went, after all others',
    [`${MAIL}\n${PRINT}`],
    [PRINT.replace('Printen', 'Print')],
    [
      ['changed', 'printen', 'title'],
      ['removed', 'mail'],
    ],
  ],
  [
    'nothing of one that has another number because of another',
    [PRINT],
    [`${MAIL}\n${PRINT}`],
    [['added', 'mail']],
  ],
  [
    'a new title',
    [PRINT],
    [PRINT.replace('## Printen', '## Mag ik printen?')],
    [['changed', 'printen', 'title']],
  ],
  [
    'a link that leads elsewhere, though it reads the same',
    [PRINT],
    [PRINT.replace('#mail)', '#wifi)')],
    [['changed', 'printen', 'text']],
  ],
  [
    'emphasis, because somebody may read it otherwise',
    [PRINT],
    [PRINT.replace('niet', '**niet**')],
    [['changed', 'printen', 'text']],
  ],
  ['nothing of an empty line', [PRINT], [`\n${PRINT}\n\n`], []],
  [
    'one that was moved to another chapter',
    [`${PRINT}\n${MAIL}`, '# Post\n'],
    [PRINT, `# Post\n\n${MAIL}`],
    [['moved', 'mail']],
  ],
] as const)('tells %s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})
