import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Who is asked for each name of a text. */
const asked = (text: string, path: string): readonly unknown[] =>
  detect(text, path)
    .references.filter(({ role }) => role === 'calls')
    .map(({ host }) => host);

const KOTLIN = 'val local = Ref(ServiceType.OPENAI, custom)\n';

describe('a provider by an enumeration of the project', () => {
  it.each([
    ['a.kt', `${KOTLIN}val d = mapOf(A to Ref(ServiceType.ACMEAI, "claude-haiku-4-5"))\n`],
    ['a.py', 'if p == Provider.OPENAI: pass\nrun(provider=Provider.ACMEAI, model="claude-haiku-4-5")\n'],
    [
      'a.ts',
      'use(LlmProvider.Mistral);\nconst d = { vendor: LlmProvider.AcmeAi, model: "claude-haiku-4-5" };\n',
    ],
    ['a.rs', 'let a = Provider::OpenAI;\nlet d = Choice::new(Provider::AcmeAi, "claude-haiku-4-5");\n'],
    [
      'a.kt',
      `${KOTLIN}class AcmeModels : Models {\n    override val serviceType: ServiceType = ServiceType.ACMEAI\n\n` +
        '    fun all() = listOf(\n        model("claude-haiku-4-5", icon),\n    )\n}\n',
    ],
  ])('is nobody that is known in %s: %s', (path, text) => expect(asked(text, path)).toEqual([null]));

  it.each([
    ['a.kt', `${KOTLIN}val d = mapOf(A to Ref(ServiceType.ANTHROPIC, "claude-haiku-4-5"))\n`],
    ['a.kt', 'val d = mapOf(A to Ref(ServiceType.CHAT, "claude-haiku-4-5"))\n'],
    ['a.kt', `${KOTLIN}val d = mapOf(A to Ref(FeatureType.ACMEAI, "claude-haiku-4-5"))\n`],
    ['a.kt', `${KOTLIN}val d = mapOf(A to Ref(ServiceType.AUTO, "claude-haiku-4-5"))\n`],
    [
      'a.kt',
      `${KOTLIN}class AcmeModels {\n    val serviceType = ServiceType.ACMEAI\n}\n` +
        'class OtherModels {\n    fun all() = listOf(\n        model("claude-haiku-4-5", icon),\n    )\n}\n',
    ],
  ])('is likely its maker in %s: %s', (path, text) => expect(asked(text, path)).toEqual(['anthropic']));
});
