import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import {
  type Engine,
  failureText,
  type LoadedPolicy,
  loadPolicy,
  MAX_HEADERS,
  isSource,
  type Message,
  type Policy,
  POLICY_FILE_NAME,
  policyAbove,
  type ProjectContext,
  ProjectLicenses,
  readPolicies,
  render,
  statesLicense,
} from '../core';
import { decode } from './host';
import { diskPlaces } from './policyText';
import { foldersAbove, placesAbove, slashes } from './target';

/**
 * What a file in a folder is judged by, as an audit finds it: the nearest policy up to the root of the git work tree or the working
 * folder, and the nearest license that the project states. Of what lies above the audited folder an audit reads policies alone.
 * @param folder absolute; the audited folder or one in it
 * @param audited absolute
 * @throws when there is a policy that cannot be used: nothing may be judged then
 */
export async function projectAt(
  folder: string,
  { audited, cwd }: { readonly audited: string; readonly cwd: string },
  engine: Engine,
): Promise<ProjectContext> {
  const policy = await policyOf(folder, cwd);
  const inside = [folder, ...foldersAbove(folder, cwd)].filter(
    (one) => !slashes(relative(audited, one)).startsWith('..'),
  );
  const projectLicense = await licenseOf(inside, engine);
  return { policy, ...(projectLicense !== undefined && { projectLicense }) };
}

async function policyOf(folder: string, cwd: string): Promise<ProjectContext['policy']> {
  const read = readPolicies(diskPlaces(folder), decode);
  const own = await read(POLICY_FILE_NAME);
  if ('text' in own) return usable(POLICY_FILE_NAME, await loadPolicy(POLICY_FILE_NAME, own.text, read));
  if (own.failure !== 'missing')
    throw unusable(POLICY_FILE_NAME, [failureText(own.failure, POLICY_FILE_NAME)]);
  const found = await policyAbove(placesAbove(folder, cwd), decode);
  if (found === undefined) return undefined;
  if ('failure' in found) throw unusable(found.path, [failureText(found.failure, found.path)]);
  return usable(found.path, await loadPolicy(found.path, found.text, found.read ?? read, found.down));
}

function usable(path: string, { policy, problems }: LoadedPolicy): Policy {
  if (policy !== undefined) return policy;
  throw unusable(
    path,
    problems.map(({ message }) => message),
  );
}

function unusable(path: string, problems: readonly Message[]): Error {
  return new Error(`The policy ${path} cannot be used: ${problems.map((one) => render(one)).join('; ')}`);
}

/** The nearest license that a manifest states, or what the headers of the sources in these folders agree on. */
export async function licenseOf(
  folders: readonly string[],
  { catalog }: Engine,
): Promise<string | undefined> {
  const headers = new ProjectLicenses(catalog);
  for (const folder of folders) {
    const names = (await readdir(folder).catch(() => [])).sort();
    const read = readPolicies(diskPlaces(folder), decode);
    const licenses = new ProjectLicenses(catalog);
    for (const name of names.filter(statesLicense)) {
      const file = await read(name);
      if ('text' in file) licenses.add(name, file.text);
    }
    const license = licenses.of('model');
    if (license !== undefined) return license;
    for (const name of names.filter(isSource).slice(0, MAX_HEADERS)) {
      const file = await read(name);
      if ('text' in file) headers.addSource(file.text);
    }
  }
  return headers.of('model');
}
