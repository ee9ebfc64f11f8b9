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

describe('a table beside an enumeration', () => {
  const NAMES = '"acme/one-7b-chat"';
  it.each([
    [
      'a.py',
      `from enum import Enum\n\nclass Tier(str, Enum):\n    LOW = "low"\n\nNAMES = {\n    Tier.LOW: ${NAMES},\n}\n`,
    ],
    ['a.py', `from enum import auto, StrEnum\n\nNAMES = {\n    "low": ${NAMES},\n}\n`],
    ['a.ts', `// By the enum of tiers\nexport const NAMES = { low: ${NAMES} };\n`],
    ['a.go', `package a\n\n// Tier is an enum\nvar Names = map[Tier]string{\n\tLow: ${NAMES},\n}\n`],
    ['a.ts', `/* The enum Tier with all of them */\nexport const NAMES = { low: ${NAMES} };\n`],
    ['a.py', `def names():\n    """By the\n    enum Tier with all\n    """\n    return {"low": ${NAMES}}\n`],
    ['A.swift', `enum Tier: String {\n  case low\n}\nlet names = [\n  Tier.low: ${NAMES},\n]\n`],
  ])('is none: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads']);
  });

  it.each([
    [
      'A.kt',
      `enum class M(\n    val id: String,\n    @Json("size") val size: Int = of(1),\n) : HasId {\n    ONE(${NAMES}, 1),\n}\n`,
    ],
    ['A.java', `public enum M implements HasId<M>, HasSize {\n    ONE(${NAMES});\n}\n`],
    ['a.ts', `export const enum M {\n  One = ${NAMES},\n}\n`],
    ['a.php', `<?php\nenum M: string implements HasId\n{\n    case One = ${NAMES};\n}\n`],
    ['A.swift', `enum M: String, CaseIterable {\n  case one = ${NAMES}\n}\n`],
    ['a.cs', `public enum M : byte\n{\n    [EnumMember(Value = ${NAMES})]\n    One,\n}\n`],
    ['a.py', `from enum import Enum\n\nclass M(str, Enum):\n    ONE = ${NAMES}\n`],
    ['a.py', `from enum import Enum\n\nM = Enum("M", {"ONE": ${NAMES}})\n`],
    ['a.dart', `enum M with Described implements HasId {\n  one(${NAMES});\n}\n`],
    [
      'A.kt',
      `enum class M(\n    /** As "x" (see docs (and (more))). */\n    val id: String,\n    val n: Int = max(of(1, min(2, 3))),\n) {\n    ONE(${NAMES}),\n}\n`,
    ],
    ['A.kt', `enum class M(val id: String) /* all */ {\n    ONE(${NAMES}),\n}\n`],
    ['A.kt', `enum class M @Suppress("unused") constructor(val id: String) {\n    ONE(${NAMES}),\n}\n`],
    ['a.cs', `public enum M\n#pragma warning disable\n{\n    [EnumMember(Value = ${NAMES})]\n    One,\n}\n`],
    ['a.scala', `enum M(val id: String) derives CanEqual {\n  case One extends M(${NAMES})\n}\n`],
    ['a.scala', `enum M(val id: String)(using X) extends Base(1) {\n  case One extends M(${NAMES})\n}\n`],
  ])('is not what has its values: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
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
