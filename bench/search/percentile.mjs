/** Of any list of numbers. */
export function median(numbers) {
  return percentile(numbers, 50);
}

/** The number that so many of a hundred do not exceed. */
export function percentile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * part) / 100))];
}
