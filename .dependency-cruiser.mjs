/**
 * Who may know whom (docs/architecture). tests/architecture/ proves that each rule bites: a new
 * rule needs a violation there.
 */

const oneOf = (...names) => `(?:${names.join('|')})`

const domain = oneOf('pharmacy', 'courses', 'consultations', 'examinations', 'assistant', 'news')
const groundFloor = oneOf('accounts', 'media', 'realtime', 'notifications', 'payments', 'panel')

/** Tests, factories, the bench and scripts may know everything. */
const tests = [String.raw`\.test\.(?:ts|tsx|mjs)$`, String.raw`/testing\.ts$`, '/testing/']
/** `sql.ts`, or `orders.sql.ts` where one file would be too long. */
const sqlFiles = String.raw`(?:/|\.)sql\.ts$`
const generatedSchema = String.raw`^src/payload-generated-schema\.ts$`
const generatedTypes = String.raw`^src/payload-types\.ts$`
/** What domains and their components know of payments: nothing but words and types. */
const paymentsContract = String.raw`^src/plugins/payments/contract\.ts$`
const components = ['^src/plugins/[^/]+/admin/', paymentsContract]
const importMap = String.raw`^src/app/\(payload\)/admin/importMap\.js$`
const databasePackages =
  '(?:^|/)node_modules/(?:pg|drizzle-orm|@payloadcms/(?:db-postgres|drizzle))/'
/** `import type`, and `import('…').T` in types: gone when the code runs. */
const typesOnly = ['type-only', 'type-import']
/** Everything of ours; the rest are packages and Node's own modules. */
const ours = [
  '^src/',
  String.raw`^payload\.config\.ts$`,
  '^(?:tests|bench|scripts|tools|migrations)/',
]

