/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Middle, lowest and highest of several runs; null if any run has none. */
export function spread(
  values: readonly (number | null)[]
): { median: number; low: number; high: number } | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 || known.length < values.length) return null;
  return { median: quantile(known, 0.5), low: Math.min(...known), high: Math.max(...known) };
}
