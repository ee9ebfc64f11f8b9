import { after, before, startsWith, without, type SpellingRule } from '../spelling/rule';

const DISTILLED = 'distil-';
/** The sizes that there are; what else such a library or server is given has a name of its own. */
const SIZE = /^(?:distil-)?(?:tiny|base|small|medium|large|turbo)(?![a-z\d])/i;

/** The release that today's libraries take a size for. */
const LATEST: Readonly<Record<string, string>> = { turbo: 'large-v3-turbo', large: 'large-v3' };
/**
 * The first large one, which the Hub has without a version: of the same checksum in OpenAI's list of its files
 * (https://github.com/openai/whisper, `whisper/__init__.py`) and in what made the Hub's
 * (https://github.com/huggingface/transformers, `models/whisper/convert_openai_to_hf.py`).
 */
const ON_HUB: Readonly<Record<string, string>> = { 'large-v1': 'large' };
/** The files of whisper.cpp at ggml.ggerganov.com, from before large-v3: their `large` is not the latest. */
const OF_FIRST_ADDRESS = 'ggml-model-whisper-';

/**
 * Conversions that others than SYSTRAN publish:
 * https://github.com/SYSTRAN/faster-whisper/blob/master/faster_whisper/utils.py
 */
const CONVERTED_ELSEWHERE: Readonly<Record<string, string>> = {
  'distil-large-v3.5': 'distil-whisper/distil-large-v3.5-ct2',
  'large-v3-turbo': 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
  turbo: 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
};

/**
 * The repository that faster-whisper gets for a size of Whisper: a conversion, no repository of OpenAI's
 * (https://github.com/SYSTRAN/faster-whisper/blob/master/faster_whisper/utils.py).
 */
export function fasterWhisperRepository(size: string): string {
  const other = CONVERTED_ELSEWHERE[size];
  if (other !== undefined) return other;
  return size.startsWith(DISTILLED)
    ? `Systran/faster-distil-whisper-${size.slice(DISTILLED.length)}`
    : `Systran/faster-whisper-${size === 'large' ? 'large-v3' : size}`;
}

/**
 * The size that WhisperKit means by `large-v3-v20240930_turbo_632MB`. The day is that of a release of OpenAI's, which
 * was large-v3-turbo: its decoder has 344 MB there, that of large-v3 1.81 GB. `_turbo` is how WhisperKit compiled a
 * model, whatever that is (https://huggingface.co/argmaxinc/whisperkit-coreml).
 */
export function whisperKitSize(name: string): string {
  return name.replace(/(?:_turbo)?(?:_\d+MB)?$/, '').replace(/^large-v3-v20240930$/, 'large-v3-turbo');
}

/** What stands before a size in the names of files and repositories. */
const BEFORE_SIZE = [
  OF_FIRST_ADDRESS,
  'ggml-',
  'whisper-',
  'faster-whisper-',
  'openai-whisper-',
  'openai_whisper-',
];

/**
 * Whisper's sizes (`large-v3`, `tiny.en`, `turbo`), as openai-whisper, faster-whisper, whisper.cpp
 * (`ggml-base.en.bin`) and WhisperX take them.
 */
export const whisperSpelling: SpellingRule = (spelling) => {
  const file = without(spelling.slice(spelling.lastIndexOf('/') + 1), ['.bin', '.pt']);
  const name = before(after(file, BEFORE_SIZE) ?? file, ':');
  const size = whisperKitSize(name).replace(/-q\d_\d$/i, '');
  const latest = startsWith(file, OF_FIRST_ADDRESS) ? undefined : LATEST[size];
  const id = size.startsWith(DISTILLED)
    ? `distil-whisper/${size}`
    : `openai/whisper-${latest ?? ON_HUB[size] ?? size}`;
  return [
    ...(spelling.includes('/') ? [{ registry: 'huggingface' as const, spelling }] : []),
    { registry: 'whisper', spelling: size },
    ...(SIZE.test(size) ? [{ registry: 'huggingface' as const, spelling: id }] : []),
  ];
};
