import { describe, expect, it } from 'vitest';
import { pin } from '../../../src/core/detect/match';

describe('a revision', () => {
  it.each([
    ['a1b2c3d', true],
    ['a'.repeat(40), true],
    ['a'.repeat(64), true],
    [`sha256:${'0'.repeat(64)}`, true],
    ['a1b2c3', false],
    ['a'.repeat(41), false],
    [`sha256:${'0'.repeat(63)}`, false],
    ['A1B2C3D', false],
    ['main', false],
    ['v1.0', false],
    ['2026-01-01', false],
  ])('%s cannot move: %s', (value, immutable) => expect(pin(value)).toEqual({ value, immutable }));
});
