import type { ModelReference, RuntimeChoice } from '../reference';
import type { TextRange } from '../text/range';
import type { DynamicArgument, Site } from './site';

/** A value that the text writes down under a name. */
export interface Definition {
  readonly range: TextRange;
  /** Where the name is defined, for the nearest one before a use. */
  readonly at: number;
}

/** What the collector knows when the names are resolved. */
export interface BindingHost {
  readonly configValues: ReadonlyMap<string, string>;
  referenceAt(definition: Definition): ModelReference | undefined;
  recogniseAt(definition: Definition, site: Site): ModelReference | undefined;
  referenceTo(range: TextRange, id: string, site: Site): ModelReference | undefined;
}

/** Longest expression that is read. */
const LONGEST_EXPRESSION = 300;
/** Definitions of one name that are kept: a name with more says nothing about one place. */
const MOST_DEFINITIONS = 64;

/** Names that are given values in the text, and the loaders that use them. */
export class Bindings {
  private readonly definitions = new Map<string, Definition[]>();
  private readonly arguments: DynamicArgument[] = [];

  define(name: string, definition: Definition): void {
    const key = normalised(name);
    if (key === '') return;
    const known = this.definitions.get(key);
    if (known === undefined) this.definitions.set(key, [definition]);
    else if (known.length < MOST_DEFINITIONS) known.push(definition);
  }

  use(argument: DynamicArgument): void {
    this.arguments.push(argument);
  }

  resolve(text: string, host: BindingHost): { readonly uses: readonly ModelReference[]; readonly choices: readonly RuntimeChoice[] } {
    const uses: ModelReference[] = [];
    const choices: RuntimeChoice[] = [];
    for (const { range, site } of this.arguments) {
      const expression = text.slice(range.start, Math.min(range.end, range.start + LONGEST_EXPRESSION));
      const use = this.useOf(expression, { range, site }, host);
      if (use !== undefined) uses.push(use);
      else choices.push({ range, loader: site.call?.callee ?? '', expression });
    }
    return { uses, choices };
  }

  private useOf(expression: string, { range, site }: DynamicArgument, host: BindingHost): ModelReference | undefined {
    for (const name of namesIn(expression)) {
      const use = this.fromDefinition(name, { range, site }, host);
      if (use !== undefined) return use;
      const configured = host.configValues.get(name);
      const reference = configured === undefined ? undefined : host.referenceTo(range, configured, site);
      if (reference !== undefined) return { ...reference, evidence: [`config:${name}`, ...reference.evidence] };
    }
    return undefined;
  }

  private fromDefinition(name: string, { range, site }: DynamicArgument, host: BindingHost): ModelReference | undefined {
    const known = this.definitions.get(normalised(name)) ?? [];
    const before = known.filter(({ at }) => at < range.start).reverse();
    for (const definition of [...before, ...known.filter(({ at }) => at >= range.start)]) {
      const reference = host.referenceAt(definition) ?? host.recogniseAt(definition, site);
      if (reference === undefined) continue;
      const use = host.referenceTo(range, reference.id, site);
      return { ...reference, role: use?.role ?? reference.role, range, evidence: [`constant:${name}`, ...reference.evidence], definedAt: reference.range };
    }
    return undefined;
  }
}

/** `model_name`, `model-name` and `modelName` are one name. */
function normalised(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/**
 * The names an expression may take its value from, most telling first: `args.model_id` → `model_id`; `os.getenv("MODEL_ID")` →
 * `MODEL_ID`; `config["model"]` → `model`; `models[kind]` → `models`.
 */
export function namesIn(expression: string): readonly string[] {
  const quoted = [...expression.matchAll(/["']([A-Za-z_][\w.-]{0,60})["']/g)].map((found) => found[1] ?? '');
  const plain = [...expression.matchAll(/[A-Za-z_$][\w$]{0,80}/g)].map((found) => found[0]);
  const chains = plain.filter((word) => !NOISE.has(word)).reverse();
  return [...new Set([...quoted.reverse(), ...chains])].slice(0, 8);
}

const NOISE = new Set((
  'self this args arg opts options config cfg settings os environ getenv get env process str String None null undefined if else or and not await new true false True False path Path join len f format'
).split(' '));
