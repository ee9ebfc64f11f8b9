import { describe, expect, it } from 'vitest';
import { isCalledOtherwise } from '../../../src/core/fixes/wayOfCall';

describe('the way in which a model is called, by its name', () => {
  it.each([
    ['tts-1', 'gpt-realtime-2.1-mini'],
    ['whisper-1', 'gpt-live-transcribe'],
    ['gemini-2.5-flash', 'gemini-2.5-flash-native-audio-preview'],
    ['gemini-2.0-flash-live-001', 'gemini-3-flash'],
    ['veo-3.0-generate-001', 'gemini-omni-1.2-flash'],
  ])('is another one for %s than for %s', (one, other) => {
    expect(isCalledOtherwise(one, other)).toBe(true);
    expect(isCalledOtherwise(other, one)).toBe(true);
  });

  it.each([
    ['gpt-4o-realtime-preview', 'gpt-realtime-2.1'],
    ['playai-tts', 'canopylabs/orpheus-v1-english'],
    ['gemini-2.0-flash-live-001', 'gemini-live-2.5-flash'],
    ['dall-e-3', 'gpt-image-2'],
    ['olive-7b', 'livecodebench-9b'],
    ['veo-2.0-generate-001', 'veo-3.0-generate-001'],
  ])('is the same for %s and %s', (one, other) => {
    expect(isCalledOtherwise(one, other)).toBe(false);
  });
});
