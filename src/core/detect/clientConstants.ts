import { CONSTANTS } from '../registries/tables';
import type { TextRange } from '../text/range';
import { DIGIT, shapeOf } from '../text/shape';
import type { Registry } from '../vocabulary';
import type { Knowledge } from './knowledge';

/** Longest name of a constant. */
const LONGEST = 60;
/** How far before it what it is a member of is looked for. */
const LEAD = 40;

/**
 * Constants of clients' packages that stand for models, where the text uses such a package and the catalog has a name
 * of just these letters and digits: `openai.GPT4oMini`, `ChatModel.GPT_4O_MINI`,
 * `anthropic.ModelClaude3_7SonnetLatest`.
 */
export class ClientConstants {
  private used: typeof CONSTANTS | undefined;

  constructor(
    private readonly text: string,
    private readonly knowledge: Knowledge,
  ) {}

  /**
   * The model that the constant at a place stands for; `undefined` where it is none, or none that is known for sure.
   */
  at({ start, end }: TextRange): { readonly registry: Registry; readonly id: string } | undefined {
    if (end - start > LONGEST || (shapeOf(this.text, start, end) & DIGIT) === 0) return undefined;
    this.used ??= CONSTANTS.filter(({ packages }) => packages.some((word) => this.text.includes(word)));
    if (this.used.length === 0) return undefined;
    const name = this.text.slice(start, end);
    const qualifier = /(?<!\w)([A-Za-z_]\w{0,38})(?:\.|::)$/.exec(
      this.text.slice(Math.max(0, start - LEAD), start),
    )?.[1];
    for (const constants of this.used) {
      const id = this.idAmong(constants, name, qualifier);
      if (id !== undefined) return { registry: constants.registry, id };
    }
    return undefined;
  }

  /** The id that a name stands for, as far as it is one of these constants. */
  private idAmong(
    { registry, qualifiers, leads = [], named = {} }: (typeof CONSTANTS)[number],
    name: string,
    qualifier: string | undefined,
  ): string | undefined {
    const isMember =
      qualifier === undefined
        ? qualifiers.some((type) => this.isImported(type, name))
        : qualifiers.includes(qualifier);
    return isMember ? (named[name] ?? this.spelled(name, leads, registry)) : undefined;
  }

  /** `import static … OpenAiChatModelName.GPT_4_O_MINI;` */
  private isImported(type: string, name: string): boolean {
    return (
      /^[A-Z\d_]+$/.test(name) &&
      [name, '*'].some((member) => this.knowledge.mentions(`.${type}.${member};`.toLowerCase()))
    );
  }

  private spelled(name: string, leads: readonly string[], registry: Registry): string | undefined {
    for (const lead of ['', ...leads]) {
      if (!name.startsWith(lead)) continue;
      const letters = name
        .slice(lead.length)
        .replace(/(?<=\d)Dot(?=\d)/g, '')
        .replace(/_/g, '')
        .toLowerCase();
      const id = this.knowledge.spelledOf(letters, registry);
      if (id !== undefined) return id;
    }
    return undefined;
  }
}
