import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('google', {
  found: [
    ['a.ts', "ai.generate({ model: '⟦googleai/gemini-2.0-flash|google⟧' })"],
    ['a.py', 'genai.GenerativeModel("⟦gemini-2.0-flash|google⟧")'],
    ['a.py', 'name = "⟦models/gemini-1.5-pro|google⟧"'],
    ['a.ts', "const model = '⟦google-ai-studio/gemini-2.5-flash|google⟧'"],
    ['a.py', "@group_class('models/embedding', '/api/models/embedding')"],
    ['a.py', 'llm = Llama(model_path="models/⟦gemma-3-1b-it-Q4_K_M.gguf|local⟧")'],
    ['a.yaml', 'model: ⟦gemini/gemini-2.5-pro|google⟧'],
    [
      'a.sh',
      'curl https://generativelanguage.googleapis.com/v1beta/models/⟦gemini-1.5-flash|google⟧:generateContent',
    ],
  ],
  spelled: {
    'models/gemini-1.5-pro': 'google:gemini-1.5-pro',
  },
});
