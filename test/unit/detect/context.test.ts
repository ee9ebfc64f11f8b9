import { describe, expect, it } from 'vitest';
import { contextOfPath, contextsBelow, contextsOf } from '../../../src/core/detect/context';

describe('the context of a path', () => {
  it.each([
    ['src/chat.py', 'product'],
    ['services/summarize-logs/config.yaml', 'product'],
    ['tools/compare-models/.env.example', 'tooling'],
    ['tools/compare-models/src/index.ts', 'tooling'],
    ['tools/ai-benchmarks/src/mappers/jailbreak.ts', 'tooling'],
    ['src/ai-benchmarks/index.ts', 'product'],
    ['ai-benchmarks/run.ts', 'tooling'],
    ['services/llm-evaluation/judge.py', 'product'],
    ['tools/human-evaluations/index.ts', 'product'],
    ['src/compare-models/index.ts', 'product'],
    ['functions/compare-models/index.ts', 'product'],
    ['services/evaluate-prompts/main.ts', 'product'],
    ['apps/compare-llms/src/server.ts', 'product'],
    ['scripts/evaluate-prompts/main.ts', 'tooling'],
    ['tools/compare-documents/index.ts', 'product'],
    ['infra/fluent-outputs/values.yaml', 'product'],
    ['src/main/java/com/example/Chat.java', 'product'],
    ['src/pages/demo/index.tsx', 'product'],
    ['app/contest.py', 'product'],
    ['data/catalog.py', 'product'],
    ['lib/random_seed.py', 'product'],
    ['src/seeded_model.ts', 'product'],
    ['db/schema/seed.sql', 'product'],
    ['notebooks/en/rag.ipynb', 'example'],
    ['src/pipeline.ipynb', 'product'],
    ['requests/ollama.http', 'docs'],
    ['src/api/chat.rest', 'docs'],
    ['tests/requests/ollama.http', 'test'],
    ['src/http.py', 'product'],
    ['notebooks/train.py', 'product'],
    ['experiments/rag with agents.ipynb', 'example'],
    ['experiments/train.py', 'product'],
    ['notebooks/scripts/generate.py', 'example'],
    ['examples/oneshot/testdata/openai.json', 'test'],
    ['test_resources/workflows/flux.json', 'test'],
    ['test_input.json', 'test'],
    ['policy/models_test.rego', 'test'],
    ['modules/chat/main.tftest.hcl', 'test'],
    ['.runpod/tests_.json', 'test'],
    ['latest_input.json', 'product'],
    ['examples/chat/fixtures/openai.json', 'test'],
    ['gateway/stubs/answers/openai.json', 'test'],
    ['stubs/config.php', 'product'],
    ['scripts/trace-test-client/src/main.rs', 'tooling'],
    ['test-client/src/main.py', 'test'],
    ['test-client-php/index.php', 'test'],
    ['clients/contest-client/main.py', 'product'],
    ['testcases/downloadModels.go', 'test'],
    ['test_cases/run.py', 'test'],
    ['app/test-cases/generate.py', 'product'],
    ['transformers.js-examples/sapiens-node/index.js', 'example'],
    ['azure-samples/chat/app.py', 'example'],
    ['azure-samples/README.md', 'docs'],
    ['src/chat-samples/app.py', 'product'],
    ['few-shot-examples/answer.py', 'product'],
    ['voice-samples/speak.py', 'product'],
    ['squad.config.ts', 'tooling'],
    ['.squad/config.json', 'tooling'],
    ['src/squad.ts', 'product'],
    ['tool/record.dart', 'tooling'],
    ['tool/search.go', 'product'],
    ['src/fixtures/agents/advanced.md', 'test'],
    ['src/agents/advanced.md', 'docs'],
    ['bin/migration_v0.3-v0.4.sql', 'migration'],
    ['sql/migrate.sql', 'migration'],
    ['.devscripts/migratev1tov2.sh', 'migration'],
    ['scripts/upgrade-1.2-to-1.3.py', 'migration'],
    ['src/migrate_code.py', 'product'],
    ['src/update_2_models.py', 'product'],
    ['sql/immigration.sql', 'product'],
    ['database/archive/app-v4.1.3.sql', 'migration'],
    ['database/app-v4.1.3.sql', 'product'],
    ['archive/summarize.py', 'product'],
    ['src/archive/seed.sql', 'product'],
    ['extension/sql/vectorize--0.9.0--0.10.0.sql', 'migration'],
    ['extension/sql/vectorize--0.9.0.sql', 'product'],
    ['src/database/migrations.json', 'migration'],
    ['src/migrations.py', 'product'],
    ['src/scripts/db-migration/1.6/models.sql', 'migration'],
    ['server/migrations-sql/models.sql', 'migration'],
    ['store/sqlite_migrations/models.go', 'migration'],
    ['src/immigration/forms.sql', 'product'],
    ['src/model-migration/rename.py', 'product'],
    ['sql/20250110-models.sql', 'migration'],
    ['db/20250110120000_models.sql', 'migration'],
    ['sql/4o-models.sql', 'product'],
    ['src/trace-test-client/main.rs', 'product'],
    ['api/store/demo.go', 'example'],
    ['src/demonstrate.go', 'product'],
    ['development/app/app.py', 'tooling'],
    ['development/vllm/deployment.yaml', 'tooling'],
    ['hack/values.yaml', 'tooling'],
    ['deploy/development/values.yaml', 'product'],
    ['config/mock/components.yaml', 'test'],
    ['db/seeds.rb', 'data'],
    ['lib/tasks/populate.rake', 'data'],
    ['prisma/seed.ts', 'data'],
    ['prisma/models.seed.ts', 'data'],
    ['database/seeders/Models.php', 'data'],
    ['src/Acme/DataSeeder.cs', 'data'],
    ['test/seeds/models.rb', 'test'],
    ['spec/openapi.yaml', 'product'],
    ['src/pkg/specs/pipeline_specs.json', 'product'],
    ['scatter/pipeline/specs.json', 'product'],
    ['config/models.spec.yaml', 'product'],
    ['src/pkg/specs/loader.py', 'product'],
    ['entity/tool_spec.py', 'product'],
    ['web/tool-specs.ts', 'product'],
    ['pkg/config/inference_specs.go', 'product'],
    ['src/main/java/app/AgentSpec.java', 'product'],
    ['src/agent/ToolSpecs.kt', 'product'],
    ['src/agent/ToolSpec.kt', 'test'],
    ['lua/llm_spec.lua', 'test'],
    ['web/chat-spec.js', 'test'],
    ['config/models.test.yaml', 'test'],
    ['.env.example', 'product'],
    ['config/values.example.yaml', 'product'],
    ['appsettings.sample.json', 'product'],
    ['prompts/review.prompt.md', 'product'],
    ['tests/test_chat.py', 'test'],
    ['pkg/chat/client_test.go', 'test'],
    ['src/test/java/app/BotTest.java', 'test'],
    ['src/main/kotlin/app/BotTest.kt', 'test'],
    ['web/src/__tests__/models.js', 'test'],
    ['web/src/chat.test.tsx', 'test'],
    ['web/cypress/e2e/chat.cy.ts', 'test'],
    ['spec/models/bot_spec.rb', 'test'],
    ['test/chat_test.exs', 'test'],
    ['Acme.Chat.Tests/Client.cs', 'test'],
    ['Tests/AppTests/ChatTests.swift', 'test'],
    ['tests/Unit/ChatTest.php', 'test'],
    ['crates/chat/tests/api.rs', 'test'],
    ['conftest.py', 'test'],
    ['.github/ci/quant_test.go', 'test'],
    ['Acme.Chat.Benchmark/Models.cs', 'test'],
    ['cpp/driver_ctest.cpp', 'test'],
    ['.github/workflows/unit-test.yml', 'tooling'],
    ['tests/fixtures/answer.json', 'test'],
    ['jest/fixtures/models.ts', 'test'],
    ['pkg/server/example/main.go', 'example'],
    ['pkg/server/demo/main.go', 'product'],
    ['README.md', 'docs'],
    ['examples/chat/README.md', 'docs'],
    ['CHANGELOG', 'docs'],
    ['docs/guide/models.mdx', 'docs'],
    ['docs/examples/run.py', 'docs'],
    ['notes.rst', 'docs'],
    ['src/security.py', 'product'],
    ['examples/chat/main.go', 'example'],
    ['cookbook/rag.ipynb', 'example'],
    ['client_example.py', 'example'],
    ['app/migrations/0012_model.py', 'migration'],
    ['db/migrate/20240101120000_add_model.rb', 'migration'],
    ['alembic/versions/1a2b_model.py', 'migration'],
    ['prisma/migrations/2024_init/migration.sql', 'migration'],
    ['src/main/resources/db/V2__models.sql', 'migration'],
    ['docs/migration/v2.md', 'docs'],
    ['app/schemas/com.acme.data.AppDatabase/3.json', 'migration'],
    ['app/schemas/models/3.json', 'product'],
    ['server/drizzle/0001_brave_hulk.sql', 'migration'],
    ['drizzle/meta/0001_snapshot.json', 'migration'],
    ['drizzle/schema.ts', 'product'],
    ['store/sql/000012_models.up.sql', 'migration'],
    ['fixtures/models.json', 'data'],
    ['eval/answers.jsonl', 'data'],
    ['seeds/models.yaml', 'data'],
    ['.github/workflows/review.yml', 'tooling'],
    ['.vscode/settings.json', 'tooling'],
    ['.claude/agents/reviewer.md', 'tooling'],
    ['.cursor/rules/models.mdc', 'tooling'],
    ['.continue/config.yaml', 'tooling'],
    ['.gitlab-ci.yml', 'tooling'],
    ['CLAUDE.md', 'tooling'],
    ['.aider.conf.yml', 'tooling'],
    ['packages/chat/AGENTS.md', 'tooling'],
    ['extras/translator/index.mjs', 'tooling'],
    ['scripts/dev/fetch.sh', 'tooling'],
    ['scripts/fetch.sh', 'product'],
    ['tools/develop/lab/scenarios.ts', 'tooling'],
    ['tools/dev/models.json', 'tooling'],
    ['tools/search.ts', 'product'],
    ['src/tools/developer/shell.ts', 'product'],
    ['src/extras/chat.py', 'product'],
    ['docs/content/features/agents.md', 'docs'],
    ['docs/.agents/agents.md', 'tooling'],
    ['examples/chat/recordings/1f2e.json', 'test'],
    ['spec/cassettes/chat.yml', 'test'],
    ['gateway/stubs/gemini/success.json', 'test'],
    ['gateway/stubs/gemini/client.php', 'product'],
    ['demo/vcr/chat.yaml', 'test'],
    ['app/recordings/player.ts', 'product'],
    ['examples/data/settings.json', 'example'],
    ['Acme.Chat/Answers.verified.json', 'test'],
    ['internal/render.golden', 'test'],
    ['src/Button.stories.tsx', 'test'],
    ['src/Chat.stories.svelte', 'test'],
    ['.storybook/preview.ts', 'test'],
    ['src/stories/write.py', 'product'],
    ['src/pages/fixtures.ts', 'test'],
    ['src/chat/agents.fixtures.ts', 'test'],
    ['web/src/mockData.ts', 'test'],
    ['web/src/chats.fakeData.ts', 'test'],
    ['web/src/mock-models.json', 'test'],
    ['src/main/java/app/FakeChatModel.java', 'test'],
    ['pkg/llm/client_fake.go', 'test'],
    ['src/llm.mock.ts', 'test'],
    ['app/stub_openai_server.py', 'test'],
    ['utils/dummy-server/app/route.ts', 'test'],
    ['tools/openai-stub/main.go', 'test'],
    ['pipeline/configs/dummy-comments.json', 'test'],
    ['pipeline/dummy-comments.py', 'product'],
    ['pipeline/dummy-llm.py', 'test'],
    ['pipeline/configs/example-polis.json', 'example'],
    ['deploy/example-config.yaml', 'product'],
    ['deploy/sample-values.yaml', 'product'],
    ['app/mock_interview.py', 'product'],
    ['app/fake_news.py', 'product'],
    ['app/detect_fake.py', 'product'],
    ['src/mockups.ts', 'product'],
    ['archived/v1/service/appsettings.json', 'docs'],
    ['packages/_archive/chat.py', 'docs'],
    ['attic/chat.rb', 'docs'],
    ['src/pages/archived/index.tsx', 'product'],
    ['archive/summarize.go', 'product'],
    ['app/model/paint_by_example.py', 'product'],
    ['app/inpaint/paint_by_example.py', 'product'],
    ['app/models/posterior_sample.py', 'product'],
    ['app/chat_example.py', 'example'],
    ['model/example.py', 'example'],
    ['configs/model-serving/archive/llama-3.1-8b-instruct.yaml', 'docs'],
    ['configs/k8s/archive/deployment.yaml', 'product'],
    ['deploy/charts/archive/values.yaml', 'product'],
    ['stacks/archive/llama-3.1-8b-instruct.yaml', 'product'],
    ['src/archive/summarize.yaml', 'product'],
    ['app/chat.py.bak', 'docs'],
    ['app/chat.py.orig', 'docs'],
    ['app/chat.py.bak2', 'docs'],
    ['app/chat.backup.py', 'docs'],
    ['app/chat.bak-20250101.py', 'docs'],
    ['app/chat_bak.py', 'docs'],
    ['app/Copy of chat.py', 'docs'],
    ['app/chat copy.py', 'docs'],
    ['app/chat - Copy (2).ts', 'docs'],
    ['app/photocopy.py', 'product'],
    ['app/llm_backup.py', 'product'],
    ['app/config.old.yaml', 'docs'],
    ['app/chat.py~', 'docs'],
    ['app/backup.py', 'product'],
    ['evals/lib/llm.rb', 'tooling'],
    ['packages/evals/src/Cases.php', 'tooling'],
    ['config/eval-models.yml', 'tooling'],
    ['promptfooconfig.yaml', 'tooling'],
    ['agent/promptfoo/titles.yaml', 'tooling'],
    ['agent/promptfoo/prompt.js', 'tooling'],
    ['llm-evals/run.py', 'tooling'],
    ['src/promptfoo/index.ts', 'product'],
    ['web/.i18nrc.js', 'tooling'],
    ['.seorc.json', 'tooling'],
    ['.envrc', 'product'],
    ['.bashrc', 'product'],
    ['benchmarks/latency.go', 'tooling'],
    ['bench_embeddings.py', 'tooling'],
    ['src/evals/judge.ts', 'product'],
    ['src/eval_answers.py', 'product'],
    ['app/evaluation.yaml', 'tooling'],
    ['scripts/create_voice_repos.py', 'tooling'],
    ['scripts/check_models.ts', 'tooling'],
    ['scripts/create_embeddings.py', 'product'],
    ['scripts/generate_images.py', 'product'],
    ['scripts/generate_report.py', 'product'],
    ['scripts/generate_eval_report.py', 'tooling'],
    ['jobs/create_rag_evaluation.py', 'tooling'],
    ['jobs/run_nightly_evaluation.py', 'tooling'],
    ['jobs/make_employee_evaluation.py', 'product'],
    ['jobs/create-supplier-evaluations.ts', 'product'],
    ['run_benchmarks_local.sh', 'tooling'],
    ['run-rag-evals.ts', 'tooling'],
    ['run_evaluator.py', 'product'],
    ['frontend/components/playground/playground.tsx', 'product'],
    ['playground/agent.py', 'example'],
    ['config/models.approved.json', 'product'],
    ['scripts/chat_client.py', 'tooling'],
    ['scripts/benchmark-chat.sh', 'tooling'],
    ['hack/models.sh', 'tooling'],
    ['scripts/serve.sh', 'product'],
    ['scripts/train_lora.py', 'product'],
    ['scripts/convert_weights.py', 'product'],
    ['hack/README.md', 'docs'],
    ['templates/{{cookiecutter.name}}/pipeline.py', 'example'],
    ['templates/{{ name }}.py.jinja', 'example'],
    ['templates/chat.py.jinja', 'product'],
    ['db/changelog/v1.xml', 'migration'],
    ['db/changelog/v1.sql', 'migration'],
    ['db/changelog/v1.json', 'product'],
    ['db/changes/v1.sql', 'product'],
    ['tests/CHANGELOG.md', 'docs'],
    ['tests/README', 'docs'],
    ['fixtures/README.md', 'docs'],
    ['__tests__/README', 'test'],
    ['tests/readme.py', 'test'],
    ['src/app/blog/page.tsx', 'product'],
    ['web/blog/page.tsx', 'docs'],
  ])('%s is %s', (path, context) => expect(contextOfPath(path)).toBe(context));
});

