import type { Config, SanitizedConfig } from 'payload'

import type { Refusal } from './contract'

/** The refusals that the hooks of collections add to the generated REST: slug → operation → errors. */
type CollectionRefusals = Record<
  string,
  Partial<Record<'create' | 'update' | 'delete', readonly Refusal[]>>
>

const keptIn = ({ custom }: Pick<Config, 'custom'>): CollectionRefusals =>
  (custom?.refusals ?? {}) as CollectionRefusals

/** A plugin's refusals, in the form that `config.custom` keeps them in for the API reference. */
export const withRefusals = (
  config: Config,
  refusals: CollectionRefusals,
): { refusals: CollectionRefusals } => ({ refusals: { ...keptIn(config), ...refusals } })

/** What an operation of a collection may be refused with, beside what Payload itself refuses. */
export const refusalsOf = (
  config: SanitizedConfig,
  slug: string,
  operation: string,
): readonly Refusal[] =>
  (keptIn(config)[slug] as Partial<Record<string, readonly Refusal[]>> | undefined)?.[operation] ??
  []
