import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { rolesIn } from '../marked';

describe('a value in an enumeration', () => {
  it('is the default of a variable that is read there', () => {
    const member = (value: string): string =>
      `import os\nfrom enum import Enum\n\nclass Defaults(Enum):\n    OPENAI = {"language_model": ${value}}\n`;
    expect(rolesIn(member('os.getenv("CHAT_MODEL_NAME", "gpt-4o")'), 'a.py')).toEqual(['calls']);
    expect(rolesIn(member('os.getenv(\n        "CHAT_MODEL_NAME", "gpt-4o"\n    )'), 'a.py')).toEqual([
      'calls',
    ]);
    expect(rolesIn(member('"gpt-4o"'), 'a.py')).toEqual(['lists']);
  });
});

describe('a default behind ||', () => {
  it('is asked for: no type has it', () => {
    expect(rolesIn("const a = { model: agent.model || 'gpt-4o-mini' };\n", 'a.jsx')).toEqual(['calls']);
  });
});

describe('the name of an architecture beside its constant', () => {
  it.each([
    [
      'a.cpp',
      'static const std::map<llm_arch, const char *> N = {\n    { LLM_ARCH_COMMAND_R, "command-r" },\n};\n',
    ],
    ['a.py', 'NAMES = {\n    MODEL_ARCH.COMMAND_R: "command-r",\n}\n'],
    ['a.rs', 'match arch { ModelArch::CommandR => "command-r", _ => "x" }\n'],
    ['a.ts', 'const n = { [Arch.CommandR]: "command-r" };\n'],
    ['a.h', '#define X\nstatic const char * LLM_ARCHITECTURE_COMMAND_R = "command-r";\n'],
  ])('is none of a model in %s', (path, text) => {
    expect(
      detectReferences(text, { path, catalog: builtCatalog() }).references.filter(
        ({ role }) => role !== 'lists',
      ),
    ).toEqual([]);
  });
});
