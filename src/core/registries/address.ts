/** Where in an address a model is named, and which. */
export interface NameInAddress {
  /** Offsets in the address. */
  readonly start: number;
  readonly end: number;
  readonly id: string;
  /** The revision in the path (`/resolve/191239b/`), percent-decoded. */
  readonly revision?: string;
  /** The form leaves open whether this is a model: only the catalog can tell. */
  readonly uncertain?: boolean;
  /** The address is that of an interface for programs, at which the model is asked: no page is there. */
  readonly isEndpoint?: true;
}

/** Reads the path of an address of a known host. Pure and linear. */
export type AddressReader = (path: AddressPath) => NameInAddress | undefined;

/** The path of an address: its parts, and where each starts in the address. */
export interface AddressPath {
  readonly parts: readonly string[];
  readonly starts: readonly number[];
}

/** Cuts the path out of an address from `from`; a query and a fragment are left out. */
export function splitPath(address: string, from: number): AddressPath {
  let end = address.length;
  for (let i = from; i < end; i++) if ('?#'.includes(address.charAt(i))) end = i;
  const parts = address.slice(from, end).split('/');
  const starts: number[] = [];
  let at = from;
  for (const part of parts) {
    starts.push(at);
    at += part.length + 1;
  }
  return { parts, starts };
}

/** Some parts of a path together. */
export interface PathSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `count` parts of a path from the part `first`. */
export function spanOf(path: AddressPath, first: number, count: number): PathSpan {
  const last = first + count - 1;
  return {
    start: path.starts[first] ?? 0,
    end: (path.starts[last] ?? 0) + (path.parts[last] ?? '').length,
    text: path.parts.slice(first, last + 1).join('/'),
  };
}

/** `owner/name` as the whole path: only the catalog can tell whether it is a model. */
export function ownerAndName(isId: (text: string) => boolean): AddressReader {
  return (path) => {
    const { start, end, text } = spanOf(path, 0, 2);
    return isId(text) ? { start, end, id: text, uncertain: true } : undefined;
  };
}

/** The part behind `before` names the model; a method may follow behind a colon, unless ids have colons themselves. */
export function endpoint(before: string, hasColons = false): AddressReader {
  return (path) => {
    const at = path.parts.lastIndexOf(before);
    const part = path.parts[at + 1] ?? '';
    const id = hasColons ? part : (part.split(':', 1)[0] ?? '');
    const start = path.starts[at + 1] ?? 0;
    return at < 0 || !/^[\w.@:-]+$/.test(id) || !/\d/.test(id)
      ? undefined
      : { start, end: start + id.length, id, isEndpoint: true };
  };
}

/**
 * A model's own page on a site that is no registry for programs, which numbers its models or puts their scale first:
 * the address is the name. Civitai's downloads have addresses of their own.
 */
export function page(site: string): AddressReader {
  return (path) => {
    const at = path.parts.indexOf('models');
    const before = path.parts.slice(0, Math.max(0, at)).join('/');
    if (
      at < 0 ||
      (before !== '' && before !== 'api/download') ||
      !/^\d[\w.-]*$/.test(path.parts[at + 1] ?? '')
    )
      return undefined;
    const { end, text } = spanOf(path, 0, at + 2);
    return { start: 0, end, id: `${site}/${text}` };
  };
}
