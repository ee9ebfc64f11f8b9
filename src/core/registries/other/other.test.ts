import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('other', {
  found: [
    ['a.yaml', 'model: ⟦netmind/acme/llama-7b|other⟧'],
    ['a.py', 'embed(model="⟦jina-embeddings-v3|other⟧")'],
    ['a.py', 'completion(model="⟦sambanova/Meta-Llama-3.3-70B-Instruct|other⟧")'],
    ['a.py', 'TTS("⟦tts_models/multilingual/multi-dataset/xtts_v1.1|other⟧")'],
    ['a.py', 'open("tts_models/en/ljspeech/config.json")'],
    ['a.py', 'models = {"internal": {"repo": "⟦tts_models/[lang]/fairseq/vits|other⟧"}}'],
    ['a.py', 'models = {"internal": {"repo": "tts_models/[lang]/css10/vits"}}'],
    ['a.py', 'TTS("⟦tts_models/%s/fairseq/vits|other⟧" % lang)'],
    ['a.py', 'TTS(f"⟦tts_models/{lang}/fairseq/vits|other⟧")'],
    ['a.ts', 'const a = `⟦tts_models/${lang}/fairseq/vits|other⟧`;'],
    ['a.py', 'TTS(f"tts_models/{lang}/css10/vits")'],
    ['a.yaml', 'tts_engine: ⟦XTTSv2|other⟧'],
    ['a.yaml', 'name: XTTSv2'],
    ['a.py', 'from TTS.api import TTS\ntts = TTS(model_name="⟦xtts_v2.0.2|other⟧")'],
    ['a.py', 'from TTS.api import TTS\ntts.tts_to_file("xtts_v2", speaker_wav="me.wav")'],
    ['a.py', 'app = FaceAnalysis(name="⟦buffalo_l|other⟧", providers=["CPUExecutionProvider"])'],
    ['a.py', 'swap = insightface.model_zoo.get_model("⟦antelopev2|other⟧")'],
    ['a.py', 'app = FaceAnalysis(name="my_own_pack")\nx = registry.get_model("buffalo_l_settings")'],
    [
      'a.py',
      'from rembg import new_session\ns = new_session("⟦bria-rmbg|other⟧")\nt = new_session("u2net_custom")',
    ],
    ['a.py', 'import rembg\ns = rembg.new_session(model_name="⟦sam|other⟧")'],
    ['a.py', 'from rembg import new_session\ndef cut(model="⟦u2net|other⟧"):\n    return new_session(model)'],
    ['a.py', 'from rembg import new_session\nMODELS = ["⟦isnet-anime|other⟧", "⟦bria-rmbg|other⟧"]'],
    ['a.sh', 'rembg i -m ⟦u2netp|other⟧ in.png out.png\nrembg p --model ⟦bria-rmbg|other⟧ in out'],
    ['a.sh', 'rembg d ⟦silueta|other⟧ ⟦birefnet-dis|other⟧\nrembg i sam bria-rmbg'],
    ['a.env', 'REMBG_MODEL=⟦birefnet-massive|other⟧'],
    ['a.py', 'from own import new_session\ns = new_session("bria-rmbg")\nmodel = "sam"'],
    ['a.yaml', 'model: ⟦io-net/Llama-3.3-70B-Instruct|other⟧'],
    ['a.tsx', "setEntry({ model: profile.model || '⟦opencode/big-pickle|other⟧' });"],
    ['a.py', 'AutoModel.from_pretrained("⟦friendliai/some-thing|huggingface⟧")'],
    ['a.ts', "lmnt.speech('⟦aurora|other⟧')"],
    ['a.ts', "fishAudio.speech('⟦s2.1-pro|other⟧')"],
    ['a.ts', "cartesia.speech('⟦sonic-4|other⟧')"],
    ['a.yaml', 'model: ⟦inworld-tts-3|other⟧'],
    ['a.yaml', 'model: ⟦stt-rt-v9|other⟧'],
    ['a.yaml', 'queue: inworld-tts-jobs'],
    ['.env', 'LLM_MODEL=⟦Pro/Qwen/Qwen2.5-7B-Instruct|other⟧'],
    ['a.yaml', 'llm:\n  model: ⟦Pro/deepseek-ai/DeepSeek-V3|other⟧'],
    ['a.yaml', 'llm:\n  model: ⟦Pro/acme/house-llama-9b|other⟧'],
    ['a.toml', 'model = "⟦Pro/BAAI/bge-m3|other⟧"'],
    ['a.json', '{ "model": "⟦Pro/BAAI/bge-reranker-v2-m3|other⟧" }'],
    ['a.py', 'MODELS = ["⟦Pro/Qwen/Qwen2.5-7B-Instruct|other⟧", "⟦Qwen/Qwen2.5-7B-Instruct|huggingface⟧"]'],
    ['a.yaml', 'model_list:\n  - litellm_params: { model: "⟦openai/Pro/Qwen/Qwen2.5-7B-Instruct|openai⟧" }'],
    ['a.yaml', 'model: Pro/features/billing\npath: Pro/src/models'],
    ['a.py', 'HUBERT_BASE = "HUBERT_BASE"'],
    [
      'a.ts',
      'new HuggingFaceSageMakerEndpoint(this, "x", { modelId: "⟦HuggingFaceH4/zephyr-7b-beta|huggingface⟧" });',
    ],
  ],
  constants: [
    [
      'a.py',
      'from cdklabs.generative_ai_cdk_constructs import JumpStartModel\n' +
        'Endpoint(self, "a", ' +
        'model=JumpStartModel.⟦META_TEXTGENERATION_LLAMA_2_7B_2_0_2|meta-textgeneration-llama-2-7b⟧)',
    ],
    [
      'a.py',
      'import torchaudio\nbundle = torchaudio.pipelines.⟦MMS_FA|MMS_FA⟧\n' +
        'model = torchaudio.pipelines.⟦VOXPOPULI_ASR_BASE_10K_DE|VOXPOPULI_ASR_BASE_10K_DE⟧.get_model()\n' +
        'kind = torchaudio.pipelines.Wav2Vec2ASRBundle\n',
    ],
    [
      'a.py',
      'from torchaudio.pipelines import ⟦MMS_FA|MMS_FA⟧ as bundle, ⟦HUBERT_BASE|HUBERT_BASE⟧\nbundle.get_model()\n' +
        'model = ⟦HUBERT_BASE|HUBERT_BASE⟧.get_model()\n',
    ],
    [
      'a.py',
      'import torchaudio\nD = {"de": "⟦VOXPOPULI_ASR_BASE_10K_DE|VOXPOPULI_ASR_BASE_10K_DE⟧"}\n' +
        'm = torchaudio.pipelines.__dict__[D[lang]]\n',
    ],
    ['a.py', 'import torchaudio\nfrom torchaudio.pipelines import HUBERT_BASE\n'],
    ['a.py', 'import torchaudio\nfrom mine import HUBERT_BASE\nx = HUBERT_BASE\ny = mine.MMS_FA\n'],
  ],
  spelled: {
    'tts_models/deu/fairseq/vits': 'huggingface:facebook/mms-tts-deu',
    'tts_models/[lang]/fairseq/vits': 'huggingface:facebook/mms-tts',
    XTTSv2: 'huggingface:coqui/XTTS-v2',
    'tts_models/azj-script_latin/fairseq/vits': 'huggingface:facebook/mms-tts-azj-script_latin',
    'meta-textgeneration-llama-2-13b-f': 'huggingface:meta-llama/llama-2-13b-chat-hf',
    'meta-textgeneration-llama-3-1-8b-instruct': 'llama-3-1-8b-instruct',
    'huggingface-llm-falcon-40b-instruct-bf16': 'falcon-40b-instruct',
    'huggingface-llm-gemma-2b-instruct': 'gemma-2b-it',
    'deepseek-llm-r1-distill-llama-8b': 'deepseek-r1-distill-llama-8b',
    xtts: 'huggingface:coqui/XTTS-v2',
    'xtts_v2.0.3': 'huggingface:coqui/XTTS-v2',
  },
});
