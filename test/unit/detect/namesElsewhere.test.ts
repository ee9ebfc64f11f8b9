import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** The module and the names by which the one reference of a text gets its client or address from another file. */
const elsewhere = (text: string, path: string): unknown =>
  detect(text, path).references.map(({ askedBy }) => askedBy && [askedBy.module, ...askedBy.path])[0];

const CALL = 'chat.completions.create({ model: "gpt-4o" });\n';

describe('what a name stands for in another file', () => {
  it.each([
    ['a.ts', `import { ai as x } from "./lib";\nx.${CALL}`, ['./lib', 'ai', 'chat']],
    ['a.ts', `import x from "./lib";\nx.${CALL}`, ['./lib', 'default', 'chat']],
    ['A.java', `import a.b.Llm;\nclass A { void f() { Llm.${CALL} } }\n`, ['a.b.Llm', 'Llm', 'chat']],
    ['A.java', `class A { void f() { Llm.${CALL} } }\n`, ['.', 'Llm', 'chat']],
  ])('is told in %s: %s', (path, text, name) => expect(elsewhere(text, path)).toEqual(name));

  it.each([
    ['a.ts', `import { x } from "./a";\nimport { x } from "./b";\nx.${CALL}`],
    ['a.ts', `// import { x } from "./a";\nx.${CALL}`],
    ['A.java', `class Llm { }\nclass A { void f() { Llm.${CALL} } }\n`],
    ['a.go', `func f() { Llm.${CALL} }\n`],
  ])('is not told in %s: %s', (path, text) => expect(elsewhere(text, path)).toBeUndefined());
});
