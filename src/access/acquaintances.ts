import type { Config, PayloadRequest } from 'payload'

/**
 * Whose names somebody may read beside their own, as a domain knows it: a doctor's patients. Users' ids.
 */
type Acquaintances = (req: PayloadRequest) => Promise<number[]>

const keptIn = ({ custom }: Pick<Config, 'custom'>): Acquaintances[] =>
  (custom?.acquaintances as Acquaintances[] | undefined) ?? []

/** Says of whom a domain lets somebody know the name, in the form that `config.custom` keeps it in. */
export const withAcquaintances = (
  config: Config,
  acquaintances: Acquaintances,
): { acquaintances: Acquaintances[] } => ({
  acquaintances: [...keptIn(config), acquaintances],
})

/** All of them, asked for once in a request: each document that shows a user asks. */
export const acquaintancesOf = async (req: PayloadRequest): Promise<number[]> => {
  const asked = (req.context.acquaintances ??= Promise.all(
    keptIn(req.payload.config).map(async (acquaintances) => acquaintances(req)),
  )) as Promise<number[][]>
  return (await asked).flat()
}
