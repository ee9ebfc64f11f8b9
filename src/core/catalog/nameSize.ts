/** A size that a name states: how many experts it is multiplied by (1 where by none), and the parameters of each. */
export interface NameSize {
  readonly experts: number;
  readonly parameters: number;
}

/**
 * The first size that a name states: `7B`, `0.5b`, `1_8b`, `350M`, `8x7B`. Names with two (`30B-A3B`) state the whole first. A few
 * millions beside billions count what it was trained on (`Infinity-Instruct-3M-Llama3-70B`), and a lone `1M` is as often the length
 * of the context (`LWM-Text-1M`), so it tells nothing of a model that is not called tiny. Of a mixture of experts the whole counts, not
 * what is active: the larger of two (`OLMoE-1B-7B`), and none where only the active ones and the experts are named (`17B-128E`).
 * @param name with its owner or without
 */
export function sizeInName(name: string): NameSize | undefined {
  if (ACTIVE.test(name)) return undefined;
  const sizes = [...name.replace(POINT_AS_UNDERSCORE, '$1.$2').matchAll(SIZE)].map((found) => {
    const [, experts = '1', figure = '', unit = ''] = found;
    return {
      experts: Number(experts),
      parameters: Math.round(Number(figure) * (UNITS[unit.toLowerCase()] ?? 0)),
    };
  });
  const [first] = sizes;
  if (first === undefined) return undefined;
  if (MIXTURE.test(name) && first.experts === 1)
    return sizes.reduce((whole, size) => (size.parameters > whole.parameters ? size : whole));
  const larger = first.parameters < FEW ? sizes.find(({ parameters }) => parameters >= BILLION) : undefined;
  if (larger !== undefined) return larger;
  return first.parameters === MILLION && !CALLED_TINY.test(name) ? undefined : first;
}

const SIZE = /(?<![A-Za-z0-9.])(?:(\d{1,3})x)?(\d{1,4}(?:\.\d{1,3})?)([bmt])(?![A-Za-z0-9])/gi;
/** `-1_8b` is 1.8 billion; the underscore of `Llama_3_8B` parts words. */
const POINT_AS_UNDERSCORE = /(?<=^|-)(\d{1,3})_(\d{1,3}[bm])(?=$|[-_:@/ ])/gi;
const MIXTURE = /MoE(?![a-z])/i;
/** How many parameters are active, and of how many experts: their sum is neither. */
const ACTIVE = /(?<![A-Za-z0-9.])\d{1,4}(?:\.\d{1,3})?B-\d{1,3}E(?![A-Za-z0-9])/;
const CALLED_TINY = /(?:^|[-_/])tiny/i;

const MILLION = 1e6;
const BILLION = 1e9;
const UNITS: Readonly<Record<string, number>> = { m: MILLION, b: BILLION, t: 1e12 };
/** Below this, a number of parameters beside billions would be no model of that line. */
const FEW = 10 * MILLION;
