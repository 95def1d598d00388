/** One import in the tree that tests/architecture writes, and the rules that must report it. */
export type Edge = { from: string; to: string; kind: 'value' | 'type'; rules: string[] }

export const edges: Edge[] = []

const allowed = (from: string, to: string): unknown =>
  edges.push({ from, to, kind: 'value', rules: [] })
const allowedAsType = (from: string, to: string): unknown =>
  edges.push({ from, to, kind: 'type', rules: [] })
const forbidden = (rules: string | string[], from: string, to: string): unknown =>
  edges.push({ from, to, kind: 'value', rules: [rules].flat() })
const forbiddenAsType = (rules: string | string[], from: string, to: string): unknown =>
  edges.push({ from, to, kind: 'type', rules: [rules].flat() })

const plugin = (path: string): string => `src/plugins/${path}`

// Domains
const domains = ['pharmacy', 'courses', 'consultations', 'examinations', 'assistant', 'news']
domains.forEach((domain, index) => {
  const other = domains[(index + 1) % domains.length] ?? ''
  // Only part of the ring, so that it does not close: no-circular has its own case.
  if (index < domains.length - 1) {
    forbidden('no-domain-to-domain', plugin(`${domain}/index.ts`), plugin(`${other}/index.ts`))
  }
  forbidden('payments-knows-no-domain', plugin('payments/index.ts'), plugin(`${domain}/errors.ts`))
  allowed(plugin(`${domain}/index.ts`), plugin(`${domain}/errors.ts`))
})
forbiddenAsType('no-domain-to-domain', plugin('news/errors.ts'), plugin('courses/types.ts'))
allowed(plugin('pharmacy/order.test.ts'), plugin('courses/testing.ts'))
allowed(plugin('pharmacy/testing.ts'), plugin('accounts/testing.ts'))
for (const ground of [
  'src/lib/money.ts',
  'src/access/index.ts',
  'src/database/transactions.ts',
  plugin('realtime/index.ts'),
  plugin('notifications/index.ts'),
  plugin('payments/contract.ts'),
]) {
  allowed(plugin('pharmacy/operations/createOrder.ts'), ground)
}
allowedAsType(plugin('pharmacy/operations/createOrder.ts'), 'src/payload-types.ts')
for (const above of [
  plugin('payments/charge.ts'),
  plugin('accounts/index.ts'),
  plugin('media/index.ts'),
  'src/payload-generated-schema.ts',
  'migrations/20250101.ts',
]) {
  forbidden('domain-knows-the-ground-only', plugin('pharmacy/operations/createOrder.ts'), above)
}

// Ground floor
for (const ground of ['accounts', 'media', 'realtime', 'notifications']) {
  forbidden(
    'ground-floor-knows-no-domain',
    plugin(`${ground}/index.ts`),
    plugin('pharmacy/errors.ts'),
  )
}
allowed(plugin('payments/index.ts'), plugin('notifications/index.ts'))
allowed(plugin('payments/index.ts'), plugin('payments/contract.ts'))
forbidden(
  'payable-contract-stands-alone',
  plugin('payments/contract.ts'),
  plugin('payments/charge.ts'),
)
forbidden('plugins-know-no-host', plugin('payments/charge.ts'), 'src/simulators/midtrans/index.ts')
forbidden('plugins-know-no-host', plugin('accounts/index.ts'), 'src/server/limits.ts')
forbidden('plugins-know-no-host', plugin('media/index.ts'), 'payload.config.ts')
forbidden('every-plugin-has-a-floor', 'payload.config.ts', plugin('billing/index.ts'))

// The environment
allowed('payload.config.ts', 'src/env.ts')
allowed('src/server/limits.ts', 'src/env.ts')
allowed('src/database/adapter.ts', 'src/env.ts')
allowed('scripts/report.ts', 'src/env.ts')
forbidden('env-is-handed-over', plugin('payments/charge.ts'), 'src/env.ts')
forbidden('env-is-handed-over', 'src/lib/money.ts', 'src/env.ts')
forbidden(
  ['env-is-handed-over', 'domain-knows-the-ground-only'],
  plugin('courses/operations/enroll.ts'),
  'src/env.ts',
)

