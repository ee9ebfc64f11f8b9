/**
 * Reads an access token that a person or an environment gave. One that could not stand in a header is refused here, since what the
 * platform says about such a header would quote it.
 * @returns `undefined` when there is none that can be sent
 */
export function readToken(text: string | undefined): string | undefined {
  const token = text?.trim() ?? '';
  return /^[\x21-\x7e]{1,400}$/.test(token) ? token : undefined;
}
