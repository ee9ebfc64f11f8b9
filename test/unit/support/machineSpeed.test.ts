import { afterEach, describe, expect, it } from 'vitest';
import { measureSlowness, slowness, timeLimit } from '../../support/machineSpeed.mjs';

const before = process.env['TEST_SLOWNESS'];
afterEach(() => {
  if (before === undefined) delete process.env['TEST_SLOWNESS'];
  else process.env['TEST_SLOWNESS'] = before;
});

describe('how slow the machine is', () => {
  it('is measured as one or more', () => {
    expect(measureSlowness(0.05)).toBeGreaterThanOrEqual(1);
    expect(measureSlowness(0.05)).toBeLessThanOrEqual(50);
  });

  it('is measured once in a run and taken over from the environment', () => {
    process.env['TEST_SLOWNESS'] = '7';
    expect(slowness()).toBe(7);
    delete process.env['TEST_SLOWNESS'];
    const measured = slowness();
    expect(process.env['TEST_SLOWNESS']).toBe(String(measured));
  });
});

describe('a limit of time', () => {
  it('is not over at once, and is over when it allows nothing', () => {
    expect(timeLimit(3_600_000, 1)()).toBe(false);
    expect(timeLimit(-1, 1)()).toBe(true);
  });
});
