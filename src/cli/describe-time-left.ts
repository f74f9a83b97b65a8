/** How long the rest will take at the speed so far: `about 12 min left`; nothing where that cannot be told yet. */
export function describeTimeLeft(done: number, total: number, milliseconds: number): string {
  if (done < 3 || done >= total || milliseconds <= 0) return '';
  return `about ${describeDuration(((milliseconds / done) * (total - done)) / 1000)} left`;
}

/** `40 s`, `12 min`, `1 h 5 min` */
export function describeDuration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