// The panel's components
const component = plugin('pharmacy/admin/Desk.tsx')
for (const safe of [
  plugin('pharmacy/admin/Row.tsx'),
  plugin('pharmacy/orderStatus.ts'),
  plugin('payments/contract.ts'),
  'src/access/index.ts',
  'src/lib/pretty.ts',
]) {
  allowed(component, safe)
}
allowedAsType(component, 'src/payload-types.ts')
for (const unsafe of [
  plugin('pharmacy/operations/createOrder.ts'),
  plugin('pharmacy/endpoints/orders.ts'),
  plugin('pharmacy/sql.ts'),
  'src/database/transactions.ts',
]) {
  forbidden('admin-knows-constants-and-types', component, unsafe)
}
forbiddenAsType(
  'admin-knows-constants-and-types',
  component,
  plugin('pharmacy/operations/cancelOrder.ts'),
)
forbidden(
  ['admin-knows-constants-and-types', 'no-domain-to-domain'],
  component,
  plugin('courses/types.ts'),
)
forbidden(
  ['admin-knows-constants-and-types', 'domain-knows-the-ground-only'],
  component,
  plugin('payments/words.ts'),
)
forbidden('admin-needs-no-node', component, 'node:fs')
forbidden('admin-needs-no-node', plugin('payments/contract.ts'), 'node:fs')
forbidden(['admin-is-browser-safe', 'raw-sql-in-sql-files'], component, 'pg')
allowed(component, 'react')

// The app
allowed('src/app/(site)/page.tsx', 'payload.config.ts')
allowed('src/app/(site)/page.tsx', 'src/app/(site)/layout.tsx')
allowedAsType('src/app/(site)/page.tsx', 'src/payload-types.ts')
forbidden(
  'app-knows-the-configuration-only',
  'src/app/(site)/page.tsx',
  plugin('pharmacy/index.ts'),
)
forbidden('app-knows-the-configuration-only', 'src/app/(site)/page.tsx', 'src/lib/money.ts')
allowed('src/app/(payload)/admin/importMap.js', component)
allowed('src/app/(payload)/admin/importMap.js', 'src/app/(payload)/graphics/Logo.tsx')
forbidden(
  'import-map-knows-components-only',
  'src/app/(payload)/admin/importMap.js',
  plugin('pharmacy/orderStatus.ts'),
)

// Below the plugins
forbidden('lib-knows-no-plugin', 'src/lib/money.ts', plugin('payments/contract.ts'))
forbidden('foundations-know-no-plugin', 'src/access/index.ts', plugin('accounts/roles.ts'))
forbidden('foundations-know-no-plugin', 'src/database/transactions.ts', 'src/server/limits.ts')
forbidden(
  'simulators-stand-alone',
  'src/simulators/midtrans/index.ts',
  plugin('payments/signature.ts'),
)

// SQL
allowed(plugin('pharmacy/sql.ts'), 'src/database/sql.ts')
allowed(plugin('pharmacy/orders.sql.ts'), 'src/database/sql.ts')
allowed('src/payload-generated-schema.ts', 'pg')
allowed('src/server/limits.ts', 'src/database/sql.ts')
allowed('src/database/adapter.ts', 'pg')
allowedAsType(plugin('pharmacy/operations/createOrder.ts'), 'pg')
forbidden(
  'raw-sql-in-sql-files',
  plugin('pharmacy/operations/createOrder.ts'),
  'src/database/sql.ts',
)
forbidden('raw-sql-in-sql-files', plugin('pharmacy/hooks/mysql.ts'), 'src/database/sql.ts')
forbidden('raw-sql-in-sql-files', plugin('payments/charge.ts'), 'pg')

// The model's SDK
allowed(plugin('assistant/gemini.ts'), '@google/generative-ai')
forbidden(
  'gemini-sdk-in-one-file',
  plugin('assistant/operations/answer.ts'),
  '@google/generative-ai',
)
forbiddenAsType('gemini-sdk-in-one-file', plugin('assistant/model.ts'), '@google/generative-ai')

// Types, cycles, shipping
forbidden('generated-types-as-types', plugin('pharmacy/orderStatus.ts'), 'src/payload-types.ts')
forbidden('no-circular', plugin('news/first.ts'), plugin('news/second.ts'))
allowed(plugin('news/second.ts'), plugin('news/first.ts')) // a cycle is reported once
allowed(plugin('news/third.ts'), plugin('news/fourth.ts'))
allowedAsType(plugin('news/fourth.ts'), plugin('news/third.ts'))
forbidden('no-test-code-in-production', 'src/server/limits.ts', plugin('accounts/testing.ts'))
forbidden('no-test-code-in-production', 'payload.config.ts', 'tests/support/server.ts')
allowed('tests/support/server.ts', plugin('accounts/testing.ts'))
forbidden('no-dev-dependencies-in-production', 'src/server/limits.ts', 'dev-only')
allowed('tests/support/server.ts', 'dev-only')
forbidden('no-unlisted-packages', 'src/server/limits.ts', 'unlisted')
forbidden('no-unresolvable', 'src/server/limits.ts', './nowhere')

/** A file that nothing imports and that imports nothing. */
export const orphan = 'src/lib/leftOver.ts'
