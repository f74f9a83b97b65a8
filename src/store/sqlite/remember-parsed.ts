/** Texts remembered at most; a real library has a few hundred. */
const MOST = 10_000;

/** Parses each text once; for columns where few distinct texts stand in very many rows. */
export function rememberParsed<T>(parse: (text: string) => T): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= MOST) remembered.clear();
    const parsed = parse(text);
    remembered.set(text, parsed);
    return parsed;
  };
}
