import { regionGroupOf } from './regions';
import { before, type Candidate, type SpellingRule } from '../spelling/rule';

/**
 * Amazon Bedrock: `[region.]vendor.name[-v1:0][:200k]`, alone or at the end of an ARN. The same model answers under
 * every region prefix, so that is no part of its name; the version is tried both ways, because Mistral's names end in
 * one of their own, and Cohere's `-v3` is the `-v3.0` of its own service.
 */
export const bedrockSpelling: SpellingRule = (spelling) => {
  const path = spelling.toLowerCase().startsWith('arn:')
    ? spelling.slice(spelling.indexOf('/') + 1)
    : spelling;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const id = name.slice(regionGroupOf(name).length);
  const dot = id.indexOf('.');
  if (dot <= 0) return [];
  const vendor = id.slice(0, dot).toLowerCase();
  const versioned = id.slice(dot + 1);
  const bare = withoutVersion(versioned);
  const forms = bare === versioned ? [versioned] : [versioned, bare];
  return [
    ...forms.map((form): Candidate => ({ registry: 'bedrock', spelling: `${vendor}.${form}` })),
    { registry: 'bedrock', spelling: `${vendor}.${contextless(versioned)}` },
    { registry: 'amazon', spelling: `${vendor}.${contextless(versioned)}` },
    ...[...forms, ...(/-v\d$/.test(versioned) ? [`${versioned}.0`] : [])].map(
      (name): Candidate => ({ vendor, name }),
    ),
  ];
};

/** Without `-v1`, `-v1:0` or `-v1:0:200k` at the end. */
function withoutVersion(name: string): string {
  return name.replace(/-v\d{1,2}(?::\d{1,3}k?){0,2}$/i, '').replace(/-1:0$/, '');
}

/** Without the size of the context: `-v1:0:200k` → `-v1:0`. */
function contextless(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : `${name.slice(0, colon)}:${before(name.slice(colon + 1), ':')}`;
}