describe('code that a component of a page shows', () => {
  const PAGE =
    'const SHOWN = `import OpenAI from "openai"\n\nf({ model: "gpt-4o" })`\nask({ model: "o3" })\n';
  const at = (path: string, part: string, text = PAGE): string =>
    contextsOf(path, text).at(text.indexOf(part)).context;

  it.each(['web/Start.tsx', 'web/Start.vue', 'web/Start.svelte', 'web/Start.astro'])(
    'is documentation in %s, and the code around it is not',
    (path) => {
      expect([at(path, '"gpt-4o"'), at(path, '"o3"')]).toEqual(['docs', 'product']);
    },
  );

  it.each(['web/onboarding-snippets.ts', 'web/codeExamples.js'])(
    'is documentation in %s, which is called after such code',
    (path) => {
      expect([at(path, '"gpt-4o"'), at(path, '"o3"')]).toEqual(['docs', 'product']);
    },
  );

  it('is the product in a folder of such code: another file may run it', () => {
    const path = 'web/code-snippets/openai.ts';
    expect([at(path, '"gpt-4o"'), at(path, '"o3"')]).toEqual(['product', 'product']);
  });

  it.each([
    ['function snippetOpenai(): string {\n  return ', 'docs'],
    ['const pythonSnippet = ', 'docs'],
    ['const codeExample = (key: string) => ', 'docs'],
    ['show({ sampleCode: ', 'docs'],
    ['const written = await extendSnippet(', 'product'],
    ['const snippet = made();\nconst program = ', 'product'],
    ['function programOf() {\n  return ', 'product'],
  ])('is told by what it is given to: %j → %s', (before, context) => {
    expect(at('web/run.ts', '"gpt-4o"', PAGE.replace('const SHOWN = ', before))).toBe(context);
  });

  it.each([
    ['web/code-snippets.ts', 'const label = `snippet`\n', ''],
    ['web/ask.ts', 'const url = (id) => `/snippet/${id}`\n', ''],
    ['web/ask.ts', 'const title = { snippet: `Snippet ${name}`\n', ''],
    ['web/ask.ts', 'const snippet = `import os\n', '`\nexecSync(snippet);\n'],
    ['web/code-snippets.ts', 'const used = `import os\n', '`\nawait runPython(used);\n'],
    ['web/code-snippets.ts', 'const used = `import os\n', '`\nawait sandbox.process(used);\n'],
    ['src/snippets/ask.ts', 'const used = `import os\n', '`\n'],
  ])('is code that runs in %s, between %j and %j', (path, before, after) => {
    const text = `${before}const client = make({\n  model: "gpt-4o" })\nsay(\`\`)\n`;
    const whole = after === '' ? text : `${before}make(\n  model="gpt-4o")\n${after}`;
    expect(at(path, '"gpt-4o"', whole)).toBe('product');
  });

  it('is code where the file shows nothing, or the string is a prompt', () => {
    expect(at('web/run.ts', '"gpt-4o"')).toBe('product');
    expect(at('web/Start.tsx', '"gpt-4o"', 'ask(`Import the list\nby "gpt-4o"`)\n')).toBe('product');
  });
});

