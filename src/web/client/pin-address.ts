/** The address of a passage, as the program writes it: `2021/mli@0123456789ab#1.c:4`. */
const PASSAGE = /^\d{4}\/[a-z]{3}(?:@[0-9a-f]{12})?#[a-z0-9./~-]{1,200}:[1-9]\d{0,5}$/;

export function isPassageAddress(value: unknown): value is string {
  return typeof value === 'string' && PASSAGE.test(value);
}

/** `2021/mli#1.c:4` of whatever version. */
export function withoutVersion(address: string): string {
  return address.replace(/@[0-9a-f]{12}/, '');
}

/** `2021 mli 1.c:4`, to be said. */
export function namePin(address: string): string {
  return withoutVersion(address).replace(/[/#]/, ' ').replace('#', ' ');
}

/**
 * The passages that a link to their citation names: `/2021/mli/1.c:4/cite`, `/cite?pins=…`.
 * @param version that of the text beside the link, where the link names none
 */
export function passagesOfCiteLink(href: string, version: string | null): string[] {
  const { pathname, search } = new URL(href, 'http://here');
  const place = /^\/(\d{4}\/[a-z]{3})(@[0-9a-f]{12})?\/(.+:\d+)\/cite$/.exec(decodeURI(pathname));
  if (place !== null) {
    const [, report = '', named, fragment = ''] = place;
    const at = named ?? (version === null ? '' : `@${version}`);
    return [`${report}${at}#${fragment}`].filter(isPassageAddress);
  }
  if (pathname !== '/cite') return [];
  return (new URLSearchParams(search).get('pins') ?? '').split(',').filter(isPassageAddress);
}
