import type { Config, Payload } from 'payload'
import type { Metric } from 'prom-client'
import { Registry } from 'prom-client'

/** Adds metrics of a plugin's own to the registry it is given; called once, when `/metrics` is first asked. */
type Register = (payload: Payload, registry: Registry) => void

const REGISTRY = Symbol.for('sehat.metrics')
type Holder = { [REGISTRY]?: Registry }

const declaredIn = (config: Pick<Config, 'custom'>): Register[] =>
  (config.custom?.metrics as Register[] | undefined) ?? []

/**
 * Declares metrics that are read when they are asked for. Each declaration has a registry of its own: when
 * it fails, or takes too long, the rest is still told. Names begin with `sehat_`, labels take few values.
 *
 * ```ts
 * withMetrics(config, (payload, registry) => {
 *   new Gauge({
 *     name: 'sehat_consultations_active',
 *     help: 'Consultations that are under way.',
 *     registers: [registry],
 *     async collect() {
 *       this.set(await countActive({ payload }))
 *     },
 *   })
 * })
 * ```
 */
export const withMetrics = (config: Config, register: Register): Config => ({
  ...config,
  custom: { ...config.custom, metrics: [...declaredIn(config), register] },
})

/** The process's own registry: on its Payload instance, where Next's bundle finds it too. */
export const registryOf = (payload: Payload): Registry =>
  ((payload as Holder)[REGISTRY] ??= new Registry())

/**
 * A metric of the process, for whatever counts as it goes: made when it is first asked for.
 * @param make makes it, in the registry that it is given
 */
export const metricOf = <Made extends Metric>(
  payload: Payload,
  name: string,
  make: (settings: { name: string; registers: Registry[] }) => Made,
): Made => {
  const registry = registryOf(payload)
  const known = registry.getSingleMetric(name) as Made | undefined
  return known ?? make({ name, registers: [registry] })
}

/** The process's registry, and one for each declaration of a plugin. */
export const registriesOf = (payload: Payload): Registry[] => [
  registryOf(payload),
  ...declaredIn(payload.config).map((register) => {
    const registry = new Registry()
    register(payload, registry)
    return registry
  }),
]
