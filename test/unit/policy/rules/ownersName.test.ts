import { describe, expect, it } from 'vitest';
import { isChosenByOwner, isOwnersName } from '../../../../src/core/policy/rules/ownersName';

type Reference = Parameters<typeof isChosenByOwner>[0];
type Service = Parameters<typeof isOwnersName>[0]['service'];

describe('the name that a call asks Azure for', () => {
  const call = {
    registry: 'azure',
    id: 'chat',
    role: 'calls',
    host: 'azure',
    why: [],
  } as unknown as Reference;
  const service = { host: 'azure' } as unknown as Service;

  it("is its owner's, who chose that of the deployment", () => {
    expect(isChosenByOwner(call)).toBe(true);
    expect(isOwnersName({ reference: call, service })).toBe(true);
  });

  it("is the model's where the text sets a deployment up", () => {
    const deployed: Reference = { ...call, isDeployed: true };
    expect(isChosenByOwner(deployed)).toBe(false);
    expect(isOwnersName({ reference: deployed, service })).toBe(false);
  });
});
