/** The value below which a share (0 to 1) of the values lies; NaN of none. */
export const percentile = (values: number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const short = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
