import type { AppliedIgnore } from '../policy/inlineIgnores';
import { ignores } from '../policy/inlineIgnores';
import type { Policy } from '../policy/policy';
import { unusedWorkspaceIgnores } from '../policy/unusedIgnores';
import type { Span } from '../text/range';
import type { AuditedFinding, AuditedIgnore, Located } from './result';

/** An ignore comment of one file, without hold on the file's text. */
export interface KeptIgnore extends Omit<AppliedIgnore, 'range'> {
  readonly span: Span;
}

interface Entry {
  readonly place: Located;
  readonly ignore: KeptIgnore;
  readonly silenced: Set<string>;
  readonly models: Set<string>;
  readonly policy: Policy | undefined;
}

/** The ignore comments of an audit. They silence what only the whole workspace shows, too, at the place where it is reported. */
export class IgnoreBook {
  private readonly byFile = new Map<string, Entry[]>();

  add(all: readonly KeptIgnore[], place: Pick<Located, 'folder' | 'path'>, policy: Policy | undefined): void {
    if (all.length === 0) return;
    this.byFile.set(
      key(place),
      all.map((ignore) => ({
        place: { ...place, span: ignore.span },
        ignore,
        silenced: new Set(ignore.silenced),
        models: new Set(ignore.models),
        policy,
      })),
    );
  }

  /** The findings that no comment silences. */
  unsilenced(findings: readonly AuditedFinding[]): readonly AuditedFinding[] {
    return findings.filter(({ finding: { rule, model }, span, ...place }) => {
      const silencing = (this.byFile.get(key(place)) ?? []).filter(({ ignore }) =>
        ignores(ignore, span.line, rule),
      );
      for (const { silenced, models } of silencing) {
        silenced.add(rule);
        if (model !== null) models.add(model);
      }
      return silencing.length === 0;
    });
  }

  /** The comments for rules of the workspace that turned out to silence nothing. @param all false says nothing: what was not looked at may need them. */
  unused(all: boolean): readonly AuditedFinding[] {
    if (!all) return [];
    return this.entries().flatMap(({ place, ignore, silenced, policy }) =>
      unusedWorkspaceIgnores({ ...ignore, silenced, range: { start: 0, end: 0 } }, policy).map((finding) => ({
        ...place,
        finding,
        fixes: [],
      })),
    );
  }

  /** What was silenced where it stands. */
  used(): readonly AuditedIgnore[] {
    return this.entries()
      .filter(({ silenced }) => silenced.size > 0)
      .map(({ place, ignore: { reason, lines }, silenced, models }) => ({
        ...place,
        rules: [...silenced].sort(),
        models: [...models].sort(),
        reason,
        lines,
      }));
  }

  private entries(): readonly Entry[] {
    return [...this.byFile.values()].flat();
  }
}

function key({ folder, path }: Pick<Located, 'folder' | 'path'>): string {
  return `${folder}:${path}`;
}
