import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'
import { localApiStatesAccess } from './local-api-states-access.mjs'

RuleTester.afterAll = afterAll
RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

const missing = (options, method = 'find') => ({ messageId: 'missing', data: { method, options } })
const messageId = (id) => ({ messageId: id })

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run(
  'local-api-states-access',
  localApiStatesAccess,
  {
    valid: [
      'payload.find({ collection: "obat", req, overrideAccess: false })',
      'req.payload.find({ collection: "obat", req: req, overrideAccess: true })',
      'this.payload.count({ ...common, req, overrideAccess: true })',
      'context.req.payload.update({ "req": req, "overrideAccess": true })',
      'payload?.findByID({ req, overrideAccess })',
      'payload!.findByID({ req, overrideAccess } as Options)',
      'payload.verifyEmail({ collection: "users", token, req })',
      'payload.db.updateOne({ collection: "obat" })',
      'payload.db.find({ collection: "obat" })',
      'payload.logger.info("stock moved")',
      'payload.sendEmail({ to })',
      'rows.find((row) => row.id === id)',
      'new Map().delete(key)',
      'const { logger, db } = req.payload',
      'payload[method]()',
    ],
    invalid: [
      { code: 'payload.find({ collection: "obat" })', errors: [missing('req and overrideAccess')] },
      { code: 'payload.find({ req })', errors: [missing('overrideAccess')] },
      { code: 'payload.find({ overrideAccess: true })', errors: [missing('req')] },
      { code: 'req.payload.find({ req })', errors: [missing('overrideAccess')] },
      { code: 'this.payload.find({ req })', errors: [missing('overrideAccess')] },
      { code: 'context.payload.find({ req })', errors: [missing('overrideAccess')] },
      { code: 'args.req.payload.find({ req })', errors: [missing('overrideAccess')] },
      { code: 'payload["find"]({ req })', errors: [missing('overrideAccess')] },
      { code: 'payload?.find({ req })', errors: [missing('overrideAccess')] },
      { code: 'req?.payload?.find({ req })', errors: [missing('overrideAccess')] },
      { code: '(req?.payload)!.find({ req })', errors: [missing('overrideAccess')] },
      { code: '(payload as Payload).find({ req })', errors: [missing('overrideAccess')] },
      { code: 'payload.find!({ req })', errors: [missing('overrideAccess')] },
      { code: 'payload.find({ [req]: req, overrideAccess: true })', errors: [missing('req')] },
      { code: 'payload.find({ ...common })', errors: [missing('req and overrideAccess')] },
      { code: 'payload.find({ ...common, req })', errors: [missing('overrideAccess')] },
      { code: 'payload.find({ where: { req, overrideAccess: true } })', errors: 1 },
      { code: 'payload.find(options)', errors: [messageId('notLiteral')] },
      { code: 'payload.find({ ...a } as Options)', errors: [messageId('missing')] },
      { code: 'payload.find()', errors: [messageId('notLiteral')] },
      { code: 'payload.find(...options)', errors: [messageId('notLiteral')] },
      { code: 'const { find, logger } = req.payload', errors: [messageId('detached')] },
      { code: 'const find = payload.find', errors: [messageId('detached')] },
      { code: 'run(payload.find)', errors: [messageId('detached')] },
      { code: 'payload.find.call(payload, {})', errors: [messageId('detached')] },
      { code: 'payload.verifyEmail({ token })', errors: [missing('req', 'verifyEmail')] },
      ...[
        'count',
        'countGlobalVersions',
        'countVersions',
        'create',
        'delete',
        'duplicate',
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
      ].map((method) => ({
        code: `payload.${method}({ req })`,
        errors: [missing('overrideAccess', method)],
      })),
    ],
  },
)
