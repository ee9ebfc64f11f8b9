/** What joins a name in Japanese to the sentence that begins with it; the row above stands in its place. */
const PARTICLE = /^\s+(?:[はが]、?|の)?\s*/;

/** A message without the name that it begins with, which the row above says. */
export function withoutName(message: string, name: string): string {
  const rest = message.startsWith(`${name} `) ? message.slice(name.length).replace(PARTICLE, '') : '';
  return rest === '' ? message : rest;
}
