import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** What looks like the name of a model and is none. */
const CASES: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  'models of other things': [
    ['a.py', 'car = Car(model="BMW/X5")'],
    ['a.yaml', 'cars:\n  - model: Tesla/Model-3\n'],
    ['a.java', 'phone.setModel("Samsung/S21");'],
    ['a.yaml', 'whisper:\n  font:\n    size: medium\nbutton:\n  model: small\n'],
  ],
  'names that stand for none': [
    ['a.py', 'model_id = "a/b"; tokenizer = "test-org/test-model"; x = {"model": "org/model"}'],
    ['a.rs', 'LocalResource::from_pretrained(("gpt2/tokenizer", url));'],
    ['a.md', 'All of `gemini-2.0-*` and `gpt-4-<date>`; the qwen2/qwen3 code and gemma4/qwen3_5 templates.'],
    ['a.rb', "when /pixtral|mistral-small-(2503|2506)|mistral-medium/ then 'x'"],
    ['a.rs', '//! let m = client.completion_model(hyperbolic::LLAMA_3_1_8B);'],
    ['a.ts', 'if (model.includes("llama-3")) {}'],
    [
      'a.md',
      'See [acme/text-tools-2k-test](https://huggingface.co/datasets/acme/text-tools-2k-test), acme/llm-gpt4all#16.',
    ],
    ['compose.yaml', 'models:\n  qwen3-small:\n    context_size: 8192\n'],
    ['A.java', 'class A { public static final String HOUSE_OPENAI_MODEL = "house2.model"; }'],
    ['A.cs', 'class A { const string OpenAiModel = "house2.chat.modelName"; }'],
    ['a.py', 'HOUSE = os.environ.get("bert_dir_2")\nm = AutoModel.from_pretrained(HOUSE)\n'],
    ['a.py', 'HOUSE = config.get("bert_dir_2")\nm = AutoModel.from_pretrained(HOUSE)\n'],
    ['a.ts', "const house = getEnv('bert-dir-2');\nconst p = await pipeline('x', house);\n"],
  ],
  'names of icons': [
    ['a.jsx', 'const A = () => <Icon width={20} icon="solar:chat-round-line-bold-duotone" />;'],
    ['a.vue', '<template><Icon icon="solar:cloud-download-linear" /></template>'],
    [
      'a.ts',
      "const nav = [{ title: 'Chat', startIcon: 'solar:chat-round' }, ['Files', 'solar:cloud-file-outline']];",
    ],
    [
      'a.svelte',
      "<script>\nlet icon = open ? 'solar:cloud-check-bold' : 'solar:cloud-cross-bold';\n</script>",
    ],
    ['a.json', '{ "menu": { "iconName": "solar:text-bold" } }'],
  ],
  'labels of blocks': [
    ['a.tf', 'resource "aws_s3_bucket" "codestral_22b" {\n  bucket = "weights"\n}\n'],
    ['a.tf', 'module "llama_3_1_8b" {\n  source = "./module"\n}\noutput "claude-3-opus" { value = 1 }\n'],
    ['a.hcl', 'job "batch" {\n  group "gpt-4o" {\n    task "mistral-7b-instruct" {\n    }\n  }\n}\n'],
  ],
  'types of resources': [
    ['a.py', 'class Namespaces(str, Enum):\n    BEDROCK = "AWS/Bedrock"\n    COGNITO = "AWS/Cognito"\n'],
    [
      'a.bicep',
      "param kind string = 'OpenAI'\nvar roles = {\n  'Custom Vision Deployment': subscriptionResourceId(\n" +
        "    'Microsoft.Authorization/roleDefinitions',\n    '5c4089e1-6d96-4d2f-b296-c1bc7137275f'\n  )\n}\n",
    ],
  ],
  'targets of a Makefile': [
    [
      'Makefile',
      '.NOTPARALLEL: backends/whisper backends/stablediffusion-ggml\nall: backends/faster-whisper\n',
    ],
  ],
  'lists and settings in folders': [
    ['a.yml', 'run: python3 get.py --model-list App.Bench/Assets/models.txt --token x\n'],
    ['a.java', 'List<Model> MODELS = List.of(new Model("bge-small-zh-q-tokenizer.json"));'],
  ],
  'what is looked for in a name': [
    ['a.py', 'if "mpt-30b-chat" in model_path: pass'],
    ['a.py', 'if "qwen-7b" not in name.lower(): pass'],
  ],
  'repositories of code that actions are given': [
    [
      'a.yml',
      'jobs:\n  a:\n    steps:\n      - uses: acme/upload-release-action@v2\n        with:\n          repo_name: acme/whisper-tools\n',
    ],
  ],
  'actions and routes of a program': [
    ['a.ts', 'export const fetchModels = createAsyncThunk("llmSlice/fetchModels", async () => 1);'],
    ['a.ts', 'export const setModel = createAction("llmSlice/setModelName");'],
    ['a.ts', 'const modelRoute = router.push("settings/modelPage");'],
    ['a.ts', 'const modelTopic = client.subscribe("devices/llm-model");'],
  ],
  'names of tests': [
    ['a.go', 'm.Spec.URL = "hf://test-repo/test-adapter"; n := "hf://some-hub-user/some-hub-repo"'],
    ['a.js', 'fetch("https://hub.docker.com/v2/namespaces/ai/repositories?page_size=100")'],
    ['a.py', "torch.hub.load('acme/speech', 'tts', source='github')"],
  ],
  'parts of models that every packing calls the same': [
    ['a.yaml', 'mmproj: llama-cpp/mmproj/mmproj-BF16.gguf\n'],
  ],
  'families, and data sets by the next word': [
    ['a.toml', 'family = "gemini-flash"\nseries = "nova-pro"\n'],
    ['a.yaml', 'tags:\n  - deepseek-v3\n  - nova-pro\n'],
    ['a.md', 'Trained on the `acme/llama-7b-chats` dataset and the acme/qwen-7b-talk data sets.'],
  ],
  'names of companies': [
    ['a.jsx', 'const LLMS = [{ name: "Mistral", value: "x", description: "Ollama" }];'],
    ['a.md', '| Family | Size | Ollama |\n|---|---|---|\n| Llama2 | 70B | yes |\n'],
  ],
  'names of architectures': [
    [
      'a.h',
      'static constexpr std::array<std::string_view, 5> LLM = {"chatglm", "gemma2", "gemma3_text", "qwen2", "smollm3"};',
    ],
    [
      'a.cpp',
      'static const map model_types_map = {\n  {"llava-qwen2", Kind::NANO},\n  {"phi3_v", Kind::PHI3_V},\n  {"gemma3", Kind::GEMMA3},\n};',
    ],
    ['a.py', 'SUPPORTED_ARCHITECTURES = ["llama", "qwen2", "mistral3"]'],
  ],
  'links to code and changes': [
    [
      'a.md',
      'See [acme/chatgpt-lite](https://github.com/acme/chatgpt-lite) and [`e580554`](https://github.com/acme/x/commit/e580554ab).',
    ],
    ['a.md', 'https://huggingface.co/subscribe/pro and https://huggingface.co/inference/models'],
    ['a.md', 'https://replicate.com/docs/get-started and https://replicate.com/collections/llama-3'],
  ],
  'pages about owners and tools of the Hub': [
    [
      'a.md',
      'https://huggingface.co/acme/collections, https://huggingface.co/acme/models and https://huggingface.co/acme/activity/all',
    ],
    [
      'a.json',
      '{"base_url": "https://huggingface.co/gradioiframe/acme/thing", "next": "https://huggingface.co/acme/thing/play"}',
    ],
    [
      'a.md',
      'https://openmodeldb.info/?q=a, https://civitai.com/models?tag=anime, https://civitai.com/user/a/models',
    ],
  ],
  'variables of make that hold no models': [
    [
      'Makefile',
      'IMAGE := acme/server\nCAR_DIR = ./models/x5\nDATASET := acme/llama-chats\nall: build\n\techo acme/server\n',
    ],
  ],
  'code that a page paints word by word': [
    [
      'a.html',
      '<pre><span class="n">color</span><span class="o">=</span><span class="s2">"mistral"</span></pre><p>model = <b>"acme/thing"</b></p>',
    ],
  ],
  'keys that few names stand beside': [
    ['a.py', 'T = {"step-2024": 1, "run-7": 2, "note-3": 3, "release-25": 4}'],
  ],
  'functions that are named after models': [
    ['a.clj', '(deftest a (let [r (litellm/kimi-completion m)] (litellm/deepseek-completion r)))'],
  ],
  'files that every repository has': [
    [
      'a.json',
      '{"model.safetensors": "https://huggingface.co/datasets/acme/x", "files": ["diffusion_pytorch_model.safetensors", "vae.pt", "optimizer.pt"]}',
    ],
    ['a.json', '{"model": "checkpoint_v2.safetensors", "best": "epoch_12.ckpt", "weights": "weights.onnx"}'],
  ],
  'plain words where Ollama is spoken of': [
    [
      'a.swift',
      '// Ollama\n/// The primary family of the model (e.g., "llama"), its architecture `mistral`.',
    ],
    ['a.md', 'Ollama runs `solar` panels; the model has a `command` and an `instructor`.'],
    ['a.yaml', '# ollama\nname: orca\ncar:\n  model_type: llama\n'],
  ],
  'names for people in tables': [
    ['a.md', '| Model | Score |\n|---|---|\n| LLaMA2-13B | 45.1 |\n| Gemma-2B | 46.4 |\n'],
  ],
  'presets of other libraries': [['a.py', 'options = PictureOptions.from_preset("granite_docling")']],
  'data sets': [
    [
      'a.sh',
      'python train.py --data_name acme/llama-7b-chats --train_data acme/qwen-7b-data # --init "N/A,N/A"',
    ],
    ['a.py', 'load_dataset("sentence-transformers/gooaq")'],
    ['a.ts', "const DICT = 'https://huggingface.co/datasets/acme/words/resolve/main/en-us.bin';"],
    ['a.ts', "const SPEECH_MODEL_SUBDIR = 'tts/supertonic';"],
    ['a.py', 'snapshot_download(repo_id="allenai/llama-data-7b", repo_type="dataset", local_dir="x")'],
    ['a.yaml', 'datasets:\n  - path: cgato/SlimOrcaDedupCleaned\n    type: chat\n'],
    ['a.yaml', 'dataset: HuggingFaceH4/llama-chat-7b\n'],
    [
      'a.md',
      'https://huggingface.co/datasets/acme/llama-7b and https://huggingface.co/spaces/mteb/leaderboard',
    ],
    ['a.sh', 'hf download --repo-type dataset acme/llama-7b'],
  ],
  'pages of the Hub that are no models': [
    [
      'a.md',
      'https://huggingface.co/docs/transformers, https://huggingface.co/openai, https://huggingface.co/settings/tokens',
    ],
    [
      'a.md',
      'https://huggingface.co/papers/2307.09288 https://huggingface.co/collections/acme/llama-1 https://huggingface.co/blog/llama3',
    ],
  ],
  'container images and packages': [
    ['a.sh', 'docker run -p 80:80 ollama/ollama:0.3.1'],
    ['compose.yaml', 'services:\n  a:\n    image: lmcache/vllm-openai\n  b:\n    image: redis:7\n'],
    ['Dockerfile', 'FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04'],
    ['ci.yml', 'steps:\n  - uses: docker/login-action@74a5d142397b4f367a81961eba4e8cd7edddf772\n'],
    ['a.go', 'import "github.com/ollama/ollama/api"'],
    ['package.json', '{"dependencies": {"@ai-sdk/mistral": "1.0.0", "@huggingface/transformers": "3"}}'],
    ['a.ts', "import { mistral } from '@ai-sdk/mistral';"],
    ['Cargo.toml', '[features]\ncuda = ["candle-nn/cuda", "candle/cuda"]\n[[bin]]\nname = "llama2-c"\n'],
    ['requirements.txt', 'transformers==4.44\ntorch>=2\n'],
    [
      'pom.xml',
      '<dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-mistral-ai</artifactId></dependency>',
    ],
  ],
  'media types, paths, dates and zones': [
    ['a.json', '{"environments": {"llm": {"path": "venv/llm", "python": "env/whisper"}}}'],
    ['a.ts', 'headers: { "content-type": "application/x-ndjson", accept: "image/png" }'],
    ['a.py', 'tz = "Europe/London"; p = "src/utils"; d = "2024/05"; m = "models/user"'],
    ['a.py', 'AutoModel.from_pretrained("./outputs/checkpoint-500")'],
    ['a.py', 'AutoModel.from_pretrained("outputs/checkpoint-500")'],
    ['a.js', 'const icon = "assets/llama-7b.png"; const c = "config-flan-t5-base.json";'],
    ['a.md', '![x](docs/images/llama-3-8b.png)'],
    ['a.sh', 'cp -r /models/llama-3-8b /var/x && cat dev/null'],
  ],
  'templates, parsers, architectures': [
    [
      'a.yaml',
      'chat_template: gemma3n\ntoolCallParser: "llama3_json"\nmodel_type: llama\narchitectures: [LlamaForCausalLM]\n',
    ],
    ['a.py', 'from transformers import Qwen3ForCausalLM, LlamaTokenizer'],
    ['a.swift', 'let c = LLMRegistry.qwen3_4b_4bit'],
    ['a.md', 'The key `llama.attention.head_count` and `mamba.ssm.conv_kernel`.'],
    ['a.py', 'if model_type == "qwen2": pass'],
    ['a.py', 'models.resnet50(weights=None); models.resnet18(pretrained=False)'],
    ['a.md', 'See tool_chat_template_llama3.1_json.jinja.'],
  ],
  'resources named after a model': [
    ['k8s.yaml', 'metadata:\n  name: vllm-llama3-1b-instruct-epp\n  labels:\n    app: mistral-7b-prod\n'],
    ['k8s.yaml', 'selector: { matchLabels: { app: qwen-7b-server } }\n'],
    ['a.sh', 'kubectl rollout status deployment/vllm-llama3-8b-deployment'],
    ['a.py', 'wandb.init(project="energy-py-linear-codellama-v2")'],
    ['a.py', 'trainer.push_to_hub("me/llama-3-8b-tuned")'],
    ['a.yaml', 'hub_model_id: acme/llama-3-8b-tuned\noutput_dir: outputs/llama-3-8b\n'],
  ],
  "things with a family's name": [
    ['a.yaml', 'jobs:\n  - mistral-devstack-tempest-ipv6-only\nservice: mistral-engine\n'],
    ['a.md', 'A whisper lost before death. Falcon 9 flew, Titan is a moon, Gemini a sign, and llamas graze.'],
    ['a.py', 'ROCKETS = ["Falcon 9", "Titan II"]; DANCE = "bossa_nova"'],
    ['a.md', 'GPT-4 and Claude 3.5 are display names, so is Llama 3.1.'],
    ['a.c', 'uint32_t t0, t1; const char *r[] = {"t0", "t1", "s0"};'],
    ['a.css', '.a { color: #e5e7eb; } .phi-2col { width: 1px }'],
  ],
  'what the reader should fill in': [
    ['a.py', 'AutoModel.from_pretrained("your-username/your-model")'],
    ['a.sh', 'ollama run <model-name>; vllm serve path/to/model; ollama run mymodel'],
    ['a.yaml', '# hub_model_id: username/custom_model_name\nmodel: <your-model>\n'],
    ['a.ts', 'const url = `https://huggingface.co/${owner}/${name}/resolve/main/x.gguf`;'],
    ['a.py', 'AutoModel.from_pretrained(f"{org}/{name}")'],
  ],
};

