import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const ID = { small: 'meta-llama/Llama-3.1-8B-Instruct', large: 'Qwen/Qwen2.5-7B-Instruct' };
const PYTHON = `class Llm(str, Enum):\n    """Ours."""\n    SMALL = "${ID.small}"\n    LARGE = '${ID.large}'\n\n\n`;
const SCRIPT = `enum Llm { Small = "${ID.small}", Large = "${ID.large}" }\n`;
const KOTLIN =
  'enum class Llm(val id: String, val size: Int) {\n' +
  `    SMALL("${ID.small}", 8),\n    LARGE("${ID.large}", 7);\n}\n`;
const JAVA =
  `public enum Llm {\n  SMALL("${ID.small}"),\n  LARGE("${ID.large}");\n  private final String id;\n` +
  '  Llm(String id) { this.id = id; }\n  public String getId() { return id; }\n}\n';
const SWIFT = `enum Llm: String, CaseIterable {\n  case small = "${ID.small}"\n  case large = "${ID.large}"\n}\n`;
const PHP = `<?php\nenum Llm: string {\n  case Small = '${ID.small}';\n  case Large = '${ID.large}';\n}\n`;

const rolesIn = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ role }) => role);

describe('the members of an enumeration that a loop goes over', () => {
  it.each([
    ['a.py', `${PYTHON}for m in Llm:\n    snapshot_download(m.value)\n`],
    ['a.py', `${PYTHON}for m in list(Llm):\n    snapshot_download(m)\n`],
    ['a.py', `${PYTHON}for i, m in enumerate(Llm):\n    snapshot_download(m.value)\n`],
    ['a.py', `${PYTHON}ALL = [m.value for m in Llm]\nfor m in ALL:\n    snapshot_download(m)\n`],
    ['a.py', `${PYTHON}for m in Llm.__members__.values():\n    snapshot_download(m.value)\n`],
    ['a.ts', `${SCRIPT}for (const m of Object.values(Llm)) await pipeline("text-generation", m);\n`],
    ['a.ts', `${SCRIPT}Object.values(Llm).map((m) => pipeline("text-generation", m));\n`],
    ['a.kt', `${KOTLIN}fun f() { for (m in Llm.entries) { HuggingFaceHub.snapshot_download(m.id) } }\n`],
    ['a.kt', `${KOTLIN}fun f() { Llm.values().forEach { snapshot_download(it.id) } }\n`],
    [
      'A.java',
      `${JAVA}class A { void f() { for (Llm m : Llm.values()) { snapshot_download(m.getId()); } } }\n`,
    ],
    ['a.swift', `${SWIFT}for m in Llm.allCases { snapshot_download(m.rawValue) }\n`],
    ['a.swift', `${SWIFT}Llm.allCases.forEach { snapshot_download($0.rawValue) }\n`],
    ['a.php', `${PHP}foreach (Llm::cases() as $m) { snapshot_download($m->value); }\n`],
  ])('are used as each is, in %s: %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual(['loads', 'loads']),
  );

  it.each([
    ['a.py', `${PYTHON}for m in Llm:\n    print(m.value)\n`],
    ['a.py', `${PYTHON}for m in Llm:\n    snapshot_download(m.name)\n`],
    ['a.py', `${PYTHON}for m in pick(Llm):\n    snapshot_download(m.value)\n`],
    ['a.ts', `${SCRIPT}for (const m of Object.keys(Llm)) await pipeline("text-generation", m);\n`],
    ['a.kt', `${KOTLIN}fun f() { for (m in Llm.entries) { snapshot_download(m.label) } }\n`],
  ])('are only listed in %s: %s', (path, text) => expect(rolesIn(text, path)).toEqual(['lists', 'lists']));
});
