/** The parts of an address that a relative one depends on. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** How a document links to a heading of another one, or of itself; `undefined` where no relative address leads there. */
export function hrefFrom(from: Address, to: Address, anchor: string): string | undefined {
  const fragment = anchor === '' ? '' : `#${encodeURIComponent(anchor)}`;
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  if (from.path === to.path) return fragment === '' ? '#' : fragment;
  const [own, other] = [from.path.split('/').slice(0, -1), to.path.split('/')];
  let same = 0;
  while (same < own.length && same < other.length - 1 && own[same] === other[same]) same++;
  const up = own.slice(same).map(() => '..');
  const down = other.slice(same).map(encodeURIComponent);
  // A name may have a colon, with which an address would begin with a scheme.
  return `${[...(up.length === 0 ? ['.'] : up), ...down].join('/')}${fragment}`;
}
