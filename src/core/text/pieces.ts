/** The text before a place, at most so many characters of it. */
export function textBefore(text: string, at: number, most: number): string {
  return text.slice(Math.max(0, at - most), at);
}

/** The text behind a place, at most so many characters of it. */
export function textBehind(text: string, at: number, most: number): string {
  return text.slice(at, at + most);
}

/** The beginning of a stretch of a text, at most so many characters of it. */
export function textFrom(text: string, start: number, end: number, most: number): string {
  return text.slice(start, Math.min(end, start + most));
}

/** The text around a stretch with the stretch itself, at most so many characters on either side. */
export function textAround(text: string, start: number, end: number, most: number): string {
  return text.slice(Math.max(0, start - most), end + most);
}
