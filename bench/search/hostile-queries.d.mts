/** The same queries for the same seed. */
export function makeHostileQueries(count: number, seed: number): string[];
