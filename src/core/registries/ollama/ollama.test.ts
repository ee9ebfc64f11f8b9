import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('ollama', {
  found: [
    ['a.sh', 'ollama run ⟦mistral|ollama⟧'],
    ['a.sh', 'ollama run ⟦house-chat|ollama⟧; ollama run ⟦tanuki-8b|ollama⟧'],
    ['a.py', 'import ollama\nollama.chat(model="⟦llm-jp-3.1-13b-instruct4|ollama⟧")'],
    ['.env', 'OLLAMA_MODEL=⟦llm-jp-3.1-13b-instruct4|ollama⟧'],
    ['a.toml', '[llm]\nprovider = "ollama"\nmodel = "⟦elyza:jp8b|ollama⟧"'],
    ['a.yaml', 'llm:\n  provider: ollama\n  model: ⟦elyza:jp8b|ollama⟧'],
    ['a.py', 'ChatOllama(model="⟦qwen3:8b|ollama⟧")'],
    ['a.java', 'class A { void f() { api.pullModel("⟦mistral|ollama⟧"); } }'],
    [
      'a.sql',
      "SELECT ai.ollama_embed('⟦bge-m3|ollama⟧', body);\n" +
        "SELECT SNOWFLAKE.CORTEX.COMPLETE('⟦deepseek-r1|deepseek⟧', 'x');",
    ],
    [
      'a.sql',
      "SELECT ai.ollama_embed('⟦bge-m3|ollama⟧', body);\nSELECT AI_COMPLETE('⟦deepseek-r1|deepseek⟧', 'x');",
    ],
    ['a.cs', 'var chat = builder.AddOllama("o").AddNamedModel("llama", "⟦qwen3:8b|ollama⟧");'],
    ['a.mts', 'const chat = await builder.addOllama("o").addNamedModel("llama", "⟦qwen3:8b|ollama⟧");'],
    ['a.cs', 'await foreach (var s in client.PullModelAsync("⟦mistral|ollama⟧")) { }'],
    ['a.ex', 'Ollama.completion(client, model: "⟦mistral|ollama⟧", prompt: p)'],
    ['a.ex', 'Ollama.pull_model(client, name: "⟦mistral|ollama⟧")'],
    [
      'a.go',
      'import "github.com/ollama/ollama/api"\nconst Chat = "⟦command-r7b|ollama⟧"\n' +
        'func f(c *api.Client) {\n\tc.Chat(ctx, &api.ChatRequest{Model: Chat}, nil)\n' +
        '\tc.Pull(ctx, &api.PullRequest{Model: "⟦mistral-large|ollama⟧"}, nil)\n}\n',
    ],
    [
      'a.go',
      'import "github.com/ollama/ollama/api"\nfunc a() {\n\tc := openai.NewClient("k")\n' +
        '\tc.Create(ctx, openai.ChatCompletionRequest{Model: "⟦gpt-4o-mini|openai⟧"})\n}\n' +
        'func b() {\n\tc, _ := api.ClientFromEnvironment()\n' +
        '\tc.Chat(ctx, &api.ChatRequest{Model: "⟦command-r7b|ollama⟧"}, nil)\n}\n',
    ],
    [
      'a.go',
      'import (\n\t"github.com/ollama/ollama/api"\n\tcohere "github.com/cohere-ai/cohere-go/v2"\n)\n' +
        'func a(c *client.Client) {\n\tc.Chat(ctx, &cohere.ChatRequest{Model: "⟦command-r7b-12-2024|cohere⟧"})\n}\n',
    ],
    [
      'a.go',
      'import "github.com/ollama/ollama/api"\nconst (\n\tFar = "⟦mistral-large|mistral⟧"\n' +
        '\tBoth = "⟦command-r7b|cohere⟧"\n)\nfunc f(c *api.Client) {\n' +
        '\tc.Chat(ctx, &api.ChatRequest{Model: Both}, nil)\n' +
        '\tpost(url, body{Model: Far})\n\tpost(url, body{Model: Both})\n' +
        '\tpost(url, body{Model: "⟦mistral-large|mistral⟧"})\n}\n',
    ],
    [
      'a.go',
      'import ollama "github.com/ollama/ollama/api"\nfunc f(c *ollama.Client) {\n' +
        '\tc.Chat(ctx, &ollama.ChatRequest{Model: "⟦mistral-large|ollama⟧"}, nil)\n}\n',
    ],
    [
      'a.cs',
      'using OllamaSharp;\nvar o = new OllamaApiClient(uri);\nvar m = new MistralClient(key);\n' +
        'm.Ask("⟦mistral-large|mistral⟧");\nvar p = new OllamaApiClient(uri, "⟦codestral|ollama⟧");',
    ],
    [
      'a.cs',
      'using OllamaSharp;\nvar o = new OllamaApiClient(uri);\no.SelectedModel = "⟦command-r7b|ollama⟧";',
    ],
    [
      'a.cs',
      'using OllamaSharp;\nvar o = new OllamaApiClient(uri) { SelectedModel = "⟦codestral|ollama⟧" };',
    ],
    [
      'a.rs',
      'use ollama_rs::Ollama;\nfn f() { o.generate(GenerationRequest::new("⟦command-r7b|ollama⟧".to_string(), p)); ' +
        'o.pull_model("⟦codestral|ollama⟧".into(), false); }',
    ],
    ['a.yaml', 'model: ⟦ollama/llama3.1|ollama⟧'],
    // Who shares models there may be called like a host.
    ['a.yaml', 'provider: ollama\nmodel: ⟦scaleway/qwen3.6-27b|huggingface⟧'],
    ['a.yaml', 'provider: litellm\nmodel: ⟦scaleway/qwen3.6-27b|other⟧'],
    ['a.md', '[gemma](https://ollama.com/library/⟦gemma3|ollama⟧)'],
    ['a.py', 'ChatOpenAI(model="⟦llama3.2:3b|ollama⟧", base_url="http://localhost:11434/v1")'],
    // The key of an entry is its owner's word.
    ['a.yaml', 'groq:\n  params:\n    model: ⟦llama3|ollama⟧\n    baseURL: http://127.0.0.1:11434/v1\n'],
    ['a.py', 'completion(model="⟦openai/llama3.2:3b|ollama⟧", api_base="http://localhost:11434/v1")'],
    ['a.yaml', 'model: ⟦ollama/hf.co/acme/thing-GGUF|ollama⟧'],
    ['a.yaml', 'model: ⟦ollama_chat/huggingface.co/acme/thing-GGUF:Q4_K_M|ollama⟧'],
    ['a.py', 'completion(model="⟦ollama/hf.co/acme/thing-GGUF|ollama⟧")'],
    ['a.yaml', 'path: cache/hf.co/acme/thing-GGUF'],
    ['a.yaml', 'image: ⟦ollama://qwen2.5:7b|ollama⟧'],
    ['a.py', 'ollama_gemma = "⟦ollama:gemma:latest|ollama⟧"\nask(ollama_gemma)'],
    ['a.env', 'OLLAMA_IMAGE=ollama:latest\n'],
    ['a.env', 'MODELS=⟦command-r-v01:q1_s|ollama⟧'],
    ['compose.yaml', 'services:\n  a:\n    image: acme/alfred-v2:latest\n    ports: ["yi-v1:80"]\n'],
  ],
  constants: [
    [
      'a.kt',
      'import ai.koog.prompt.llm.OllamaModels\n' +
        'A(llmModel = OllamaModels.Alibaba.⟦QWEN_3_06B|qwen3:0.6b⟧)\n' +
        'A(llmModel = OllamaModels.Meta.⟦LLAMA_3_2|llama3.2:latest⟧)',
    ],
  ],
  spelled: {
    'llama3.1:8b-instruct-q4_K_M': 'ollama:llama3.1:8b',
    'hf.co/acme/thing:Q4_K_M': 'huggingface:acme/thing',
    'gpt-oss:20b:cloud': 'ollama:gpt-oss:20b',
  },
});
