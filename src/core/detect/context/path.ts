import { document, folder, notebook, papers, seeding, template } from './documents';
import type { ContextFound } from './found';
import { leftBehind } from './leftBehind';
import { keptVersion, migration } from './migrations';
import type { Parts, Rule } from './pathParts';
import { recorded, test, testOfTooling } from './tests';
import { measurement, tooling } from './tooling';

/** What the path of a file says of its context: the rules in order, the first that answers decides. */
export function pathContext(path: string): ContextFound | undefined {
  const parts = partsOf(path);
  for (const rule of RULES) {
    const found = rule(parts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function partsOf(path: string): Parts {
  const folders = path.replaceAll('\\', '/').split('/');
  const file = folders.pop() ?? '';
  const name = withoutTemplateMark(file.toLowerCase());
  return {
    folders: folders
      .map((folder) => folder.toLowerCase())
      .filter((folder) => folder !== '' && folder !== '.'),
    file,
    name,
    extension: name.slice(name.lastIndexOf('.') + 1),
  };
}

/** `.env.example`, `values.sample.yaml`: a template of settings has the context of the file that it becomes. */
function withoutTemplateMark(name: string): string {
  return name.replace(/[.\-_](?:example|sample|template|tmpl|tpl|dist|default|defaults)(?=\.|$)/g, '');
}

const RULES: readonly Rule[] = [
  testOfTooling,
  leftBehind,
  tooling,
  papers,
  migration,
  keptVersion,
  test,
  recorded,
  seeding,
  template,
  notebook,
  folder,
  document,
  measurement,
];
