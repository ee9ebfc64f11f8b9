import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { modelRecord, testCatalog } from '../../../support/catalog';
import { detect } from '../marked';

const WHISPERS = testCatalog([
  modelRecord('openai/whisper-small'),
  modelRecord('openai/whisper-base'),
  modelRecord('openai/whisper-large-v3'),
  modelRecord('openai/whisper-large-v3-turbo'),
  modelRecord('distil-whisper/distil-large-v3'),
  modelRecord('Systran/faster-whisper-small'),
  modelRecord('Systran/faster-whisper-large-v3'),
  modelRecord('Systran/faster-distil-whisper-large-v3'),
  modelRecord('mobiuslabsgmbh/faster-whisper-large-v3-turbo'),
]);

function modelsIn(text: string, path = 'a.py'): readonly unknown[] {
  return detectReferences(text, { path, catalog: WHISPERS }).references.map(({ model }) => model);
}

describe('a size of Whisper', () => {
  it.each([
    ['small', 'Systran/faster-whisper-small'],
    ['large', 'Systran/faster-whisper-large-v3'],
    ['distil-large-v3', 'Systran/faster-distil-whisper-large-v3'],
    ['turbo', 'mobiuslabsgmbh/faster-whisper-large-v3-turbo'],
  ])('%s is the conversion %s where faster-whisper loads it', (size, model) => {
    expect(modelsIn(`from faster_whisper import WhisperModel\nm = WhisperModel("${size}")\n`)).toEqual([
      model,
    ]);
    expect(modelsIn(`import whisperx\nm = whisperx.load_model("${size}", "cuda")\n`)).toEqual([model]);
  });

  it('is the conversion as the default of a program that works with faster-whisper alone', () => {
    expect(
      modelsIn('from whisperx.utils import x\np.add_argument("--model", default="small", help="Whisper")\n'),
    ).toEqual(['Systran/faster-whisper-small']);
  });

  it("is OpenAI's where the catalog knows no conversion, another library loads it, or the text works with both", () => {
    expect(modelsIn('from faster_whisper import WhisperModel\nm = WhisperModel("base")\n')).toEqual([
      'openai/whisper-base',
    ]);
    expect(modelsIn('import whisper\nm = whisper.load_model("small")\n')).toEqual(['openai/whisper-small']);
    expect(
      modelsIn(
        'import whisper\nfrom faster_whisper import WhisperModel\np.add_argument("--model", default="small")\n',
      ),
    ).toEqual(['openai/whisper-small']);
  });
});

describe('an entry point of torch hub', () => {
  const idsIn = (text: string): readonly unknown[] =>
    detect(text, 'a.py').references.map(({ text: name, id, registry }) => [name, id, registry]);

  it.each([
    "torch.hub.load(repo_or_dir='snakers4/silero-vad',\n    model='silero_vad',\n    onnx=False)\n",
    "torch.hub.load('snakers4/silero-vad:v5.1', 'silero_vad')\n",
    "torch.hub.load(model='silero_vad', repo_or_dir='snakers4/silero-vad')\n",
  ])('is told with its repository: %j', (text) => {
    expect(idsIn(text)).toEqual([['silero_vad', 'snakers4/silero-vad:silero_vad', 'torchhub']]);
  });

  it('is told by its name alone where the repository is not written', () => {
    expect(idsIn("torch.hub.load(repo, 'silero_vad')\n")).toEqual([['silero_vad', 'silero_vad', 'torchhub']]);
  });

  it.each([
    "torch.hub.load('vendor/silero', 'silero_vad', source='local')\n",
    "torch.hub.load(source='local', repo_or_dir='vendor/silero', model='silero_vad')\n",
  ])('of a folder of this machine is none: %j', (text) => {
    expect(idsIn(text)).toEqual([]);
  });
});

describe('a package of spaCy', () => {
  const named = (text: string, path = 'a.py'): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, registry }) => `${name} ${registry}`);

  it.each(['en_core_web_sm', 'xx_ent_wiki_sm', 'en_house_model', 'deu_house'])(
    'is any where spaCy loads it: %s',
    (name) => {
      expect(named(`nlp = spacy.load("${name}")\n`)).toEqual([`${name} spacy`]);
      expect(named(`spacy download ${name}\n`, 'a.sh')).toEqual([`${name} spacy`]);
    },
  );

  it.each(['house', 'e_house', 'engl_house', 'en_House', 'en-house', 'en_'])('is none: %s', (name) => {
    expect(named(`nlp = spacy.load("${name}")\n`)).toEqual([]);
  });
});

describe('a name of a cross-encoder without an owner', () => {
  const catalog = testCatalog([
    modelRecord('cross-encoder/ms-marco-MiniLM-L12-v2', {
      aliases: ['huggingface:cross-encoder/ms-marco-MiniLM-L-12-v2'],
    }),
  ]);
  const idsIn = (text: string): readonly string[] =>
    detectReferences(text, { path: 'a.py', catalog }).references.map(({ id }) => id);
  const FLASHRANK = 'from flashrank import Ranker\n';

  it('is a key of its library, and no old name that the Hub is asked for', () => {
    expect(idsIn(`${FLASHRANK}r = Ranker(model_name="ms-marco-MiniLM-L-12-v2")\n`)).toEqual([
      'cross-encoder/ms-marco-MiniLM-L12-v2',
    ]);
  });

  it('is the old name where it is written as an id', () => {
    const old = 'cross-encoder/ms-marco-MiniLM-L-12-v2';
    expect(idsIn(`from sentence_transformers import CrossEncoder\nm = CrossEncoder("${old}")\n`)).toEqual([
      old,
    ]);
  });
});
