import { contextsBelow, type Contexts } from './context/context';

/** What Xcode writes beside the versions of a Core Data model, and one of these. */
const CURRENT = /(?:^|\/)([^/]{1,200}\.xcdatamodeld)\/\.xccurrentversion$/;
const VERSION = /(?:^|\/)([^/]{1,200}\.xcdatamodeld)\/([^/]{1,200}\.xcdatamodel)\/contents$/;

/** Under this name is kept which version is current: no setting is called so. */
const versionOf = (model: string): string => `version of ${model}`;

/** Whether a file says which version of a schema is current. */
export function saysVersion(path: string): boolean {
  return CURRENT.test(path);
}

/** Which version of which schema a file says to be current, by a name that {@link contextsOfVersion} knows. */
export function collectVersion(text: string, path: string): ReadonlyMap<string, string> {
  const model = CURRENT.exec(path)?.[1];
  const version = /<key>_XCCurrentVersionName<\/key>\s*<string>([^<]{1,200})<\/string>/.exec(text)?.[1];
  return new Map(model !== undefined && version !== undefined ? [[versionOf(model), version]] : []);
}

/**
 * The contexts of a version of a schema that the project keeps to bring old data to the current one; `undefined` for
 * the current version, and for every other file.
 */
export function contextsOfVersion(
  values: ReadonlyMap<string, string> | undefined,
  path: string,
): Contexts | undefined {
  const [, model = '', version = ''] = VERSION.exec(path) ?? [];
  const current = values?.get(versionOf(model));
  return current === undefined || current === version ? undefined : contextsBelow('migration', version);
}