describe('what a text says of itself', () => {
  const context = (path: string, text: string, at = 0): string => contextsOf(path, text).at(at).context;

  it('is documentation in the code that coding agents are shown, and tooling around it', () => {
    const text = 'Use it so:\n\n```ruby\nmodel: "gpt-4o"\n```\n\nAsk gpt-4o.\n';
    expect(context('AGENTS.md', text, text.indexOf('"gpt-4o"'))).toBe('docs');
    expect(context('AGENTS.md', text, text.indexOf('Ask'))).toBe('tooling');
    expect(context('docs/a/AGENTS.md', text, text.indexOf('Ask'))).toBe('docs');
    expect(context('.github/a.yml', text, text.indexOf('"gpt-4o"'))).toBe('tooling');
    expect(context('fixtures/rules/a.md', text, text.indexOf('"gpt-4o"'))).toBe('test');
    for (const path of ['.claude/skills/x/SKILL.md', '.claude/skills/x/areas/a.md', '.cursor/rules/a.mdc']) {
      expect(context(path, text, text.indexOf('"gpt-4o"'))).toBe('docs');
      expect(context(path, text, text.indexOf('Ask'))).toBe('tooling');
    }
  });

  it.each([
    ['check.ts', "import { expect, it } from 'vitest';", 'test'],
    ['check.ts', "import {\n  expect,\n} from 'vitest';", 'test'],
    ['check.js', "const {\n  it,\n} = require('node:test');", 'test'],
    ['write.ts', 'const HEAD = "import { test } from \'vitest\'";', 'product'],
    ['write.ts', "const HEAD = `\nimport { test } from 'vitest';\n`;", 'product'],
    ['write.py', 'HEAD = """Begin with:\n\nimport pytest\n"""\n', 'product'],
    ['write.py', '"""Tests."""\nimport pytest\n', 'test'],
    ['write.py', '"""Don`t."""\nimport pytest\n', 'test'],
    ['write.py', "'''It holds \"\"\"one.'''\nimport pytest\n", 'test'],
    ['write.ts', "// Don`t.\nimport { it } from 'vitest';\n", 'test'],
    ['write.ts', "const HEAD = `import { it } from 'vitest'`;\nimport { it } from 'vitest';\n", 'test'],
    ['check.js', 'const assert = require("assert"),\n  test = require("node:test");\n', 'test'],
    ['llm.py', 'HELP = "from alembic import op"\n', 'product'],
    ['check.py', 'import pytest\n', 'test'],
    ['Check.java', 'import org.junit.jupiter.api.Test;', 'test'],
    ['src/ChatSpecs.cs', 'using Machine.Specifications;\n', 'test'],
    ['spec/ChatSpec.cs', 'using NSpec;\n', 'test'],
    ['src/ChatSpec.cs', 'using Ardalis.Specification;\n', 'product'],
    ['check.rb', 'RSpec.describe Model do\n', 'test'],
    ['factories/price.py', 'class PriceFactory(factory.django.DjangoModelFactory):\n', 'test'],
    ['api/scripts/ask.sh', 'curl -s https://a.example/v1/chat/completions \\\n  -d "{}"\n', 'tooling'],
    ['api/scripts/ask.sh', 'curl -s https://a.example/v1/chat/completions -d "{}" > out.json\n', 'product'],
    ['api/scripts/get.sh', 'curl -sL https://a.example/model.gguf\n', 'product'],
    ['scripts/ask.sh', 'curl -s https://a.example/v1/chat/completions -d "{}"\n', 'product'],
    ['Check.php', 'final class Check extends TestCase {', 'test'],
    ['change.py', 'class Migration(migrations.Migration):', 'migration'],
    ['change.rb', 'class AddModel < ActiveRecord::Migration[7.1]', 'migration'],
    ['issues.json', '[{"number": 1, "title": "x", "body": "y"}]', 'data'],
    ['models.json', '[{"id": "x", "name": "y"}]', 'product'],
    ['chat.yml', '---\nhttp_interactions:\n- request:\n    method: post\n', 'test'],
    ['chat.yaml', 'version: 2\ninteractions:\n- request:\n    body: x\n', 'test'],
    ['chat.json', '{"log": {"_recordingName": "x"}}', 'test'],
    ['talk.yaml', 'interactions:\n  model: x\n', 'product'],
    ['Chat.tsx', "import type { Meta } from '@storybook/react';", 'test'],
    ['api.yaml', '# x\nopenapi: 3.1.0\ninfo: {}\n', 'docs'],
    ['tests/api.yaml', 'openapi: 3.1.0\n', 'test'],
    ['main.py', 'import transformers\n', 'product'],
    ['main.py', `${'x = 1\n'.repeat(1_100)}import pytest\n`, 'product'],
    ['tool/traces.yaml', 'defaults:\n  outputRoot: test/fixtures/traces\n', 'tooling'],
    ['job.yaml', 'outputRoot: latest/fixtures\n', 'product'],
    ['src/chat.rs', '#![cfg(test)]\nconst A: &str = "a";\n', 'test'],
    ['src/chat.rs', 'const A: &str = "a";\n#![cfg(test)]\n', 'test'],
    ['src/chat.rs', 'const A: &str = "a";\n#[cfg(test)]\nmod tests {}\n', 'product'],
  ])('%s with %s is %s', (path, text, expected) => expect(context(path, text)).toBe(expected));

  it('tells the tests of a Rust file from the rest of it', () => {
    const text =
      'const A: &str = "a";\n#[cfg(test)]\nmod tests {\n    const B: &str = "b";\n}\nconst C: &str = "c";\n';
    expect(['a";', 'b";', 'c";'].map((mark) => context('src/lib.rs', text, text.indexOf(mark)))).toEqual([
      'product',
      'test',
      'product',
    ]);
  });

  it('takes the helpers between the tests of a Rust module for tests as well', () => {
    const text =
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {\n    }\n\n    fn helper() {\n        "b"\n    }\n}\n';
    expect(context('src/lib.rs', text, text.indexOf('"b"'))).toBe('test');
  });

  it.each([
    ['src/main.rs', 'mod chat;\n#[cfg(test)]\nmod tests;\n\nfn main() {\n    = 2\n}\n'],
    ['a.kt', '@Preview\nfun P() =\n    ChatScreen(\n      a,\n    )\n\nfun ask() {\n  = 2\n}\n'],
    ['src/lib.rs', '#[cfg(test)]\n#[rustfmt::skip]\nuse mockall::automock;\n\npub fn ask() {\n    = 2\n}\n'],
    ['A.kt', '@Preview\n@Composable\nfun P() = X()\n\nfun ask() {\n  = 2\n}\n'],
    ['A.swift', '#Preview { ContentView() }\n\nfunc ask() {\n  = 2\n}\n'],
    ['A.swift', '#Preview { Text("}") }= 2\n'],
    ['A.kt', '@Preview\nfun P() = ChatScreen(a)\n\nfun ask() {\n  = 2\n}\n'],
    ['a.py', 'def test_a():\n    pass\n\n@app.get("/x")\ndef test_b():\n    = 2\n'],
    ['a.py', '@app.get("/x")\ndef test_a():\n    = 2\n'],
    ['a.py', 'class A:\n    def test_a():\n        = 2\n'],
    ['a.ts', 'if (import.meta.vitest) {\n  const x = 1; }\n= 2\n'],
    ['a.go', 'func TestA(t *testing.T) { run(t) }\n\nfunc Ask() {\n\t= 2\n}\n'],
  ])('ends what is for tests in %s where that ends: %s', (path, text) =>
    expect(context(path, text, text.indexOf('= 2'))).toBe('product'),
  );

  it.each([
    ['src/lib.rs', '#[cfg(test)]\nfn help(key: [u8; 32]) {\n    = 1\n}\n'],
    ['src/lib.rs', '#[cfg(test)]\nconst A: u8 = 1;\n'],
    ['a.py', 'def a():\n    pass\n\nasync def test_a() -> None:\n    = 1\n'],
    ['a.py', '@x\ndef a():\n    pass\n\ndef test_b():\n    = 1\n\ndef run():\n    pass\n'],
    ['a.py', '@pytest.mark.slow\ndef test_b():\n    = 1\n'],
    ['a.go', 'func Ask() {\n}\n\nfunc TestA(t *testing.T) {\n\t= 1\n}\n'],
    ['a.zig', 'test "a" {\n  test "b" {\n  }\n  = 1\n}\n'],
    ['A.swift', `#Preview {\n${'  Text()\n'.repeat(2_500)}  = 1\n}\n`],
    ['src/lib.rs', '#[cfg(test)]\nfn help() -> [&str; 2] {\n    = 1\n}\n'],
    ['chat.go', 'func TestA(t *testing.T) {\n\tif got != "}" {\n\t\tt.Fatal("x")\n\t}\n\t= 1\n}\n'],
    ['a.ts', 'if (import.meta.vitest) {\n  // it\'s }\n  expect(x).toBe("{}}");\n  = 1\n}\n'],
    ['A.kt', '@Preview\n@Composable\nfun P() {\n  Text("}")\n  = 1\n}\n'],
    ['A.kt', '@Preview\nfun P() =\n    ChatScreen(\n      = 1,\n    )\n\nfun ask() {}\n'],
  ])('ends what is for tests in %s not before that ends: %s', (path, text) =>
    expect(context(path, text, text.indexOf('= 1'))).toBe('test'),
  );

  it('tells a module of tests in which strings have lines that look like its end', () => {
    const text =
      '#[cfg(test)]\nmod tests {\n    const A: &str = r#"{\n}\n"#;\n    const B: &str = "b";\n}\nconst C: &str = "c";\n';
    expect(['b";', 'c";'].map((mark) => context('src/lib.rs', text, text.indexOf(mark)))).toEqual([
      'test',
      'product',
    ]);
  });

  it('tells many tests of a Rust file that one line ends, or none, in time', () => {
    for (const end of ['', '    }\n']) {
      const text = `${'    #[test]\n'.repeat(150_000)}    = 1\n${end}`;
      expect(context('src/lib.rs', text, text.indexOf('= 1'))).toBe('test');
    }
  }, 8_000);

  it.each([
    ['lib.rs', '#[test]\nfn a() {\n    = 1\n}\n\nfn b() {\n    = 2\n}\n'],
    ['lib.rs', '#[tokio::test(flavor = "x")]\nasync fn a() {\n    = 1\n}\n\npub fn b() {\n    = 2\n}\n'],
    [
      'lib.rs',
      'mod m {\n    #[rstest]\n    fn a() {\n        = 1\n    }\n\n    fn b() {\n        = 2\n    }\n}\n',
    ],
    ['chat.go', 'func TestChat(t *testing.T) {\n\t= 1\n}\n\nfunc Chat(t string) {\n\t= 2\n}\n'],
    ['chat.go', 'func setUp(t testing.TB, name string) {\n\t= 1\n}\n\nfunc Testify(x int) {\n\t= 2\n}\n'],
    ['chat.zig', 'test "asks" {\n    = 1\n}\n\nfn ask() void {\n    = 2\n}\n'],
    ['chat.d', 'unittest {\n    = 1\n}\n\nvoid ask() {\n    = 2\n}\n'],
    ['chat.ts', 'if (import.meta.vitest) {\n  = 1\n}\n\nexport function ask() {\n  = 2\n}\n'],
    ['chat.jl', '@testset "asks" begin\n  = 1\nend\n\nfunction ask()\n  = 2\nend\n'],
  ])('tells a test among the code of %s', (path, text) => {
    const found = ['= 1', '= 2'].map((mark) => context(path, text, text.indexOf(mark)));
    expect(found).toEqual(['test', 'product']);
  });

  it.each([
    [
      'Screen.kt',
      '@Preview(showBackground = true)\n@Composable\nprivate fun ScreenPreview(\n  a: Int = 1,\n) {\n  val b = 2\n}\n\nfun Screen() {\n  val c = 3\n}\n',
    ],
    ['Screen.swift', '#Preview {\n  let a = 1, b = 2\n}\n\nstruct Screen: View {\n  let c = 3\n}\n'],
    [
      'Screen.swift',
      'struct Screen_Previews: PreviewProvider {\n  let a = 1\n  let b = 2\n}\nstruct Screen {\n  let c = 3\n}\n',
    ],
  ])('tells a preview of a view from the rest of %s', (path, text) => {
    const found = ['= 1', '= 2', '= 3'].map((mark) => context(path, text, text.indexOf(mark)));
    expect(found).toEqual(['test', 'test', 'product']);
  });

  it('tells a function of tests from the rest of a Python file', () => {
    const text =
      'def test_bark():\n    a = 1\n\n# b\n    c = 2\n\ndef run():\n    d = 3\n\n@app.get("/x")\ndef test_chat():\n    e = 4\n\ndef test_model(name):\n    f = 5\n';
    expect(
      ['a =', 'c =', 'd =', 'e =', 'f ='].map((mark) => context('src/tts.py', text, text.indexOf(mark))),
    ).toEqual(['test', 'test', 'product', 'product', 'product']);
  });

  it.each([
    'class Bot:\n    pass\n\ndef test_bot(n=1):\n    bot = Bot("m1")\n    print(bot.ask())\n\nif __name__ == "__main__":\n    test_bot()\n',
    'from .bot import Bot\n\ndef test_bot(question="x", model="m1"):\n    print(Bot(model).ask(question))\n\n# test_bot()\n',
    'try:\n    from .bot import Bot\nexcept ImportError:\n    pass\n\ndef test_bot(model="m1"):\n    assert Bot(model).ask()\n',
  ])('tells a trial of a Python module from the rest: %s', (text) => {
    expect(context('src/bot.py', text, text.indexOf('m1'))).toBe('test');
  });

  it.each([
    'class Bot:\n    pass\n\ndef test_bot(n=1):\n    bot = Bot("m1")\n    return bot.ask()\n',
    'from .bots import Bot\n\ndef test_bot(n=1):\n    bot = Bot("m1")\n    print(bot.ask())\n',
    'class Bot:\n    pass\n\ndef test():\n    bot = Bot("m1")\n    print(bot.ask())\n\nif __name__ == "__main__":\n    test()\n',
    'class Bot:\n    pass\n\ndef test_bot(model="m1"):\n    print(Bot(model).ask())\n\ndef run():\n    test_bot()\n',
    'from transformers import Bot\n\ndef test_bot(n=1):\n    print(Bot("m1").ask())\n\nif __name__ == "__main__":\n    test()\n',
    'class Bot:\n    pass\n\ndef test_bot(n=1):\n    Bot("m1").serve()\n',
    'class Bot:\n    pass\n\n@app.command()\ndef test_bot(n=1):\n    print(Bot("m1").ask())\n',
    'class Bot:\n    pass\n\nif __name__ == "__main__":\n    print(Bot("m1").ask())\n',
  ])('takes what may be more for the product: %s', (text) => {
    expect(context('src/bot.py', text, text.indexOf('m1'))).toBe('product');
  });

  it.each([
    [
      'src/api.py',
      '@router.post(\n    "/x",\n    openapi_extra={\n        "x-codeSamples": [\n            {"source": dedent("""\n' +
        '                a = 1\n            """)},\n        ]\n    },\n)\ndef f():\n    b = 2\n',
    ],
    [
      'src/api.ts',
      "const route = {\n  'x-codeSamples': [\n    { source: `a = 1` },\n  ],\n};\nconst b = 2;\n",
    ],
  ])('tells samples of code for the page of an interface from the rest of %s', (path, text) => {
    expect(['a =', 'b ='].map((mark) => context(path, text, text.indexOf(mark)))).toEqual([
      'docs',
      'product',
    ]);
  });

  it('tells the targets of a Makefile that tests and developers run, with what only they need', () => {
    const text = [
      'URL := https://a/one.onnx',
      'BOTH := https://a/two.onnx',
      'all: build',
      'build:',
      '\tcurl three $(BOTH)',
      'test-e2e: models \\',
      '  more',
      '\techo four $(BOTH)',
      '.PHONY: models',
      'models:',
      '\tcurl five $(URL)',
      'run-dev:',
      '\tserve six',
      '',
    ].join('\n');
    expect(
      ['one', 'two', 'three', 'four', 'five', 'six'].map((mark) =>
        context('a/Makefile', text, text.indexOf(mark)),
      ),
    ).toEqual(['test', 'product', 'product', 'test', 'test', 'tooling']);
  });

  it('tells the tasks of a Taskfile that tests and developers run', () => {
    const text =
      'tasks:\n  test:\n    cmds: [one]\n  ask:\n    cmds: [go run . two]\n  serve:\n    cmds: [three]\n';
    expect(
      ['one', 'two', 'three'].map((mark) => context('Taskfile.dist.yaml', text, text.indexOf(mark))),
    ).toEqual(['test', 'tooling', 'product']);
  });

  it.each([
    ['plugins/agents/a.md', '---\nname: x\nmodel: o3\n---\nReview.\n', 'product'],
    ['agents/a.mdx', '---\nmodel: o3\n---\n', 'product'],
    ['agents/a.md', '# Reviewer\n', 'docs'],
    ['agents/a.md', '---\nname: x\n---\nmodel: o3\n', 'docs'],
    ['agents/a.md', '---\nthe model: o3\n---\n', 'docs'],
    ['agents/a.md', 'Say:\n---\nmodel: o3\n---\n', 'docs'],
    ['pages/a.md', '---\nmodel: o3\n---\n', 'docs'],
    ['fixtures/agents/a.md', '---\nmodel: o3\n---\n', 'test'],
  ])(
    'takes an agent with a model in its front matter for a part of the product: %s, %j',
    (path, text, told) => expect(context(path, text)).toBe(told),
  );

  it.each(['app/help.prompt', 'app/chat.prompty', 'app/chat.prompt.md', 'plugins/agents/reviewer.md'])(
    'is documentation in the code that the prompt %s shows, and the product around it',
    (path) => {
      const text = '---\nmodel: gpt-4o\n---\nRun it so:\n```bash\nserve llama\n```\nAnswer.\n';
      expect(['gpt-4o', 'serve', 'Answer'].map((mark) => context(path, text, text.indexOf(mark)))).toEqual([
        'product',
        'docs',
        'product',
      ]);
    },
  );

  it.each([
    ['```\nserve\n```\n', 'docs'],
    ['~~~\nserve\n~~~\n', 'docs'],
    ['1. Run it:\n\n    ```\n    serve\n    ```\n', 'docs'],
    ['Say ```\nserve\n```\n', 'product'],
    ['~\nserve\n~\n', 'product'],
    ['`\nserve\n`\n', 'product'],
  ])('finds the fences of shown code: %j', (text, expected) => {
    expect(context('app/a.prompt.md', text, text.indexOf('serve'))).toBe(expected);
  });

  it.each([
    ['docs/a.md', 'docs/'],
    ['run/evals/a.py', 'evals/'],
    ['run/notebooks/a.ipynb', 'notebooks/'],
    ['configs/serving/archive/llama.yaml', 'archive/'],
    ['db/drizzle/meta/0001_x.json', 'drizzle/'],
    ['src/a.py', undefined],
  ])('says what decided, and nothing for the product: %s', (path, folder) =>
    expect(contextsOf(path, '').at(0).why?.args[0]).toBe(folder),
  );

  it('is that of a folder for a file of which another one says it', () => {
    const { context: told, why } = contextsBelow('migration', 'v1').at(0);
    expect([told, why?.args]).toEqual(['migration', ['v1/']]);
  });

  it('says whether it describes an interface', () => {
    expect(contextsOf('api.yaml', 'openapi: 3.1.0\n').isDescription).toBe(true);
    expect(contextsOf('a.yaml', 'a: 1\n').isDescription).toBe(false);
  });

  it('looks at a long text without telling words in time that does not grow with it', () => {
    expect(context('a.py', ' '.repeat(2_000_000))).toBe('product');
  });
});

