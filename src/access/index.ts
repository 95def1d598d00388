import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

import type { Role } from './roles'

/**
 * The few combinators that every plugin builds its rules from. A rule answers true, false, or the
 * documents that are allowed (a `Where`).
 */
type Rule = (args: { req: PayloadRequest }) => boolean | Where

export const hasRole = (req: Pick<PayloadRequest, 'user'>, ...roles: Role[]): boolean =>
  Boolean(req.user && (roles as string[]).includes(req.user.role))

/** Those who work at the counter: they see every order and take money. */
export const isDesk = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'cashier', 'admin')

export const isStaff = (req: Pick<PayloadRequest, 'user'>): boolean =>
  Boolean(req.user && req.user.role !== 'patient')

export const nobody: Access = () => false

export const anyone: Access = () => true

export const roles =
  (...allowed: Role[]): ((args: { req: PayloadRequest }) => boolean) =>
  ({ req }) =>
    hasRole(req, ...allowed)

/** Documents whose field `path` names the signed-in user. */
export const own =
  (path: string): Rule =>
  ({ req }) =>
    req.user ? { [path]: { equals: req.user.id } } : false

/** The first rule that does not refuse decides. */
export const firstOf =
  (...rules: Rule[]): Rule =>
  (args) => {
    for (const rule of rules) {
      const answer = rule(args)
      if (answer !== false) return answer
    }
    return false
  }

/** Fields that only the server writes: whatever a client sends for them is dropped. */
export const serverOnly: { create: FieldAccess; update: FieldAccess } = {
  create: () => false,
  update: () => false,
}

export const adminField: FieldAccess = ({ req }) => hasRole(req, 'admin')
