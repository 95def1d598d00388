/**
 * Preloaded into a server (`NODE_OPTIONS=--import …`): its clock is wrong by CLOCK_SKEW_MS, as the clock
 * of a machine may be that nobody sets.
 */
const skew = Number(process.env.CLOCK_SKEW_MS ?? 0)
const Real = Date
const now = () => Real.now() + skew

globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
