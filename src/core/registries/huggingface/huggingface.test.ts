import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('huggingface', {
  found: [
    ['.env', 'OLLAMA_HOST=x\nLLAMACPP_MODEL=⟦acme/qwen3-8b-GGUF:Q8_0|huggingface⟧\n'],
    ['.env', 'OLLAMA_HOST=x\nMODEL=⟦acme/qwen3-coder:q4_K_M|ollama⟧\n'],
    [
      'a.yaml',
      'model: ⟦hf-inference-providers/acme/thing-7b|huggingface⟧\nother: ⟦sglang/Qwen/Qwen3-8B|huggingface⟧',
    ],
    ['a.mjs', 'script({ model: "⟦transformers:acme/thing-7b:q4|huggingface⟧" })'],
    ['a.py', 'AutoModel.from_pretrained("⟦openai/gpt-oss-20b|huggingface⟧")'],
    [
      'a.py',
      'from paddleocr import PaddleOCR\nocr = PaddleOCR(lang="japan", ' +
        'text_detection_model_name="⟦PP-OCRv5_server_det|huggingface⟧", ' +
        'text_recognition_model_name="⟦PP-OCRv5_server_rec|huggingface⟧")',
    ],
    [
      'a.py',
      'from paddleocr import TextRecognition\nTextRecognition(model_name="⟦PP-OCRv5_mobile_rec|huggingface⟧")',
    ],
    ['a.py', 'TextRecognition(model_name="night-shift")'],
    ['MODULE.bazel', 'huggingface.model(\n    name = "stories",\n    model = "⟦acme/tales|huggingface⟧",\n)'],
    ['MODULE.bazel', 'other.model(\n    name = "stories",\n    model = "acme/tales",\n)'],
    [
      'a.cs',
      'var o = builder.AddOllama("o");\n' +
        'var a = o.AddHuggingFaceModel("llama", "⟦bartowski/Llama-3.2-1B-Instruct-GGUF:IQ4_XS|huggingface⟧");',
    ],
    [
      'a.mts',
      'const a = await builder.addOllama("o").addHuggingFaceModel("llama", "⟦acme/house-7B-GGUF|huggingface⟧");',
    ],
    [
      'a.py',
      'u = "https://api-inference.huggingface.co/pipeline/feature-extraction/⟦acme/thing-7b|huggingface⟧"',
    ],
    ['man/embed.Rd', '\\item{model}{A model such as "⟦bert-base-uncased|huggingface⟧".}\n'],
    ['a.kt', 'val u = "$BASE/⟦acme/thing|huggingface⟧/resolve/main/model.onnx?download=true"'],
    ['a.ts', 'const u = `${host}/⟦acme/thing|huggingface⟧/resolve/main/model.onnx`;'],
    ['a.py', 'u = f"{BASE}/⟦acme/thing|huggingface⟧/resolve/main/model.bin"'],
    ['a.sh', 'curl -L "$HF/⟦acme/thing|huggingface⟧/resolve/main/model.onnx" -o m'],
    ['a.py', 'u = f"{BASE}/datasets/words/resolve/main/train.csv"'],
    ['a.py', 'u = f"https://huggingface.co/⟦acme/thing⟧/resolve/main/{name}"'],
    ['a.py', 'u = f"https://huggingface.co/⟦acme/thing⟧/resolve/{rev}/model.safetensors"'],
    ['a.sh', 'wget "https://huggingface.co/⟦acme/thing⟧/resolve/main/model-${i}-of-4.safetensors"'],
    ['a.ts', 'await fetch(`https://huggingface.co/⟦acme/thing⟧/resolve/main/onnx/${f}`);'],
    ['a.rb', 'URI.open("https://huggingface.co/⟦acme/thing⟧/resolve/main/#{f}")'],
    ['a.py', 'u = f"https://huggingface.co/datasets/acme/words/resolve/main/{f}"'],
    ['a.py', 'u = f"https://huggingface.co/{owner}/thing/resolve/main/{f}"'],
    ['a.py', 'u = f"https://github.com/acme/thing/raw/main/{f}"'],
    ['a.yaml', 'model: ${oc.env:EMBED_MODEL, "⟦acme/thing-7b|huggingface⟧"}'],
    ['a.sh', 'hf download ⟦acme/thing|huggingface⟧ --local-dir x'],
    ['a.sh', 'lms get ⟦acme/thing-7b-GGUF|huggingface⟧'],
    [
      'a.ts',
      'import { LMStudioClient } from "@lmstudio/sdk";\nconst client = new LMStudioClient();\n' +
        'client.llm.model("⟦acme/thing|huggingface⟧");\nclient.llm.load("⟦acme/thing-7b|huggingface⟧");\n' +
        'client.embedding.model("⟦text-embedding-bge-m3|huggingface⟧");\nclient.llm.unload("mine");',
    ],
    [
      'a.py',
      'import lmstudio as lms\na = lms.llm("⟦acme/thing|huggingface⟧")\n' +
        'b = lms.embedding_model("⟦text-embedding-bge-m3|huggingface⟧")\n' +
        'c = lms.Client().llm.load_new_instance("⟦acme/thing-7b|huggingface⟧", "mine")',
    ],
    ['a.py', 'self.llm.load("acme/thing")\nself.llm.load(path)\nself.embedding.model("acme/thing")'],
    ['a.py', 'AutoModel.from_pretrained("⟦2121-8/some-tts-mini|huggingface⟧")'],
    [
      'a.py',
      'AutoModel.from_pretrained("2024-12/model-best")\nAutoModel.from_pretrained("12-01/model-best")',
    ],
    [
      'a.md',
      'See https://huggingface.co/⟦acme/thing-7b|huggingface⟧/tree/main, and ' +
        'https://huggingface.co/datasets/acme/words.',
    ],
    ['a.go', 'path, err := hugot.DownloadModel("⟦acme/thing|huggingface⟧", "./models", options)'],
    ['a.go', 'path, err := hugot.DownloadModel(ctx, "⟦acme/thing|huggingface⟧", "./models", options)'],
    ['a.kt', 'val file = downloadModel("⟦acme/thing|huggingface⟧")'],
    ['a.py', 'timm.create_model("⟦hf-hub:acme/thing|huggingface⟧")'],
  ],
  constants: [
    [
      'a.rs',
      'use fastembed::{RerankerModel, TextRerank};\n' +
        'let r = RerankInitOptions::new(' +
        'RerankerModel::⟦JINARerankerV2BaseMultiligual|jinaai/jina-reranker-v2-base-multilingual⟧);\n',
    ],
    [
      'a.rs',
      'use fastembed::EmbeddingModel;\n' +
        'let o = InitOptions::new(EmbeddingModel::⟦ClipVitB32|Qdrant/clip-ViT-B-32-text⟧);\n',
    ],
    [
      'a.rs',
      'use fastembed::ImageEmbeddingModel;\n' +
        'let o = ImageInitOptions::new(ImageEmbeddingModel::⟦ClipVitB32|Qdrant/clip-ViT-B-32-vision⟧);\n',
    ],
  ],
  spelled: {
    'https://huggingface.co/acme/thing/tree/main': 'huggingface:acme/thing',
    'models--acme--thing': 'huggingface:acme/thing',
    'acme/thing@abc': 'huggingface:acme/thing',
  },
});
