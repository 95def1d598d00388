/**
 * ESLint rule: a call of Payload's Local API says under which request and with which rights it runs.
 *
 * Without `req` a nested call takes a second connection and leaves the transaction; without
 * `overrideAccess` it silently runs with every right. So both are written in the call itself: a
 * spread or a variable would hide them from the reader.
 *
 * Sees `payload.find(…)` and whatever ends in a member named `payload`: `req.payload.find(…)`,
 * `this.payload.find(…)`, `context.req.payload.find(…)`. `payload.db.*` is another API, not covered.
 */

const both = ['req', 'overrideAccess']

/** Method of Payload's Local API → the options that it must be given. */
const required = {
  ...Object.fromEntries(
    [
      'count',
      'countGlobalVersions',
      'countVersions',
      'create',
      'delete',
      'duplicate',
      'find',
      'findByID',
      'findDistinct',
      'findGlobal',
      'findGlobalVersionByID',
      'findGlobalVersions',
      'findVersionByID',
      'findVersions',
      'forgotPassword',
      'login',
      'resetPassword',
      'restoreGlobalVersion',
      'restoreVersion',
      'unlock',
      'update',
      'updateGlobal',
    ].map((method) => [method, both]),
  ),
  // Takes no overrideAccess: the token is the right.
  verifyEmail: ['req'],
}

/** `a?.b`, `a!`, `a as T`, `a satisfies T` are `a` to this rule. */
const wrappers = new Set([
  'ChainExpression',
  'TSNonNullExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
])

const unwrap = (node) => (wrappers.has(node.type) ? unwrap(node.expression) : node)

/** The name that a member access or a property spells out, or null: `a.b`, `a['b']`, `{ b }`, `{ 'b': 1 }`. */
const statedName = (key, computed) => {
  if (!computed && key.type === 'Identifier') return key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null
}

const isPayload = (node) => {
  const value = unwrap(node)
  if (value.type === 'Identifier') return value.name === 'payload'
  return (
    value.type === 'MemberExpression' && statedName(value.property, value.computed) === 'payload'
  )
}

const statedOptions = (object) =>
  object.properties
    .filter((property) => property.type === 'Property')
    .map((property) => statedName(property.key, property.computed))

/** @type {import('eslint').Rule.RuleModule} */
export const localApiStatesAccess = {
  meta: {
    type: 'problem',
    docs: { description: 'Local API calls state `req` and `overrideAccess`' },
    schema: [],
    messages: {
      missing: 'payload.{{method}}() must state {{options}} in its options.',
      notLiteral:
        'payload.{{method}}() needs an object literal that states {{options}}, so that they can be read in place.',
      detached:
        'payload.{{method}} must be called in place, with {{options}} stated: taken off, its calls cannot be checked.',
    },
  },
  create(context) {
    const report = (node, messageId, method, options) => {
      context.report({ node, messageId, data: { method, options: options.join(' and ') } })
    }

    const checkCall = (call, method) => {
      const options = required[method]
      const argument = call.arguments[0] && unwrap(call.arguments[0])
      if (argument?.type !== 'ObjectExpression') {
        report(call, 'notLiteral', method, options)
        return
      }
      const stated = statedOptions(argument)
      const missing = options.filter((option) => !stated.includes(option))
      if (missing.length > 0) report(call, 'missing', method, missing)
    }

    /** The call that a callee belongs to, past `?.`, `!` and the like; undefined if it is not called. */
    const callOf = (node) => {
      let current = node
      while (wrappers.has(current.parent.type)) current = current.parent
      const { parent } = current
      return parent.type === 'CallExpression' && parent.callee === current ? parent : undefined
    }

    return {
      MemberExpression(node) {
        const method = statedName(node.property, node.computed)
        if (method === null || !Object.hasOwn(required, method) || !isPayload(node.object)) return
        const call = callOf(node)
        if (call) checkCall(call, method)
        else report(node, 'detached', method, required[method])
      },
      // const { find } = req.payload
      'VariableDeclarator[id.type="ObjectPattern"]'(node) {
        if (!node.init || !isPayload(node.init)) return
        for (const property of node.id.properties) {
          if (property.type !== 'Property') continue
          const method = statedName(property.key, property.computed)
          if (method !== null && Object.hasOwn(required, method)) {
            report(property, 'detached', method, required[method])
          }
        }
      },
    }
  },
}
