/** A name as it is compared where only its letters and digits count: `gpt4omini` for `GPT-4o mini`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}
