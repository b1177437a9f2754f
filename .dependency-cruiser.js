/** The layers of DESIGN.md as rules: a file imports only from floors below its own. */

const only = (...folders) => `^(${folders.join('|')})`

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'knowledge-stands-alone',
      severity: 'error',
      from: { path: '^knowledge/' },
      to: { path: '^(bot|adaptive-cards|manifest|test|bench)/' },
    },
    {
      name: 'polls-stand-alone',
      severity: 'error',
      from: { path: '^bot/polls/' },
      to: {
        path: '^(bot|adaptive-cards|knowledge)/',
        pathNot: '^(bot/polls/|bot/working-time[.]ts$|knowledge/language[.]ts$)',
      },
    },
    {
      name: 'contract-knows-only-the-domain',
      severity: 'error',
      from: { path: '^bot/contract/' },
      to: { path: '^(bot|adaptive-cards)/', pathNot: '^bot/(contract|polls)/' },
    },
    {
      name: 'rounds-know-no-use-case',
      severity: 'error',
      from: { path: '^bot/rounds/' },
      to: { path: '^bot/(use-cases|chores|adapters|web|cli|roster)/' },
    },
    {
      name: 'use-cases-know-no-platform',
      severity: 'error',
      from: { path: '^bot/(use-cases/|chores/|rounds/|delivery/|(bot|receive|plain-text)[.]ts$)' },
      to: { path: '^(bot/(adapters|web|cli)/|bot/(main|start|config)[.]ts$|adaptive-cards/)' },
    },
    {
      name: 'delivery-knows-no-use-case',
      severity: 'error',
      from: { path: '^bot/delivery/' },
      to: { path: '^bot/(use-cases/|chores/|rounds/|roster/|(bot|compose|receive)[.]ts$)' },
    },
    {
      name: 'storage-only-stores',
      severity: 'error',
      from: { path: '^bot/storage/' },
      to: { path: '^(bot|adaptive-cards)/', pathNot: '^bot/(storage|contract|polls)/' },
    },
    {
      name: 'only-storage-knows-databases',
      severity: 'error',
      from: { pathNot: '^(bot/storage/|test/|bench/)' },
      to: { path: 'node_modules/(kysely|better-sqlite3|pg|@types/pg)/' },
    },
    {
      name: 'only-working-time-knows-temporal',
      severity: 'error',
      from: { pathNot: '^(bot/(working-time|holidays)[.]ts$|test/)' },
      to: { path: 'node_modules/temporal-' },
    },
    {
      name: 'cards-only-show',
      severity: 'error',
      from: { path: '^adaptive-cards/' },
      to: {
        pathNot: only(
          'adaptive-cards/',
          'bot/contract/',
          'bot/polls/',
          'knowledge/',
          'node_modules/@microsoft/teams[.]cards/',
          'node_modules/@types/mdast/',
          'node_modules/mdast-util-to-string/',
        ),
      },
    },
    {
      name: 'only-chat-platforms-show-cards',
      severity: 'error',
      from: {
        pathNot: only(
          'adaptive-cards/',
          'bot/adapters/teams/',
          'bot/adapters/slack/blocks/',
          'bot/cli/',
          'test/',
          'bench/',
        ),
      },
      to: { path: '^adaptive-cards/' },
    },
    {
      name: 'platform-sdk-stays-in-its-adapter',
      severity: 'error',
      from: { pathNot: '^(bot/adapters/|bot/web/|bot/main[.]ts$|test/|bench/)' },
      to: { path: 'node_modules/(botbuilder|botframework-[^/]+|restify|@slack)/' },
    },
    {
      name: 'adapters-do-not-meet',
      severity: 'error',
      from: { path: '^bot/adapters/([^/]+)/' },
      to: { path: '^bot/adapters/[^/]+/', pathNot: '^bot/adapters/$1/' },
    },
    {
      name: 'only-spelling-knows-minisearch',
      severity: 'error',
      from: { pathNot: '^(knowledge/spelling[.]ts$|test/|bench/)' },
      to: { path: 'node_modules/minisearch/' },
    },
    {
      name: 'only-main-composes',
      severity: 'error',
      from: { pathNot: '^(bot/(main|start|platforms|compose)[.]ts$|bot/cli/|test/|bench/)' },
      to: { path: '^bot/(main|start|platforms|compose|config)[.]ts$' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
    },
  },
}
