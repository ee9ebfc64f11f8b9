import {
  type FamilyRule,
  type LicenseRecord,
  type ModelRecord,
  opennessUnder,
  type Registry,
  ruleFinder,
} from '../core';
import { sourcesOf, type NamedSources, type StatedSources } from './namedSources';
import type { DataFile } from './readData';

/** A family as people write it. Its publisher is the organization that owns the namespace of the pattern. */
interface FamilyEntry {
  readonly id: string;
  readonly match: string;
  readonly except?: readonly string[];
  readonly license: string;
  readonly sources: StatedSources;
}

export interface FamilyContext {
  readonly sources: NamedSources;
  readonly license: (key: string) => LicenseRecord | undefined;
  readonly ownerOf: (registry: Registry, id: string) => string | null;
}

/** The full rules of one file, all of the Hub, in its order. */
export function familiesOf(file: DataFile, { sources, license, ownerOf }: FamilyContext): FamilyRule[] {
  return (file.value as readonly FamilyEntry[]).map((entry) => ({
    id: entry.id,
    registry: 'huggingface',
    match: entry.match,
    except: entry.except ?? [],
    publisher: ownerOf('huggingface', entry.match),
    license: entry.license,
    openness: opennessUnder([license(entry.license)]),
    sources: sourcesOf(entry.sources, ['license'], sources).map((source) => ({
      ...source,
      confidence: 'low',
    })),
  }));
}

/**
 * Gives models whose license no source states the one of their family. The source says that it is inferred. A card that says
 * only `other` has terms of its own, which a family with restricted terms names.
 */
export function inferLicenses(
  models: readonly ModelRecord[],
  families: readonly FamilyRule[],
): ModelRecord[] {
  const ruleOf = ruleFinder(families);
  return models.map((model) => {
    const rule = model.openness === 'api-only' ? undefined : ruleOf(model.id, model.registry);
    const fits =
      rule !== undefined &&
      (model.license === null || (model.license === 'other' && rule.openness === 'weights-available'));
    return fits
      ? {
          ...model,
          license: rule.license,
          sources: [
            ...model.sources.map(withoutLicense).filter(({ facts }) => facts.length > 0),
            ...rule.sources,
          ],
        }
      : model;
  });
}

function withoutLicense(source: ModelRecord['sources'][number]): ModelRecord['sources'][number] {
  return { ...source, facts: source.facts.filter((fact) => fact !== 'license') };
}
