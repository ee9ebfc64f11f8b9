import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('google', {
  found: [
    ['a.go', 'client.Models.GenerateContent(ctx, "⟦gemini-3.6-flahs|google⟧", genai.Text("x"), nil)'],
    ['A.java', 'client.models.generateContent("⟦gemini-3.6-flahs|google⟧", "Tell me", null);'],
    [
      'A.java',
      'c = Client.builder().project("p").vertexAI(true).build();\n' +
        'c.models.generateContent("⟦gemini-1.5-pro-002|vertex⟧", "x", null);',
    ],
    ['a.ts', "const text = await model.generateContent('hello');"],
    ['a.ts', "ai.generate({ model: '⟦googleai/gemini-2.0-flash|google⟧' })"],
    ['a.py', 'genai.GenerativeModel("⟦gemini-2.0-flash|google⟧")'],
    ['a.py', 'name = "⟦models/gemini-1.5-pro|google⟧"'],
    ['a.ts', "const model = '⟦google-ai-studio/gemini-2.5-flash|google⟧'"],
    ['a.kt', 'val path = "v1beta/models/⟦gemini-pro|google⟧:generateContent?key={key}"'],
    ['a.kt', 'val icon = "models/gemini-pro.png"'],
    ['a.py', "@group_class('models/embedding', '/api/models/embedding')"],
    ['a.py', 'llm = Llama(model_path="models/⟦gemma-3-1b-it-Q4_K_M.gguf|local⟧")'],
    ['a.yaml', 'model: ⟦gemini/gemini-2.5-pro|google⟧'],
    ['a.yaml', 'model: ⟦google_ai_studio_gemini::gemini-2.5-pro|google⟧'],
    [
      'a.sh',
      'curl https://generativelanguage.googleapis.com/v1beta/models/⟦gemini-1.5-flash|google⟧:generateContent',
    ],
  ],
  spelled: {
    'models/gemini-1.5-pro': 'google:gemini-1.5-pro',
  },
  constants: [
    [
      'A.java',
      'import org.springframework.ai.google.genai.GoogleGenAiChatModel;\n' +
        'o.model(GoogleGenAiChatModel.ChatModel.⟦GEMINI_2_0_FLASH_LIGHT|gemini-2.0-flash-lite⟧)',
    ],
    [
      'a.kt',
      'import ai.koog.prompt.executor.clients.google.GoogleModels\n' +
        'AIAgent(e, GoogleModels.⟦Gemini1_5Pro|gemini-1.5-pro⟧)',
    ],
    [
      'a.cs',
      'using Mscc.GenerativeAI;\nvar m = g.GenerativeModel(model: Model.⟦Gemini15Pro|gemini-1.5-pro⟧);',
    ],
    [
      'a.cs',
      'using GenerativeAI;\nvar m = g.CreateGenerativeModel(GoogleAIModels.⟦Gemini2Flash|gemini-2.0-flash⟧);',
    ],
    [
      'a.rs',
      'use rig::providers::gemini;\nfn f() { c.agent(gemini::completion::⟦GEMINI_1_5_PRO|gemini-1.5-pro⟧) }',
    ],
    [
      'a.ts',
      "import { gemini15Flash } from '@genkit-ai/googleai';\nai.generate({ model: ⟦gemini15Flash|gemini-1.5-flash⟧ });",
    ],
    [
      'a.ts',
      "import { Gemini, GEMINI_MODEL } from '@llamaindex/google';\n" +
        'new Gemini({ model: GEMINI_MODEL.⟦GEMINI_PRO|gemini-pro⟧ });',
    ],
    [
      'a.py',
      'from camel.types import ModelType\nm = create(model_type=ModelType.⟦GEMINI_2_0_FLASH|gemini-2.0-flash⟧)',
    ],
  ],
});