describe('the folders and the name of a path', () => {
  const PATHS: Readonly<Record<string, string>> = {
    data:
      'data/a.json src/data/a.json fixtures/a.json fixtures/examples/a.json results/a.csv logs/a.log seeds/a.rb ' +
      'research/bench_results/a.json eval-outputs/a.jsonl ' +
      'db/seeds.rb db/seeds/a.sql ModelSeeder.php data_seed.py .triage-2/a.json',
    docs:
      'eval_answers.txt docs/AGENTS.md docs/features/agents.md hack/run.md README.md README docs/readme.py ' +
      'CHANGELOG notice.txt docs/requirements.txt notes.txt db/migrations/a.md docs/migrations/a.py ' +
      'migrate_v1_to_v2.md mockData.md docs/a.py docs/a.md a/docs/b/a.py website/a.tsx src/docs/a.tsx ' +
      'src/app/docs/a.tsx guide/a.tsx specs/a.md archived/a.py configs/serving/archive/llama.yaml a.py.bak ' +
      'configs/serving/archive/llama.yml archived/src/a.py book/src/a.py test/README models.txt.md a.prompt.mdx ' +
      'a.bak.py a.py~ requests/a.http a.rest',
    example:
      'examples/a.py src/examples/a.py example/a.py src/example/a.go a/samples/b.cs demo/a.ts playground/a.ts ' +
      '{{cookiecutter.x}}/a.py cookiecutter.json notebooks/a.ipynb notebook/a.ipynb experiments/a.ipynb ' +
      'scratch/a.ipynb notebooks/script/a.py notebooks/util/a.py notebooks/helper/a.py example/src/a.py ' +
      'tutorials-and-notes/a.py notes_and_samples/a.py config/example-a.yml',
    migration:
      'db/migrations/a.py alembic/versions/a.py migrate_v1_to_v2.py V1__x.sql 1_x.up.sql ext--1.0--1.1.sql ' +
      'migrations.json app/schemas/com.acme.Db/1.json drizzle/0001_x.sql drizzle/meta/0001_x.json',
    product:
      'src/evals/a.py src/eval_answers.py ci/run.yaml a/hack/run.py tools/x/run.py a/tools/dev/run.py ' +
      'tool/record.py scripts/serve.py scripts/update_models.py bump_version.py readme.py requirements.txt ' +
      'robots.txt versions/alembic/a.py alembic/env.py db/changelog/v1.yaml drizzle/x.json chattest.java ' +
      'stubs/a.py mock_interview.py src/guide/a.tsx src/example/a.py com/example/a.java src/demo/a.ts data/a.py ' +
      'fixtures/a.py spec/a.yaml AcmeTests/a.swift contest/a.py src/archived/a.py archive/a.py ' +
      'configs/serving/archive/deployment.yaml serving/archive/llama.yaml configs/serving/archive/llama.py ' +
      'db/seeds.sql modelseeder.php notebooks/a.py experiments/a.py a.ipynb research/a.ipynb .env.example ' +
      'notebooks/myscripts/a.py lib/chat.dart model.txt app/versions/a.py a/b/old-archive/llama.yaml ' +
      'a/b/archive-tools/llama.yaml configs/serving/archive/llama.yaml.ts mydemo.py app/chat_example.views.py ' +
      'src/nets/models/posterior_sample.py ' +
      'a/values.sample.yaml test.example.yaml tests',
    test:
      'tests/migrations/test_a.py a_test.py test_a.py tests.py a.spec.ts A.Test.java ChatTest.java ChatIT.kt ' +
      'stubs/a.json stubs/a.yaml wiremock/a.xml cassettes/a.yml Chat.stories.tsx mockData.ts llm.mock.ts a.verified.txt ' +
      'a.golden a.snapshot.json fixtures/a.md examples/fixtures/a.json testdata/a.json testdata/a.md ' +
      '__snapshots__/a.txt spec/a.rb src/spec/a.ts Acme.Chat.Tests/a.cs test-client/a.py test_harness/a.py ' +
      'integration-tests/a.go tests/seeds/a.rb load_fixtures.py tests/a.http ./tests/b.py',
    tooling:
      'eval-models.yml deepeval.json promptfooconfig.yaml evals/a.py evals/src/a.py eval_answers.py ' +
      'benchmark-embeddings.sh .github/workflows/a.yml a/.github/x.md AGENTS.md hack/run.py hack/run.yaml ' +
      'ci/run.py tools/dev/run.py tools/dev/run.yaml tool/record.dart extras/record.py scripts/bump_version.py ' +
      'scripts/update_docs.py scripts/dev/serve.py scripts/a-test-client/serve.py scripts/chat_client.py ' +
      'scripts/benchmark_x.py a/scripts/lint-all.sh ./hack/a.py /hack/a.py .mcp.json.example crush.example.json ' +
      'docs/.mdlrc',
  };

  it.each(
    Object.entries(PATHS).flatMap(([context, paths]) => paths.split(' ').map((path) => [path, context])),
  )('%s is %s', (path, context) => expect(contextOfPath(path)).toBe(context));
});

describe('product settings with a word for samples within their names', () => {
  it.each([
    'config/single-sample-inference.yaml',
    'deploy/per-sample-scorer.yaml',
    'experiments/eval-service/app.py',
  ])('are of the product: %s', (path) => expect(contextOfPath(path)).toBe('product'));
});