const forbidden = [
  {
    name: 'no-domain-to-domain',
    comment:
      'A domain never imports another domain: payload.config.ts introduces them by options, so that each can be taken out.',
    severity: 'error',
    from: { path: `^src/plugins/(${domain})/`, pathNot: tests },
    to: { path: `^src/plugins/${domain}/`, pathNot: '^src/plugins/$1/' },
  },
  {
    name: 'domain-knows-the-ground-only',
    comment:
      'A domain knows itself, lib, access, database, realtime, notifications and payments/contract.ts; whatever else it needs comes as an option.',
    severity: 'error',
    from: { path: `^src/plugins/(${domain})/`, pathNot: tests },
    to: {
      path: ours,
      pathNot: [
        `^src/plugins/${domain}/`, // judged by no-domain-to-domain
        '^src/(?:lib|access|database)/',
        '^src/plugins/(?:realtime|notifications)/',
        paymentsContract,
        generatedTypes,
      ],
    },
  },
  {
    name: 'payments-knows-no-domain',
    comment: 'Domains hand their payables to payments in payload.config.ts.',
    severity: 'error',
    from: { path: '^src/plugins/payments/', pathNot: tests },
    to: { path: `^src/plugins/${domain}/` },
  },
  {
    name: 'ground-floor-knows-no-domain',
    comment: 'The ground floor is always there; domains are removable.',
    severity: 'error',
    from: { path: `^src/plugins/${groundFloor}/`, pathNot: ['^src/plugins/payments/', ...tests] },
    to: { path: `^src/plugins/${domain}/` },
  },
  {
    name: 'payable-contract-stands-alone',
    comment: 'Domains read payments/contract.ts: what it imported, they would all know.',
    severity: 'error',
    from: { path: paymentsContract },
    to: { path: '^src/plugins/' },
  },
  {
    name: 'plugins-know-no-host',
    comment: 'A plugin is a function of its options: the server, the app and simulators use it.',
    severity: 'error',
    from: { path: `^src/plugins/${groundFloor}/`, pathNot: tests },
    to: { path: ['^src/(?:server|app|simulators)/', String.raw`^payload\.config\.ts$`] },
  },
  {
    name: 'every-plugin-has-a-floor',
    comment: 'A new plugin is put on the ground floor or among the domains, in this file.',
    severity: 'error',
    from: {},
    to: { path: '^src/plugins/', pathNot: `^src/plugins/${oneOf(domain, groundFloor)}/` },
  },
  {
    name: 'env-is-handed-over',
    comment:
      'Only the composition root, the server and the database read src/env.ts; plugins get options.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/(?:server|database)/', ...tests] },
    to: { path: String.raw`^src/env\.ts$` },
  },
  {
    name: 'admin-knows-constants-and-types',
    comment:
      "Components reach the browser: of their plugin they know admin/ and its browser-safe files, of others realtime's admin/ and payments/contract.ts, never operations, SQL or the database; their data comes over the API, or from Payload's props.",
    severity: 'error',
    from: { path: '^src/plugins/([^/]+)/admin/', pathNot: tests },
    to: {
      path: ours,
      pathNot: [
        '^src/plugins/$1/admin/',
        // Files at the plugin's top, but for those that run on the server only.
        String.raw`^src/plugins/$1/(?!(?:index|sql|sweeper|access|present|schemas|testing)\.)[^/]+\.tsx?$`,
        '^src/(?:lib|access)/',
        '^src/plugins/realtime/admin/',
        paymentsContract,
        generatedTypes,
      ],
    },
  },
  {
    name: 'admin-is-browser-safe',
    comment: 'Components need nothing of the database.',
    severity: 'error',
    from: { path: components, pathNot: tests },
    to: { path: databasePackages, dependencyTypesNot: typesOnly },
  },
  {
    name: 'admin-needs-no-node',
    comment: "Components need nothing of Node's: a browser does not have it.",
    severity: 'error',
    from: { path: components, pathNot: tests },
    to: { dependencyTypes: ['core'], dependencyTypesNot: typesOnly },
  },
  {
    name: 'app-knows-the-configuration-only',
    comment:
      'Pages ask the configuration (or the API); the rules are in the plugins. What it hands over about public pages is described in lib/publicCard.ts.',
    severity: 'error',
    from: { path: '^src/app/', pathNot: importMap },
    to: {
      path: ours,
      pathNot: [
        String.raw`^payload\.config\.ts$`,
        '^src/app/',
        generatedTypes,
        String.raw`^src/lib/publicCard\.ts$`,
      ],
    },
  },
  {
    name: 'import-map-knows-components-only',
    comment:
      "Payload's import map names components of the panel; those live in admin/, what several share in lib/panel/, and the panel's own marks in app/.",
    severity: 'error',
    from: { path: importMap },
    to: {
      path: ours,
      pathNot: [
        '^src/plugins/[^/]+/admin/',
        '^src/lib/panel/',
        String.raw`^src/app/\(payload\)/graphics/`,
      ],
    },
  },
  {
    name: 'lib-knows-no-plugin',
    comment: 'lib has no domain words: it knows of nothing that is built with it.',
    severity: 'error',
    from: { path: '^src/lib/', pathNot: tests },
    to: { path: ['^src/(?:plugins|server|app|simulators)/', String.raw`^payload\.config\.ts$`] },
  },
  {
    name: 'foundations-know-no-plugin',
    comment: 'access and database stand below the plugins.',
    severity: 'error',
    from: { path: '^src/(?:access|database)/', pathNot: tests },
    to: { path: ['^src/(?:plugins|server|app|simulators)/', String.raw`^payload\.config\.ts$`] },
  },
  {
    name: 'simulators-stand-alone',
    comment: 'A simulator that shared code with what it simulates against would prove nothing.',
    severity: 'error',
    from: { path: '^src/simulators/', pathNot: tests },
    to: { path: ['^src/(?:plugins|server|app)/', String.raw`^payload\.config\.ts$`] },
  },
  {
    name: 'raw-sql-in-sql-files',
    comment:
      'Every raw statement of a plugin stands in its sql.ts: that is where to look for them.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: [sqlFiles, generatedSchema, '^src/(?:database|server)/', ...tests],
    },
    to: {
      path: [String.raw`^src/database/sql\.ts$`, databasePackages],
      dependencyTypesNot: typesOnly,
    },
  },
  {
    name: 'gemini-sdk-in-one-file',
    comment:
      'The SDK is no longer maintained, and its faults are covered in one place (docs/decisions/0008).',
    severity: 'error',
    from: { pathNot: String.raw`^src/plugins/assistant/gemini\.ts$` },
    to: { path: '(?:^|/)node_modules/@google/generative-ai/' },
  },
  {
    name: 'generated-types-as-types',
    comment: 'payload-types.ts says what documents look like and holds no code.',
    severity: 'error',
    from: {},
    to: { path: generatedTypes, dependencyTypesNot: typesOnly },
  },
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or three.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: typesOnly } },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is left over.',
    severity: 'error',
    from: {
      orphan: true,
      path: '^src/',
      pathNot: [String.raw`\.d\.ts$`, '^src/app/', generatedSchema],
    },
    to: {},
  },
  {
    name: 'no-test-code-in-production',
    comment: 'Factories, tests, the bench, scripts and tools are not shipped.',
    severity: 'error',
    from: { path: ['^src/', String.raw`^payload\.config\.ts$`], pathNot: tests },
    to: { path: [...tests, '^(?:tests|bench|scripts|tools)/'] },
  },
  {
    name: 'no-dev-dependencies-in-production',
    comment: 'What runs in production stands in dependencies.',
    severity: 'error',
    from: { path: ['^src/', String.raw`^payload\.config\.ts$`], pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: typesOnly },
  },
  {
    name: 'no-unlisted-packages',
    comment: 'A package that is imported stands in package.json.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-unresolvable',
    comment: 'The imported file or package does not exist.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: [
        String.raw`^\.next/`,
        String.raw`^\.data/`,
        '^coverage/',
        String.raw`^next-env\.d\.ts$`,
      ],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json'],
    },
    skipAnalysisNotInRules: true,
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
}
