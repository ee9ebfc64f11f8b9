import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

function rolesIn(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role }) => role);
}

const DESCRIBED =
  '.displayName("GPT-4o")\n        .inputCost(2)\n        .outputCost(8)\n        .build());\n';

describe('a model that a builder describes', () => {
  it.each([
    `class A {\n  void fill() {\n    models.put("x", Model.builder()\n        .modelName("gpt-4o")\n        ${DESCRIBED}  }\n}\n`,
    `class A {\n  void fill() {\n    String name = "gpt-4o";\n    models.put("x:" + name, Model.builder()\n        .modelName(name)\n        ${DESCRIBED}  }\n}\n`,
    `import static dev.langchain4j.model.openai.OpenAiChatModelName.*;\nclass A {\n  void fill() {\n    String miniModel = GPT_4_O_MINI.toString();\n    models.put("x:" + miniModel, Model.builder()\n        .modelName(miniModel)\n        ${DESCRIBED}  }\n}\n`,
    'class A {\n  void fill() {\n    addModel("gpt-4o", "GPT-4o", 128_000);\n  }\n}\n',
  ])('is offered: %s', (text) => {
    expect(rolesIn(text, 'A.java')).toEqual(['lists']);
  });

  it.each([
    'class A {\n  void ask() {\n    String name = "gpt-4o";\n    Model.builder().modelName(name).displayName("GPT-4o").inputCost(2).build();\n    client.ask(name);\n  }\n}\n',
    'class A {\n  void ask() {\n    models.put("x", ChatModel.builder().apiKey(KEY).modelName("gpt-4o").displayName("GPT-4o").inputCost(2).build());\n  }\n}\n',
    'class A {\n  void ask() {\n    models.put("x", OpenAiChatModel.builder().modelName("gpt-4o").maxTokens(200).build());\n  }\n}\n',
  ])('is asked where it is used besides, or a client is built: %s', (text) => {
    expect(rolesIn(text, 'A.java')).toEqual(['calls']);
  });
});
