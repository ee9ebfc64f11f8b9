import { undate } from '../spelling/hosted';
import { after, before, without, type Candidate, type SpellingRule } from '../spelling/rule';

/** Vertex AI: `publishers/x/models/y@version`, also at the end of a resource path, and `x/y-maas` for open models. */
export const vertexSpelling: SpellingRule = (spelling) => {
  const parts = (after(spelling, ['vertex_ai/']) ?? spelling).split('/');
  const at = parts.lastIndexOf('publishers');
  const vendor = at >= 0 ? parts[at + 1] : parts.length > 1 ? parts.at(-2) : undefined;
  const named = parts.at(-1) ?? '';
  const name = without(without(named, ['@default', '@latest']), ['-maas']);
  // Anthropic's own name has the day alone: `claude-3-5-sonnet-v2@20241022` is claude-3-5-sonnet-20241022.
  const dated = name.replace(/^(claude-.*)-v\d@(?=\d{8}$)/, '$1-').replace('@', '-');
  const plain = before(name, '@');
  const variant = variantOf(name);
  const forms = [...new Set([named, name, dated, plain])];
  return [
    ...forms.map((form): Candidate => ({ registry: 'vertex', spelling: form })),
    ...[...variant, ...new Set([dated, plain])].flatMap((form): Candidate[] =>
      vendor === undefined
        ? [
            { registry: 'google', spelling: form },
            { registry: 'anthropic', spelling: form },
            { registry: 'anthropic', spelling: undate(form) },
            { name: form },
          ]
        : [{ vendor, name: form }],
    ),
  ];
};

/**
 * `gemma3@gemma-3-12b-it`: of a family in the Model Garden the version is the model, as Terraform's
 * `google_vertex_ai_endpoint_with_model_garden_deployment` takes it.
 */
function variantOf(name: string): readonly string[] {
  const version = name.slice(name.indexOf('@') + 1);
  return version !== name && /^[a-z]\w*-\w/i.test(version) ? [version] : [];
}
