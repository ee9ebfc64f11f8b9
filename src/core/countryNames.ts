/**
 * The names of countries in a language.
 * @param tags BCP 47, the first that is known counts
 * @returns the name of a code (ISO 3166-1 alpha-2, `EU`); `undefined` for what is none: what a policy gives as an origin need not be one
 */
export function countryNames(tags: readonly string[]): (code: string) => string | undefined {
  let names: Intl.DisplayNames | undefined;
  return (code) => {
    try {
      names ??= new Intl.DisplayNames(tags, { type: 'region', fallback: 'none' });
      return names.of(code);
    } catch {
      return undefined;
    }
  };
}

/** `Japan (JP)`; a code that is none stays as it is. */
export function countryLabels(tags: readonly string[]): (code: string) => string {
  const nameOf = countryNames(tags);
  return (code) => {
    const name = nameOf(code);
    return name === undefined ? code : `${name} (${code})`;
  };
}
