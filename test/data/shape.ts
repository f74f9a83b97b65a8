/** Says what is wrong with a value; nothing if it is right. */
export type Shape = (value: unknown, path: string) => string[];

export const text: Shape = (value, path) =>
  typeof value === 'string' && value.trim() === value && value !== '' ? [] : [`${path} is no text`];

export const whole: Shape = (value, path) => (Number.isInteger(value) ? [] : [`${path} is no whole number`]);

export const truth: Shape = (value, path) =>
  typeof value === 'boolean' ? [] : [`${path} is neither true nor false`];

export const anything: Shape = () => [];

/** An edition covered here. */
export const year: Shape = (value, path) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 2016 && value <= 2024
    ? []
    : [`${path} is no edition from 2016 to 2024`];

/** Editions in order, each once. */
export const years: Shape = (value, path) => [
  ...listOf(year)(value, path),
  ...(Array.isArray(value) && value.some((one, i) => i > 0 && one <= value[i - 1])
    ? [`${path} is not in order`]
    : []),
];

export const oneOf =
  (...allowed: readonly unknown[]): Shape =>
  (value, path) =>
    allowed.includes(value) ? [] : [`${path} is none of ${allowed.join(', ')}`];

export const matching =
  (pattern: RegExp): Shape =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : [`${path} does not match ${pattern}`];

export const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? [] : shape(value, path);

export const listOf =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((one, i) => shape(one, `${path}[${i}]`)) : [`${path} is no list`];

/** An object with these fields and no others; a name that ends in `?` may be absent. */
export const fields =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
    const given = new Map<string, unknown>(Object.entries(value));
    const problems = Object.entries(shapes).flatMap(([name, shape]) => {
      const field = name.replace(/\?$/, '');
      const has = given.has(field);
      const found = given.get(field);
      given.delete(field);
      if (!has) return name.endsWith('?') ? [] : [`${path}.${field} is absent`];
      return shape(found, `${path}.${field}`);
    });
    return [...problems, ...[...given.keys()].map((name) => `${path}.${name} is not expected`)];
  };

/** What every file says of itself: at least what it is, its source and its licence. */
export const about: Shape = (value, path) => {
  if (typeof value !== 'object' || value === null) return [`${path} is no object`];
  return ['what', 'source', 'licence'].flatMap((name) => text(Reflect.get(value, name), `${path}.${name}`));
};
