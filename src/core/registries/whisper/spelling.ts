import { after, before, without, type SpellingRule } from '../spelling/rule';

const DISTILLED = 'distil-';
/** The sizes that there are; what else such a library or server is given has a name of its own. */
const SIZE = /^(?:distil-)?(?:tiny|base|small|medium|large|turbo)(?![a-z\d])/i;

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

/**
 * Whisper's sizes (`large-v3`, `tiny.en`, `turbo`), as openai-whisper, faster-whisper, whisper.cpp
 * (`ggml-base.en.bin`) and WhisperX take them.
 */
export const whisperSpelling: SpellingRule = (spelling) => {
  const file = without(spelling.slice(spelling.lastIndexOf('/') + 1), ['.bin', '.pt']);
  const name = before(
    after(file, ['ggml-', 'whisper-', 'faster-whisper-', 'openai-whisper-', 'openai_whisper-']) ?? file,
    ':',
  );
  const size = whisperKitSize(name).replace(/-q\d_\d$/i, '');
  const id = size.startsWith(DISTILLED)
    ? `distil-whisper/${size}`
    : `openai/whisper-${size === 'turbo' ? 'large-v3-turbo' : size === 'large' ? 'large-v3' : size}`;
  return [
    ...(spelling.includes('/') ? [{ registry: 'huggingface' as const, spelling }] : []),
    { registry: 'whisper', spelling: size },
    ...(SIZE.test(size) ? [{ registry: 'huggingface' as const, spelling: id }] : []),
  ];
};
