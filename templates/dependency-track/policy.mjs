/**
 * `DTRACK_URL=https://… DTRACK_KEY=… node policy.mjs [FILE.json]`: writes the licenses, groups of licenses and
 * policies of a file into Dependency-Track. The key needs the permissions POLICY_MANAGEMENT and SYSTEM_CONFIGURATION.
 * What is there already is left as it is and told.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { DTRACK_URL, DTRACK_KEY } = process.env;
const EXISTS = 409;
const file = process.argv[2] ?? join(import.meta.dirname, 'policy.json');
const { licenses, groups, policies } = JSON.parse(readFileSync(file, 'utf8'));

/** Asks Dependency-Track: the answer, or nothing where the thing exists already. Throws at any other refusal. */
async function ask(method, path, body) {
  const response = await fetch(`${DTRACK_URL}/api/v1/${path}`, {
    method,
    headers: { 'x-api-key': DTRACK_KEY, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === EXISTS) console.log(`Exists already: ${body.name}`);
  else if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === EXISTS ? undefined : response.json();
}

for (const [licenseId, name] of Object.entries(licenses)) await ask('PUT', 'license', { licenseId, name });

const groupIds = new Map((await ask('GET', 'licenseGroup')).map(({ name, uuid }) => [name, uuid]));
for (const [name, members] of Object.entries(groups)) {
  const group = await ask('PUT', 'licenseGroup', { name });
  if (group === undefined) continue;
  groupIds.set(name, group.uuid);
  for (const id of members) {
    const { uuid } = await ask('GET', `license/${encodeURIComponent(id)}`);
    await ask('POST', `licenseGroup/${group.uuid}/license/${uuid}`);
  }
}

for (const { name, operator, violationState, conditions } of policies) {
  const policy = await ask('PUT', 'policy', { name });
  if (policy === undefined) continue;
  // A new policy has neither, whatever it is made with.
  await ask('POST', 'policy', { uuid: policy.uuid, name, operator, violationState });
  for (const { subject, operator: comparison, group, value = groupIds.get(group) } of conditions)
    await ask('PUT', `policy/${policy.uuid}/condition`, { subject, operator: comparison, value });
}