for (const [kind, cases] of Object.entries(CASES)) {
  describe(kind, () => {
    it.each(cases)('%s: %s', (path, text) => {
      expect(
        detect(text, path).references.map(
          (reference) => `${reference.text} (${reference.evidence.join(', ')})`,
        ),
      ).toEqual([]);
    });
  });
}

describe('a word that chooses, and is no model itself', () => {
  it.each([
    ['a.py', "hf_hub_download(repo_id=MODELS['XTTS'], filename=name)"],
    ['a.py', 'hf_hub_download(settings[ENGINES["XTTS"]]["repo"], name)'],
    ['a.ts', "const run = await pipeline('text-generation', MODELS['XTTS']);"],
    ['a.py', 'm = get_alignment_model("wav2vec", "fr")'],
  ])('is no name: %s %s', (path, text) => {
    expect(detect(text, path).references).toEqual([]);
  });

  it.each([
    ['a.py', 'AutoModel.from_pretrained(MODELS["openai/whisper-tiny"])'],
    [
      'a.py',
      'from sentence_transformers import SentenceTransformer\ne = SentenceTransformer(MODELS["bge-large-house"])',
    ],
    ['a.py', 'AutoModel.from_pretrained(["XTTS-large"][0])'],
    ['a.py', 'm = get_alignment_model("wav2vec2-base-foo", "fr")'],
  ])('is one where it is more than a word: %s %s', (path, text) => {
    expect(detect(text, path).references).toHaveLength(1);
  });
});

describe('the beginning of names that a text looks for', () => {
  it.each([
    ['a.py', 'if "gpt-4-" in model: pass'],
    ['a.py', 'if "gpt-3.5" in model: pass'],
    ['a.py', 'if model.startswith("meta.llama3"): pass'],
    ['a.py', 'if model.startswith("anthropic.claude-3"): pass'],
    ['a.rb', "chat?(id) && !id.start_with?('claude-3', 'gpt-9')"],
    ['a.rb', 'CHAT = /#{OTHER}|gemini-2\\.0-flash-lite/'],
    ['a.md', 'All models of the gemini-2.5 family are old.'],
  ])('is no name: %s %s', (path, text) => {
    expect(detect(text, path).references).toEqual([]);
  });
});
