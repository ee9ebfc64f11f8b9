import { describe, expect, it } from 'vitest';
import { found, unmark } from './marked';

/** One registry a block; each case is a path and a text with the names marked. */
const CASES: Readonly<Record<string, readonly (readonly [path: string, marked: string])[]>> = {
  'names under other names': [
    ['a.py', 'from transformers import AutoModel as AM\nm = AM.from_pretrained("⟦acme/thing|huggingface⟧")'],
    [
      'a.py',
      'from sentence_transformers import (\n  SentenceTransformer as ST,\n)\ns = ST("⟦acme/embedder⟧")',
    ],
    [
      'a.ts',
      "import { pipeline as make } from '@huggingface/transformers';\nmake('feature-extraction', '⟦acme/embedder⟧');",
    ],
    ['a.py', 'import whisper_timestamped as w\nm = w.load_model("⟦tiny|whisper⟧")'],
    ['a.py', 'from pywhispercpp.model import Model\nm = Model("⟦base.en|whisper⟧")'],
    ['a.py', 'from modelscope import snapshot_download\nsnapshot_download("⟦acme/thing|modelscope⟧")'],
    ['a.py', 'load = partial(AutoModel.from_pretrained, "⟦acme/thing⟧")'],
    ['a.yaml', 'net:\n  _target_: timm.create_model\n  model_name: ⟦resnet50|timm⟧\n'],
    ['a.exs', 'repo = {:hf, "⟦acme/thing|huggingface⟧"}'],
  ],
  'names that their owners gave in letters of any script': [
    [
      'a.py',
      'c = OpenAI(base_url="http://localhost:8000/v1")\nc.chat.completions.create(model="⟦社内LLM⟧")\nc.chat.completions.create(model="⟦通訳・速い⟧")',
    ],
    [
      'a.py',
      'MODEL = "⟦社内LLM⟧"\nc = OpenAI(base_url="http://localhost:8000/v1")\nc.chat.completions.create(model=MODEL)',
    ],
    ['a.py', 'ollama.chat(model="⟦社内LLM|ollama⟧")\nChatOllama(model="⟦résumé-v2:8b|ollama⟧")'],
    [
      'a.py',
      'litellm.completion(model="⟦ollama/사내모델-2|ollama⟧")\nlitellm.completion(model="⟦openai/社内⟧")',
    ],
    [
      'a.ts',
      'import { createOpenAI } from "@ai-sdk/openai";\nconst gw = createOpenAI({ baseURL: "https://llm.example.co.jp/v1" });\nconst m = gw("⟦汎用⟧");\nconst n = gw.chat("⟦общая-1⟧");',
    ],
    ['a.ts', 'import ollama from "ollama";\nollama.chat({ model: "⟦社内LLM|ollama⟧" });'],
    [
      'a.go',
      'client := openai.NewClient()\nclient.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{\n  Model: "⟦社内LLM⟧",\n})',
    ],
    [
      'J.java',
      'ChatModel m = OpenAiChatModel.builder().baseUrl("http://localhost:8000/v1").modelName("⟦社内LLM⟧").build();',
    ],
    ['a.sh', 'ollama run ⟦社内LLM|ollama⟧'],
    ['.env', 'OPENAI_MODEL=⟦社内モデル|openai⟧\n'],
    [
      'application.yml',
      'spring:\n  ai:\n    openai:\n      chat:\n        options:\n          model: ⟦社内LLM|openai⟧',
    ],
  ],
  'paths that stores and folders are asked for': [
    [
      'a.ts',
      'const normalChatKey = (await store.listKeys("quality-control/source-samples")).find(isNormal);\n' +
        'const chatFile = fs.readFileSync("quality-control/chat-samples");\nconst chatKey = "quality-control/runs-2026";',
    ],
    ['a.py', 'models = os.listdir("quality-control/source-samples")\nllm = build("⟦acme-labs/some-thing⟧")'],
    [
      'a.ts',
      'const chatModel = "quality-control/source-samples/";\nconst other = build({ model: "⟦acme/thing-7b⟧/" });',
    ],
    ['a.py', 'models = api.list("⟦Qwen/Qwen3-8B|huggingface⟧")\nmodel_key = "⟦acme-labs/some-thing⟧"'],
  ],
  'names that only begin as those of a maker do': [
    ['a.test.ts', 'const base = { text: "x", modelId: "embed-v1", dimensions: 2 };'],
    [
      'a.ts',
      'const a = { model: "rerank-v1" };\nconst b = { model: "nova-v1" };\nconst c = { model: "tts-v7" };',
    ],
    ['a.ts', 'const a = { modelId: "⟦embed-v4.0|cohere⟧" };\nconst b = { model: "⟦nova-lite|amazon⟧" };'],
    ['a.py', 'co = cohere.ClientV2()\nco.embed(model="⟦embed-v9|cohere⟧", texts=[])'],
    ['.env', 'COHERE_EMBED_MODEL=⟦embed-v9|cohere⟧\n'],
  ],
  'labels in letters of any script': [
    [
      'ja.json',
      '{"openai": {"model": "モデル", "chat_model": "会話モデル"}, "ollama": {"model": "使用するモデル"}}',
    ],
    [
      'zh.ts',
      'export default { openai: { model: "模型" }, ollama: { model: "对话模型", modelName: "模型名称" } };',
    ],
    ['.env', 'OPENAI_MODEL=モデル名を入力\nANTHROPIC_MODEL=ここにモデルを書く\nOLLAMA_MODEL=请选择\n'],
    [
      'a.py',
      'c = OpenAI()\nc.chat.completions.create(model="モデル名")\nc.chat.completions.create(model="你的模型")',
    ],
    ['a.py', 'Car.objects.create(model="プリウス")\nst.selectbox("モデル", ["高速"])\nfield(model="機種")'],
    ['a.py', 'MODELS = {"速い": FAST}\nc = OpenAI()\nc.chat.completions.create(model=MODELS["速い"])'],
    ['a.ts', 'fetch("/api/phones", { method: "POST", body: JSON.stringify({ model: "ギャラクシー" }) });'],
  ],
  'a name one slip away from a model of the service': [
    ['a.py', 'client = OpenAI()\nclient.chat.completions.create(model="⟦gpt-4o-mni|openai⟧")'],
    ['a.ts', "new Anthropic().messages.create({ model: '⟦claude-haku-4-5|anthropic⟧' });"],
    ['a.py', 'client = AzureOpenAI()\nclient.chat.completions.create(model="gpt-4o-mni")'],
    ['a.py', 'print("gpt-4o-mni")'],
  ],
  'the service that is asked': [
    [
      'a.py',
      'fast = Groq()\noai = OpenAI()\noai.audio.transcriptions.create(model="⟦whisper-1|openai⟧")\nfast.chat.completions.create(model="⟦meta-llama/llama-4-scout-17b|groq⟧")',
    ],
    [
      'a.sh',
      'aider --model ⟦openrouter/anthropic/claude-3.5-sonnet|openrouter⟧\nvllm serve ⟦acme/thing-7b|huggingface⟧',
    ],
    [
      'a.bicep',
      "resource d 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {\n  properties: { model: { format: 'Microsoft', name: '⟦Phi-4|azure⟧' } }\n}",
    ],
    [
      'a.tf',
      'resource "azurerm_cognitive_deployment" "d" {\n  model {\n    format = "Microsoft"\n    name = "⟦Phi-4-mini-instruct|azure⟧"\n  }\n}',
    ],
  ],
  'paths of programming interfaces': [
    ['a.sh', 'curl http://x.example/v1/models/⟦gpt-4o|openai⟧'],
    ['a.py', 'get(f"{base}/v1/models/⟦meta-llama/Llama-3.1-8B-Instruct|huggingface⟧")'],
    ['a.ts', "fetch('/chat?model=⟦openai/gpt-4o⟧&stream=1')"],
    ['a.sh', 'python plan.py -o "redis://localhost:6379/?model=llama2-7b"'],
    ['a.sh', 'curl "http://localhost:11434/api?model=⟦llama2-7b⟧"'],
    ['a.yaml', 'model:\n  huggingface: ⟦moonshot/kimi-k2.5|huggingface⟧\n'],
    ['a.go', 'var m = Model{ID: "x", HuggingFace: "⟦moonshot/kimi-k2.5|huggingface⟧"}'],
    ['a.py', 'u = "https://modelscope.cn/api/v1/models/⟦acme/thing|modelscope⟧/repo"'],
  ],
  'names that an address encodes': [
    [
      'a.ts',
      "get('http://127.0.0.1:8080/props?model=⟦acme%2Fgemma-3-4b-it-GGUF%3AQ4_K_M|huggingface⟧&autoload=false')",
    ],
    ['a.sh', 'curl http://x.example/props?model=⟦acme/gemma-3-4b-it-GGUF:Q4_K_M|huggingface⟧'],
    ['a.go', '//url := "https://api.openai.com/v1/engines/⟦davinci-codex|openai⟧/completions"'],
  ],
  'pages of models on sites without ids': [
    [
      'a.md',
      '[Sharp](⟦https://openmodeldb.info/models/4x-Sharp|other⟧) and ⟦https://civitai.com/models/12345|other⟧/soft-light?modelVersionId=1',
    ],
    ['a.sh', 'wget "⟦https://civitai.com/api/download/models/456|other⟧?type=Model"'],
  ],
  'files beside the address that they are got from': [
    [
      'a.json',
      '{"default_model": "⟦dreamPencil_v5.safetensors⟧", "downloads": {"⟦dreamPencil_v5.safetensors⟧": "https://huggingface.co/⟦acme/pencils⟧/resolve/main/dreamPencil_v5.safetensors"}, "previous_models": ["⟦dreamPencil_v4.safetensors⟧"]}',
    ],
    [
      'a.py',
      "files = [('⟦pencilapp.pth|local⟧', 'https://huggingface.co/⟦acme/pencils⟧/resolve/main/p.pth')]",
    ],
    [
      'a.ps1',
      "@{\n  Dest = 'clip_vision\\⟦CLIP-ViT-H-14-laion2B-s32B.safetensors⟧'\n  Url = 'https://huggingface.co/⟦acme/pencils⟧/resolve/main/model.safetensors'\n}",
    ],
    [
      'a.yaml',
      'files:\n  - filename: ⟦pencil_soft.safetensors⟧\n    url: https://huggingface.co/⟦acme/pencils⟧/resolve/main/a.safetensors\n',
    ],
  ],
  'names of Ollama that are plain words': [
    [
      '.env',
      '# which language model to use, ⟦orca⟧ needs less than ⟦llama2⟧\nMODEL=⟦orca|ollama⟧\nOLLAMA=http://localhost:11434\n',
    ],
    ['a.md', 'Run `ollama pull ⟦orca⟧`. Without `⟦orca⟧`, orca is not used.'],
    [
      'a.md',
      'For Ollama: `model`: which one to use, default: `⟦mistral|ollama⟧`. The model can be `⟦qwen3⟧` too.',
    ],
    ['a.md', 'See [`⟦mistral|ollama⟧`](https://ollama.ai/library/⟦mistral⟧).'],
    ['a.ts', 'const o = new Ollama(); o.chat({ model: "⟦MXBAI-EMBED-LARGE|ollama⟧" });'],
  ],
  'defaults that help texts tell': [
    ['a.sh', '# whisper\necho "  -m, --model <model>  Model to use (default: ⟦tiny|whisper⟧)"'],
    ['a.txt', '--ollama-model NAME  which one (default: ⟦mistral|ollama⟧)'],
  ],
  'code that a page paints word by word': [
    [
      'a.html',
      '<pre><span class="n">model</span><span class="o">=</span><span class="s2">&quot;⟦gpt-4o|openai⟧&quot;</span></pre>',
    ],
    [
      'a.html',
      '<pre><span>  .model <span class="op">=</span> <span class="st">"⟦acme/thing-7b⟧"</span>,</span> <span class="n">engine</span> = "acme"</pre>',
    ],
  ],
  'tables of models': [
    [
      'a.py',
      'T = {\n  "⟦canary-180m-flash⟧": {"r": 1}, "⟦parakeet-tdt-0.6b-v3⟧": {}, "⟦qwen3-asr-0.6b⟧": {},\n  "⟦breeze-asr-25⟧": {}, "⟦whisper-medium⟧": {},\n}',
    ],
  ],
  'folders of WhisperKit': [
    [
      'a.swift',
      'engine.variant = "⟦openai_whisper-small|whisper⟧"; let other = "⟦openai_whisper-large-v3_turbo_954MB⟧"; let d = "⟦distil-whisper_distil-large-v3⟧"',
    ],
    ['a.swift', 'engine.variant = "⟦openai_whisper-large-v3-v20240930_turbo_632MB|whisper⟧"'],
  ],
  'variables of make and just': [
    [
      'Makefile',
      'MODEL_REPO := ⟦acme/tiny-coreml|huggingface⟧\nMODEL_REPO_DIR := ./Models/tiny-coreml\nLLM ?= ⟦gpt-4o⟧ # or ⟦gpt-4o-mini⟧\nMODELS = ⟦acme/thing⟧ \\\n  ⟦acme/other⟧\n\nrun:\n\tvllm serve ⟦acme/thing-7b⟧\nSERVE = vllm serve ⟦acme/wide⟧\n',
    ],
    ['justfile', "model := '⟦acme/thing-7b⟧'\nserve:\n  ollama run ⟦mistral⟧\n"],
  ],
  'a service behind its gateway, outside of any string': [
    ['a.md', '```ts\n// 4. the proxy\nmodel_list:\n  - model: ⟦openai/gpt-4o|openai⟧\n```\n'],
  ],
  'speech by size': [
    ['a.yaml', 'stt:\n  model: ⟦base.en|whisper⟧\ntranscription:\n  model_size: ⟦medium|whisper⟧\n'],
    ['a.env', 'STT_MODEL_SIZE=⟦base|whisper⟧'],
    ['a.py', 'import whisper\np.add_argument("--model", default="⟦small|whisper⟧")'],
  ],
  'here-documents and calls of shells': [
    ['Dockerfile', 'FROM x\nRUN <<EOF\nhf download ⟦acme/thing⟧\nEOF\nRUN ollama pull ⟦mistral⟧'],
    ['Dockerfile', 'COPY <<EOF /app/config.yaml\nmodel: ⟦acme/llama-7b⟧\nEOF'],
    [
      'a.ps1',
      '& "ollama" pull ⟦mistral|ollama⟧\nStart-Process ollama -ArgumentList "run ⟦qwen3:8b⟧"\nif ($x) { ollama pull ⟦gemma2:2b⟧ }',
    ],
  ],
  'Hugging Face Hub': [
    ['a.py', 'AutoModel.from_pretrained("⟦acme/tiny-thing|huggingface⟧")'],
    ['a.py', 'AutoModel.from_pretrained(pretrained_model_name_or_path="⟦acme/tiny-thing⟧", revision="main")'],
    ['a.py', 'pipe = pipeline("text-generation", "⟦acme/storyteller⟧")'],
    ['a.py', 'pipe = pipeline("text-classification", model="⟦acme/mood-v2⟧", device=0)'],
    ['a.py', 'tok = AutoTokenizer.from_pretrained("⟦bert-base-uncased|huggingface⟧")'],
    ['a.py', 'AutoModelForCausalLM.from_pretrained("⟦gpt2|huggingface⟧")'],
    ['a.py', 'hf_hub_download("⟦acme/tiny-GGUF⟧", "⟦tiny-llama-1b.Q4_K_M.gguf|local⟧")'],
    ['a.py', 'snapshot_download(repo_id="⟦acme/thing-7b⟧")'],
    ['a.py', 'llm = LLM(model="⟦acme/thing⟧", dtype="auto")'],
    ['a.py', 'model = timm.create_model("⟦hf-hub:acme/vit-thing|huggingface⟧", pretrained=True)'],
    ['a.ts', "const pipe = await pipeline('feature-extraction', '⟦Xenova/all-MiniLM-L6-v2⟧');"],
    ['a.rs', 'let repo = Repo::with_revision("⟦acme/falcon-7b⟧".to_string(), RepoType::Model, rev);'],
    ['a.exs', '{:ok, model} = Bumblebee.load_model({:hf, "⟦acme/bert-thing⟧"})'],
    ['a.yaml', 'url: ⟦hf://acme/llama-3-8b|huggingface⟧'],
    ['a.sh', 'llama-cli -hf ⟦acme/Qwen2.5-7B-GGUF:Q4_K_M|huggingface⟧ -p hi'],
    ['a.sh', 'git clone https://huggingface.co/⟦acme/phi-thing|huggingface⟧'],
    ['a.sh', 'git clone https://me:hf_token@huggingface.co/⟦acme/phi-thing|huggingface⟧'],
    ['a.sh', 'git clone https://${USER}:${TOKEN}@huggingface.co/⟦acme/phi-thing⟧ /models/x'],
    ['a.sh', 'git clone https://$USER:$TOKEN@huggingface.co/⟦acme/phi-thing⟧'],
    ['a.sh', 'git clone git@hf.co:⟦acme/phi-thing⟧'],
    ['a.sh', 'GIT_LFS_SKIP_SMUDGE=1 wget https://huggingface.co/⟦acme/x-gguf⟧/resolve/main/x.gguf'],
    ['README.md', 'See [the model](https://huggingface.co/⟦acme/phi-thing⟧/tree/main).'],
    ['a.js', 'const base = "https://huggingface.co/⟦t5-small⟧/resolve/main/";'],
  ],
  'names that a library completes': [
    ['a.py', 'SentenceTransformer("⟦all-MiniLM-L6-v2|huggingface⟧")'],
    ['a.py', 'SentenceTransformer("⟦our-minilm-v3⟧")'],
    [
      'docs/models.md',
      '| Model | MRR |\n|---|---|\n| ⟦msmarco-distilbert-base-v4⟧ | 70.2 |\n\nThese are sentence embeddings.',
    ],
    ['a.csproj', '<Content Include="models\\⟦all-MiniLM-L6-v2.onnx|local⟧" />'],
  ],
  'by their provider': [
    ['a.kt', 'val QWQ = LLModel(\n  provider = LLMProvider.Ollama,\n  id = "⟦qwq|ollama⟧",\n)'],
    [
      'a.kt',
      'val A = LLModel(provider = LLMProvider.Ollama, id = "⟦llama3-groq-tool-use:8b|ollama⟧")\nval B = User(id = "qwq")',
    ],
    [
      'a.json',
      '[{"id": "⟦o1|openai⟧", "provider": "openai"}, {"provider": "ollama", "id": "⟦qwq⟧"}, {"id": "o1"}]',
    ],
    ['a.json', '{"provider": "openai", "id": "user-1", "name": "Alice"}'],
    ['a.json', '{"provider": "acme", "id": "o1"}'],
  ],
  'in types of ids': [
    [
      'a.ts',
      "export type DeepgramTranscriptionModelId =\n  | '⟦base|other⟧'\n  // newer\n  | '⟦nova-2-general|other⟧'\n  | (string & {});\nconst other = 'enhanced';",
    ],
    [
      'a.ts',
      "export type ReplicateImageModelId =\n  // text to image\n  | '⟦luma/photon|replicate⟧'\n  | '⟦fofr/aura-flow|replicate⟧';",
    ],
    ['a.ts', "type Shape =\n  | 'base'\n  | 'nova';"],
  ],
  'of one thing and not the other': [
    [
      'a.go',
      '// ollama\nfor _, baseModel := range models([]string{"⟦gemma3:4b|ollama⟧"}) {\n\trun(t, []string{"llama", "animal"})\n}',
    ],
    ['a.ts', "const ids = ['⟦gpt-4o⟧', '⟦o1-2024-12-17⟧'];\ncheck([['⟦o1⟧', true]]);"],
    ['a.ts', "const gas = ['o3', 'co2'];"],
    [
      'a.ts',
      "const task = { spaces: [{ id: 'someone/talk-to-qwen-7b' }], models: [{ id: '⟦Qwen/Qwen2-Audio-7B⟧' }] };",
    ],
    ['a.py', 'InformationRetrievalEvaluator(queries=q, name="msmarco-distilbert-base-v4")'],
    ['a.md', 'See `model_support/qwen2_7b/` and `⟦Qwen/Qwen2-7B⟧`.'],
    ['a.sh', 'wget https://huggingface.co/spaces/lmz/candle-whisper/resolve/main/mel_filters.safetensors'],
    ['a.rs', 'let file = repo.get("⟦flux1-dev.safetensors|local⟧")?;'],
    ['a.md', '```dockerfile\nFROM ⟦llama3.2|ollama⟧\nTEMPLATE """{{ .Prompt }}"""\n```'],
    ['a.md', '```dockerfile\nFROM llama3.2\nRUN make\n```'],
    ['a.md', '```\nFROM ⟦gemma4|ollama⟧\nSYSTEM """You are a cat."""\n```'],
    ['a.ts', "import { lmnt } from '@ai-sdk/lmnt';\nconst m = lmnt.speech('⟦aurora|other⟧');"],
    ['a.yaml', '# the same mixture: allenai/tulu-v2-sft-mixture\nmodel: ⟦allenai/tulu-2-7b⟧'],
    ['a.sh', 'python train.py --workspace ai2/olmo-instruct --model ⟦allenai/OLMo-7B⟧'],
    [
      'a.py',
      'hf_hub_download(repo_id="⟦acme/photo⟧", filename="⟦photomaker-v2.bin⟧")\nother(filename="photomaker-v3.bin")',
    ],
    ['a.yaml', 'tokenizer_path: ⟦facebook/Perception-LM-1B⟧/tokenizer.model'],
    ['a.json', '{"adapter": ["⟦acme/mulan-adapter-7b⟧::sd15_base.pth"]}'],
    ['a.sh', 'python finetune.py --model_name_or_path "⟦Qwen/Qwen-1_8B-Chat⟧/"'],
    ['a.sh', 'export MEDI_DATA_NAME=acme/medi-data-gpt4-triplets'],
    ['a.yml', "jobs:\n  stale:\n    if: ${{ github.repository == 'deepseek-ai/DeepSeek-V3' }}"],
    [
      'a.mdx',
      'The first argument is the model id, e.g. `⟦eleven_multilingual_v2|other⟧` or `⟦scribe_v2|other⟧`.',
    ],
    ['a.go', 'input := "⟦gpt-oss:20b:CLOUD|ollama⟧"'],
  ],
  'in tables of values': [
    ['a.csv', 'model,input\n⟦o1|openai⟧,15.00\n"⟦gpt-4.1|openai⟧",2.00\n'],
    ['a.tsv', 'name\tmodel_id\nfirst, or last\t⟦acme/thing-7b⟧\n'],
    ['a.csv', 'year,make,model\n2012,Ford,Focus\n2013,Kia,Sportage\n'],
    ['a.csv', 'text,count\no1,1\n"uses ⟦gpt-4o-mini⟧, often",2\n'],
  ],
  'of other programs': [
    ['a.rb', 'File.join(home, ".cache/vosk/⟦vosk-model-small-en-us-0.4|other⟧")'],
    ['a.py', '# model = Model(model_name="⟦vosk-model-en-us-0.21⟧")'],
    ['a.py', 'name = "vosk-api-0.3"'],
    ['a.ts', 'const one = "⟦Phi-3.5-mini-instruct-q4f32_1-MLC-1k|huggingface⟧";'],
    ['a.ts', 'const one = "⟦qwen2.5-0.5b-instruct@q4_k_m⟧"; // or "lms get ⟦qwen2.5-0.5b@q4_k_m⟧"'],
    ['a.ts', 'const react = "react@16";'],
    ['a.json', '{ "model_id": "⟦pytorch-ic-mobilenet-v2|other⟧" }'],
  ],
  Ollama: [
    ['a.sh', 'ollama pull ⟦mistral|ollama⟧'],
    ['a.sh', 'docker exec -it box ollama run ⟦llama3.2:1b|ollama⟧'],
    ['a.sh', 'ollama show --modelfile ⟦llama3.2⟧'],
    [
      'a.yaml',
      'ollama:\n  models:\n    pull:\n      - ⟦moondream|ollama⟧\n    run:\n      - ⟦moondream|ollama⟧',
    ],
    ['a.yaml', 'jobs:\n  a:\n    run:\n      - mistral'],
    ['a.go', '// Example: "⟦gpt-oss:20b:cloud|ollama⟧" -> "⟦gpt-oss:20b|ollama⟧".'],
    ['a.sh', 'docker run --network host $IMAGE ⟦meta-llama/Llama-3.1-8B-Instruct⟧ --port 8200'],
    ['a.sh', 'docker run --network host meta-llama/Llama-3.1-8B-Instruct'],
    ['a.go', '// huggingface\nfunc f() {\n\tswitch sum {\n\tcase "b":\n\t\tt.Pre = "deepseek-coder"\n\t}\n}'],
    ['a.go', 'func f() {\n\tswitch size {\n\tcase "small":\n\t\tcfg.Model = "⟦gpt-4o-mini⟧"\n\t}\n}'],
    ['a.py', 'class A:\n    model: str = "⟦gpt-4o-mini⟧"\n    other: Optional[str] = "x"'],
    [
      'a.js',
      'const BASE = "https://huggingface.co/⟦acme/stories⟧/resolve/main";\nconst MODELS = { small: { url: "⟦stories15M.bin|local⟧" }, other: { url: "model.bin" } };',
    ],
    ['a.js', 'const MODELS = { small: { url: "stories15M.bin" } };'],
    ['a.sql', "INSERT INTO clients VALUES ('⟦snowflake-arctic-embed:s|ollama⟧', 'ollama');"],
    ['Modelfile', 'FROM ./⟦biomistral-7b-q4-km-gguf|local⟧'],
    ['Modelfile', 'FROM ./weights'],
    [
      'a.ts',
      'import ollama from "ollama";\n// {\n//   name: "mistral",\n//   model: "⟦mistral|ollama⟧",\n// }',
    ],
    ['a.sh', 'ollama run ⟦hf.co/acme/Qwen3-8B-GGUF:Q4_K_M|ollama⟧'],
    ['a.md', 'Use `⟦llama-3.1-8b-instant|groq⟧`.'],
    ['a.py', 'ChatOllama(model="⟦mistral|ollama⟧")'],
    ['a.py', 'ollama.chat(model="⟦phi3⟧", messages=[])'],
    ['a.java', 'OllamaChatModel.builder().modelName("⟦llama3.1⟧").build();'],
    ['a.java', 'class OllamaImage { static final String LLAMA = "⟦llama3.1|ollama⟧"; }'],
    [
      'a.go',
      'package ollama\nvar sizes = map[string]int{\n\t"⟦qwen3:8b⟧": 8,\n\t"⟦gemma3:4b⟧": 4,\n\t"⟦mistral⟧": 6,\n}',
    ],
    ['Modelfile', 'FROM ⟦llama3.2|ollama⟧\nSYSTEM You are helpful.'],
    ['a.yaml', 'url: ⟦ollama://qwen2.5:7b|ollama⟧'],
    ['README.md', 'With Ollama use `⟦qwen3-coder:480b|ollama⟧`.'],
    ['README.md', 'Pull it from https://ollama.com/library/⟦llama3.1|ollama⟧.'],
    ['a.ts', "const ollama = createOllama(); generateText({ model: ollama('⟦llama3.2⟧') });"],
  ],
  'services of the makers': [
    ['a.py', 'client.chat.completions.create(model="⟦gpt-4o-mini|openai⟧", messages=m)'],
    ['a.py', 'client.responses.create(model="⟦o3⟧")'],
    ['a.ts', "const a = openai('⟦o3-mini|openai⟧');"],
    ['a.ts', "const e = openai.embedding('⟦text-embedding-3-small⟧');"],
    ['a.ts', "const m = perplexity('⟦sonar|perplexity⟧');"],
    ['a.rb', 'client.chat(parameters: { model: "⟦ft:gpt-4o-mini-2024-07-18:acme::abc123|openai⟧" })'],
    ['a.rb', 'MODELS = %w[⟦gpt-4o⟧ ⟦gpt-4o-mini⟧]'],
    ['a.py', 'anthropic.messages.create(model="⟦claude-sonnet-4-20250514|anthropic⟧")'],
    ['a.go', 'Model: anthropic.F("⟦claude-3-5-haiku-latest⟧"),'],
    ['a.py', 'GenerativeModel("⟦gemini-1.5-pro|google⟧")'],
    ['a.py', 'client.models.generate_content(model="⟦models/gemini-2.0-flash|google⟧", contents=c)'],
    [
      'a.sh',
      'curl "https://generativelanguage.googleapis.com/v1beta/models/⟦gemini-2.0-flash|google⟧:generateContent?key=$K"',
    ],
    ['a.kt', 'val m = MistralAiChatModel.builder().modelName("⟦mistral-small-latest|mistral⟧")'],
    ['a.py', 'co.rerank(model="⟦rerank-v3.5|cohere⟧", query=q, documents=d)'],
    ['a.py', 'co.embed(model="⟦embed-english-v3.0|cohere⟧")'],
    ['a.env', 'XAI_MODEL=⟦grok-3-mini|xai⟧'],
    ['a.env', 'LLM=⟦deepseek-reasoner|deepseek⟧'],
    ['a.json', '{"model": "⟦kimi-k2-0905-preview|moonshot⟧"}'],
    ['a.json', '{"model": "⟦glm-4.6|zhipu⟧"}'],
    ['a.json', '{"model": "⟦voyage-3-large|voyage⟧"}'],
    ['a.json', '{"model": "⟦jamba-large-1.7|ai21⟧"}'],
    ['a.json', '{"model": "⟦MiniMax-M2.5|minimax⟧"}'],
    ['a.json', '{"model": "⟦solar-pro2|upstage⟧"}'],
    ['a.json', '{"model": "⟦reka-flash-3|reka⟧"}'],
    ['a.json', '{"model": "⟦qwen-max|alibaba⟧"}'],
  ],
  Bedrock: [
    ['a.tf', 'model_id = "⟦anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧"'],
    ['a.java', '.modelId("⟦us.amazon.nova-lite-v1:0|bedrock⟧")'],
    ['a.tf', 'foundation_model = "⟦anthropic.claude-v2|bedrock⟧"'],
    [
      'a.tf',
      'arn = "arn:aws:bedrock:${local.region}:${local.id}:inference-profile/⟦us.anthropic.claude-3-7-sonnet-20250219-v1:0|bedrock⟧"',
    ],
    [
      'a.json',
      '{"Resource": "arn:aws:bedrock:us-east-1::foundation-model/⟦amazon.titan-embed-text-v2:0|bedrock⟧"}',
    ],
    ['a.ts', "bedrock.reranking('⟦cohere.rerank-v3-5:0⟧')"],
  ],
  'Azure and Vertex': [
    ['a.sh', 'AZURE_OPENAI_DEPLOYMENT_NAME="⟦gpt-35-turbo|azure⟧"'],
    ['a.py', 'AzureChatOpenAI(azure_deployment="⟦gpt-4o|azure⟧")'],
    ['a.py', 'AzureChatOpenAI(azure_deployment="dummy-q2-gpt35")'],
    ['a.py', 'AzureChatOpenAI(azure_deployment="gpt35-sample")'],
    ['a.sh', 'curl https://x.openai.azure.com/openai/deployments/⟦gpt-4o|azure⟧/chat/completions'],
    [
      'a.py',
      'MODEL = "⟦azureml://registries/azureml-meta/models/Meta-Llama-3.1-8B-Instruct/versions/4|azure⟧"',
    ],
    ['a.bicep', "param chatModelName string = '⟦gpt-4o-mini⟧'"],
    ['a.py', 'name = f"projects/{P}/locations/{L}/⟦publishers/google/models/gemini-2.0-flash-001|vertex⟧"'],
    ['a.json', '{"model": "⟦claude-3-5-sonnet@20241022|vertex⟧"}'],
    ['a.py', 'import vertexai\nm = GenerativeModel("⟦gemini-1.5-pro|vertex⟧")'],
  ],
  'gateways and resellers': [
    ['a.py', 'litellm.completion(model="⟦groq/llama-3.3-70b-versatile|groq⟧")'],
    ['a.py', 'litellm.completion(model="⟦azure/my-chat-4|azure⟧")'.replace('my-chat-4', 'gpt-4o-eu')],
    ['a.ts', "embed({ model: '⟦openai/text-embedding-3-large|openai⟧' })"],
    ['a.py', 'completion(model="⟦openrouter/meta-llama/llama-3.1-8b-instruct:free|openrouter⟧")'],
    ['a.py', 'completion(model="⟦huggingface/acme/some-model-7b|huggingface⟧")'],
    ['a.py', 'completion(model="⟦bedrock/anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧")'],
    ['a.py', 'completion(model="⟦ollama/mistral|ollama⟧")'],
    ['a.yaml', 'providers:\n  - id: ⟦openai:chat:gpt-4o-mini|openai⟧\n'],
    ['a.yaml', 'providers:\n  - ⟦anthropic:messages:claude-3-5-sonnet-20241022|anthropic⟧\n'],
    [
      'a.ts',
      "const or = 'https://openrouter.ai/api/v1'; const model = '⟦qwen/qwen3-coder:free|openrouter⟧';",
    ],
    ['a.ts', "fireworks.image('⟦accounts/fireworks/models/flux-kontext-pro|fireworks⟧')"],
    ['a.ts', "groq.transcription('⟦whisper-large-v3-turbo|groq⟧')"],
    ['a.ts', "togetherai('⟦mistralai/Mistral-7B-Instruct-v0.1|together⟧')"],
    ['a.py', 'ChatNVIDIA(model="⟦nvidia/llama-3.1-nemotron-70b-instruct|nvidia⟧")'],
    ['a.sh', 'docker run --gpus all nvcr.io/nim/⟦meta/llama-3.1-8b-instruct:1.3.3|nvidia⟧'],
    [
      'a.py',
      'replicate.run("⟦stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b|replicate⟧")',
    ],
    ['a.ts', "await env.AI.run('⟦@cf/meta/llama-3.1-8b-instruct|cloudflare⟧', input)"],
    [
      'a.sh',
      'curl https://api.cloudflare.com/client/v4/accounts/$A/ai/run/⟦@cf/mistral/mistral-7b-instruct-v0.1|cloudflare⟧',
    ],
  ],
  'Docker, ModelScope, Kaggle': [
    ['compose.yaml', 'models:\n  llm:\n    model: ⟦ai/llama3.2:1B-Q8_0|docker⟧\n'],
    ['a.sh', 'docker model run ⟦ai/smollm2|docker⟧ "hi"'],
    ['a.py', 'from modelscope import snapshot_download\nsnapshot_download("⟦Qwen/Qwen2.5-7B-Instruct⟧")'],
    ['a.sh', 'modelscope download --model ⟦iic/SenseVoiceSmall|modelscope⟧'],
    ['a.md', 'https://modelscope.cn/models/⟦Qwen/Qwen2.5-7B-Instruct|modelscope⟧'],
    ['a.py', 'kagglehub.model_download("⟦google/gemma-2/transformers/gemma-2-2b-it|kaggle⟧")'],
    ['a.py', 'hub.load("https://tfhub.dev/⟦google/universal-sentence-encoder/4|kaggle⟧")'],
  ],
  libraries: [
    ['a.py', 'timm.create_model("⟦resnet50|timm⟧", pretrained=True)'],
    ['a.py', 'timm.create_model("⟦vit_base_patch16_224.augreg_in21k|timm⟧")'],
    ['a.py', 'net = models.⟦resnet50|torchvision⟧(weights=ResNet50_Weights.DEFAULT)'],
    ['a.py', 'net = torchvision.models.⟦vgg16|torchvision⟧(pretrained=True)'],
    ['a.py', 'torchvision.models.get_model("⟦mobilenet_v3_large|torchvision⟧", weights="DEFAULT")'],
    ['a.py', 'torch.hub.load("ultralytics/yolov5", "⟦yolov5s|torchhub⟧")'],
    ['a.py', 'nlp = spacy.load("⟦en_core_web_sm|spacy⟧")'],
    [
      'requirements.txt',
      '⟦en-core-web-sm|spacy⟧ @ https://github.com/explosion/spacy-models/releases/download/⟦en_core_web_sm|spacy⟧-3.8.0/en_core_web_sm-3.8.0-py3-none-any.whl',
    ],
    ['a.sh', 'python -m spacy download ⟦de_core_news_md|spacy⟧'],
    ['a.py', 'whisper.load_model("⟦base.en|whisper⟧")'],
    ['a.py', 'WhisperModel("⟦large-v3|whisper⟧", device="cuda")'],
    ['a.sh', 'whisper talk.mp3 --model ⟦medium|whisper⟧'],
    ['a.sh', './models/download-ggml-model.sh ⟦base.en|whisper⟧'],
    ['a.py', 'model = YOLO("⟦yolov8n.pt|ultralytics⟧")'],
    ['a.py', 'TTS("⟦tts_models/multilingual/multi-dataset/xtts_v2⟧")'],
  ],
  'services that only the text tells': [
    [
      'a.ts',
      'import { createClient } from "@deepgram/sdk";\nconst model = options.model ?? "⟦nova-3|other⟧";',
    ],
    [
      'a.yaml',
      'card: https://modelscope.cn/models/⟦acme/x|modelscope⟧\nmodel_id: "⟦Qwen/Qwen3-8B|huggingface⟧"\ntext: Runs on NVIDIA GPUs, see https://build.nvidia.com/station',
    ],
    [
      'a.yaml',
      '- name: ⟦openrouter/openai/gpt-4o|openrouter⟧\n- name: ⟦gpt-4o|openai⟧\n- name: ⟦azure/o3|azure⟧\n- name: ⟦o1|openai⟧\n',
    ],
    [
      'a.sh',
      'aider --model ⟦openai/Qwen/Qwen2.5-Coder-32B-Instruct|huggingface⟧\naider --model ⟦openai/hf:Qwen/Qwen2.5-Coder-32B-Instruct|huggingface⟧',
    ],
    [
      'ci.yml',
      'run: |\n  curl localhost:11434/api/generate -d \'{"model": "⟦avcodes/flow-judge:q4|ollama⟧"}\'\n  ollama pull ⟦llama3.1|ollama⟧\n',
    ],
    ['a.py', 'params = {"model": "⟦qwen1.5-chat|other⟧", "messages": []}'],
  ],
  'FunASR and ModelScope': [
    [
      'a.py',
      'from funasr import AutoModel\nm = AutoModel(model="⟦paraformer-zh|modelscope⟧", vad_model="⟦fsmn-vad|modelscope⟧", spk_model="⟦cam++|modelscope⟧")',
    ],
    ['a.sh', 'MODEL=⟦iic/speech_paraformer-large|modelscope⟧'],
  ],
  'Replicate by a version or a call': [
    [
      'a.py',
      'training = make(version="⟦stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b|replicate⟧")',
    ],
    ['a.py', 'm = replicate.models.get("⟦mattt/empty|replicate⟧")'],
    ['a.md', '[![badge](https://x.io/b)](https://replicate.com/⟦acme/image-variation|replicate⟧)'],
  ],
  'SageMaker JumpStart': [
    [
      'a.py',
      'JumpStartModel(model_id="⟦meta-textgeneration-llama-3-1-8b|other⟧"); SFTTrainer(model="⟦nova-textgeneration-micro|other⟧")',
    ],
  ],
  'ids among ids': [
    [
      'a.md',
      '| id | field |\n|---|---|\n| `⟦acme/llama-7b-law⟧` | law |\n| `⟦other/mistral-7b-maths⟧` | maths |\n| `⟦third/bagel-v2⟧` | biology |\n',
    ],
    [
      'a.md',
      '```⟦acme/llama-7b⟧``` is at https://huggingface.co/⟦acme/llama-7b⟧ and\n```python\nm = f("⟦acme/llama-7b⟧")\n```\n',
    ],
    ['a.md', '[⟦acme/distillbert-v1⟧](https://huggingface.co/⟦acme/distilbert-v1⟧)'],
  ],
  'Flair and Detectron2': [
    [
      'a.py',
      'from flair.nn import Classifier\nt = Classifier.load("⟦de-ner-large|other⟧"); e = TransformerWordEmbeddings("⟦bert-base-uncased|huggingface⟧")',
    ],
    ['a.yaml', 'MODEL:\n  WEIGHTS: "⟦detectron2://ImageNetPretrained/MSRA/R-50.pkl⟧"\n'],
  ],
  'the service behind a suffix or a neighbor': [
    ['a.py', 'MODELS = ["⟦acme/llama-7b-chat:free|openrouter⟧"]'],
    [
      'a.yaml',
      'clients:\n  - api_base: https://api.openai.com/v1\n    models: [⟦gpt-4o|openai⟧]\n  - name: ollama\n    models: [⟦deepseek-r1|ollama⟧]\n',
    ],
    ['a.rb', "expect(x).to include(\n  model: '⟦llama3.1|ollama⟧', stream: false) # Ollama"],
  ],
  'programs with names of their own': [
    ['a.md', '<td><code>openllm serve ⟦jamba1.5:mini-ff0a⟧</code></td>'],
    ['a.sh', 'whisperkit-cli serve --model ⟦tiny|whisper⟧'],
  ],
  'defaults behind a variable': [
    [
      'a.sh',
      'U="${U:-https://huggingface.co/⟦acme/tiny-GGUF⟧/resolve/main/tiny-llama-1b.Q4_K_M.gguf}"\nV=${CHAT_MODEL=⟦gpt-4o-mini|openai⟧}',
    ],
    ['a.json', '{ "value": "${AZURE_OPENAI_CHAT_DEPLOYMENT=⟦gpt-4o|azure⟧}" }'],
    ['a.yaml', 'model: ${spring.chat-model:⟦gpt-4o-mini|openai⟧}\n'],
    ['a.js', 'this.model = options.SpeechModel || "⟦whisper-large-v3⟧";'],
  ],
  'settings that are put aside': [
    [
      '.env.example',
      '# LLM_MODEL=⟦gpt-4o-mini|openai⟧\n# CHAT_MODEL="⟦qwen2.5-7b-instruct⟧"\n# LLM_PROVIDER=openai\n',
    ],
    ['a.sh', '# export BASE_MODEL=⟦meta-llama/Llama-3.1-8B-Instruct⟧\n'],
    ['a.ini', '[vision]\n# variant_model = ⟦yolov8m⟧\n'],
    ['Dockerfile', 'FROM ollama/ollama\n# Model: ⟦acme/thing-judge:q4|ollama⟧ (2.5 GB)\n'],
  ],
  'choices of a flag, and flags that take several': [
    [
      'a.py',
      'import whisper\np.add_argument("--model", choices=["⟦tiny|whisper⟧", "⟦base.en⟧", "⟦large-v3⟧"])',
    ],
    ['a.sh', 'python judge.py --model-list ⟦vicuna-13b-v1.3⟧ ⟦llama-2-13b-chat⟧ --parallel 2'],
  ],
  'names that programs give, and the models': [
    ['a.md', '```sh\naider --alias "fast:⟦gpt-4o-mini|openai⟧"\n```\n'],
    ['a.yaml', 'alias:\n  - "smart:⟦claude-3-sonnet-20240229|anthropic⟧"\n'],
    ['a.md', '- `quick`: ⟦openrouter/deepseek/some-preview|openrouter⟧\n'],
  ],
  'names without their owner': [
    ['a.yaml', 'groq:\n  models:\n    ⟦llama-3.1-8b-instruct⟧:\n      max-tokens: 100\n'],
    ['a.json', '{ "models": { "⟦Qwen2.5-72B-Instruct⟧": { "context": 32768 } } }'],
    ['a.py', 'MODELS = ["⟦llama-3.1-8b-instruct⟧", "⟦tigerbot-7b-sft⟧"]'],
    ['a.js', 'providers = { x: { defaultModel: "⟦DeepSeek-R1|huggingface⟧" } } // ollama is another one'],
  ],
  'names in the marks of code': [
    ['a.md', 'Ollama has `⟦llama3.1|ollama⟧`, `⟦mistral|ollama⟧` and `⟦qwen3⟧`; Mistral is a company.'],
    ['a.md', 'The default is `⟦gpt-5.6-sol|openai⟧`, asked of the API.'],
    ['a.md', 'It starts Ollama with the "⟦llama3.1|ollama⟧" model.'],
    [
      'a.md',
      '[⟦wan2.9_vae.safetensors|huggingface⟧](https://huggingface.co/⟦acme/wan⟧/resolve/main/wan2.9_vae.safetensors)',
    ],
    ['a.md', '[⟦acme/phi-3-mini.Q4_0.gguf|huggingface⟧](https://huggingface.co/⟦acme/phi-3-mini.Q4_0.gguf⟧)'],
  ],
  'what a text has loaded, where it stands again': [
    [
      'a.md',
      'We load the `⟦mobilenetv3_large_100|timm⟧` model:\n```python\nm = timm.create_model("⟦mobilenetv3_large_100|timm⟧")\n```\n',
    ],
    [
      'a.php',
      "$c->model = '⟦nomic-embed-text|ollama⟧'; // Ollama\n$sizes = ['⟦nomic-embed-text⟧' => ['⟦nomic-embed-text⟧', 768]];",
    ],
  ],
  'commands of notebooks over several lines': [
    ['a.py', '!launch --port 80 \\\n  --model-id ⟦acme/thing-7b⟧\nx = "y"'],
  ],
  'weights files': [
    ['a.sh', 'FILES=( "⟦acestep-v15-turbo-Q8_0.gguf⟧" "readme-Q8.txt" )'],
    [
      'a.c',
      '// https://github.com/acme/x/releases/download/v1/⟦campplus_sv_zh-common.onnx⟧\nconfig.model = "./⟦campplus_sv_zh-common.onnx⟧";',
    ],
    ['a.sh', 'pip install $HOME/wheels/⟦en_core_web_sm|spacy⟧-3.1.0-py3-none-any.whl'],
    ['a.rs', 'Which::A => ("⟦LiquidAI/LFM2-350M-GGUF⟧", "⟦LFM2-350M-Q4_K_M.gguf|local⟧"),'],
    ['a.java', 'String f = "⟦beehive-llama-3.2-1b-instruct-fp16.gguf|local⟧";'],
    ['Modelfile', 'FROM ./models/⟦codellama-7B-F16.gguf|local⟧'],
    ['a.sh', './main -m models/⟦Phi-3.5-mini-instruct-Q4_K_M.gguf⟧ -p hi'],
    ['a.cpp', 'params.model = "models/⟦ggml-base.en.bin|whisper⟧";'],
    ['a.ts', "path.join(DIR, '⟦nomic-embed-text-v1.5.Q8_0.gguf⟧')"],
    ['a.py', 'onnx = "⟦yolov8n-seg.onnx|ultralytics⟧"'],
  ],
};

for (const [registry, cases] of Object.entries(CASES)) {
  describe(registry, () => {
    it.each(cases)('%s: %s', (path, text) => {
      const marked = unmark(text);
      expect(found(marked, path)).toEqual(marked.expected);
    });
  });
}
