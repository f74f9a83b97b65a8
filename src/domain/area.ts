import { foldText } from './slug.ts';

/** Our stable id of a country or area: ISO 3166-1 alpha-3 in lower case, or a documented user-assigned code. */
export type AreaId = string;

/** One of the publisher's geographic regions. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly bureau: string | null;
}

/** `part`: a part of another area that has a page of its own; `sample`: invented, for trying the software. */
export type AreaKind = 'country' | 'area' | 'part' | 'sample';

/** A country or area reported on, with every name and slug it has had. */
export interface Area {
  readonly id: AreaId;
  /** The name shown where no edition is meant; "Mali". */
  readonly name: string;
  readonly region: string;
  readonly parent: AreaId | null;
  readonly kind: AreaKind;
  /** Id in the official custom report builder, where it had one. */
  readonly builderId: number | null;
  readonly names: readonly { readonly name: string; readonly editions: readonly number[] }[];
  readonly slugs: readonly { readonly slug: string; readonly editions: readonly number[] }[];
  readonly aliases: readonly string[];
  /** Editions in which the publisher published a report on it. */
  readonly published: readonly number[];
}

/** The slug for our own addresses: the newest one the publisher used, without the accidents of its system. */
export function areaSlug(area: Area): string {
  const clean = area.slugs.filter(({ slug }) => /^[a-z]+(-[a-z]+)*$/.test(slug));
  const newest = [...clean].sort((a, b) => Math.max(...b.editions) - Math.max(...a.editions))[0];
  return newest?.slug ?? nameKey(area.name).replaceAll(' ', '-');
}

/** The name printed in an edition, or the general name. */
export function areaNameIn(area: Area, edition: number): string {
  return area.names.find(({ editions }) => editions.includes(edition))?.name ?? area.name;
}

/**
 * What is left of a name when spelling does not matter: lower case, no diacritics, no punctuation, no "the",
 * "Name, The" the same as "The Name". Two names with one key are one name.
 */
export function nameKey(name: string): string {
  return foldText(name)
    .replace(/['’‘`´.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bthe\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
