import * as vscode from 'vscode';
import { countBy } from '../countBy';
import { findingFacts, modelFacts } from './modelFacts';
import { judgeName } from './judgeName';
import { asText } from '../commands/arguments';
import type { ToolId } from '../names';
import type { Services } from '../services';

/** One tool for agents: reads, and changes nothing. */
export interface AgentTool {
  /** What the person is told, and asked where the editor asks. */
  readonly doing: (input: unknown) => string;
  /** The answer, as data. */
  readonly run: (services: Services, input: unknown) => Promise<object>;
}

const MAX_NAMES = 10;
const MAX_ROWS = 40;

export const TOOLS: Readonly<Record<ToolId, AgentTool>> = {
  lookUpModel: {
    doing: (input) => vscode.l10n.t('Look up {0} in the model catalog', namesOf(input).join(', ')),
    run: async ({ engineHost }, input) => {
      const { catalog, lookup } = await engineHost.engine();
      const names = namesOf(input);
      if (names.length === 0)
        return { error: 'Give "names": a list of model ids as they are written in code.' };
      const found = names.map((name) => {
        const model = lookup().find(name);
        return model === undefined
          ? { query: name, known: false, advice: NOT_KNOWN }
          : { query: name, known: true, ...modelFacts(model) };
      });
      return { catalogDate: catalog.date, models: found };
    },
  },
  checkModel: {
    doing: (input) =>
      vscode.l10n.t('Check {0} against the model policy of the workspace', namesOf(input).join(', ')),
    run: async (services, input) => {
      const names = namesOf(input);
      if (names.length === 0) return { error: 'Give "names": the model ids you want to use.' };
      return { models: await Promise.all(names.map((name) => check(services, name))) };
    },
  },
  auditWorkspace: {
    doing: () => vscode.l10n.t('Audit the AI models that the files of the workspace name'),
    run: async ({ audits }) => {
      const run = audits.last ?? (await audits.run());
      if (run === undefined)
        return {
          error: 'No folder is open, or an audit is running. Ask the user to open a folder, or try again.',
        };
      const { models, references, findings, stats } = run.result;
      return {
        complete: stats.complete,
        filesSearched: stats.filesScanned,
        catalogDate: run.catalogDate,
        findingsByRule: countBy(findings.map(({ finding }) => finding.rule)),
        models: models.slice(0, MAX_ROWS).map(modelFacts),
        unknownNames: [
          ...new Set(references.filter(({ model }) => model === null).map(({ reference }) => reference.id)),
        ].slice(0, MAX_ROWS),
        findings: findings
          .slice(0, MAX_ROWS)
          .map(({ path, span, finding }) => ({ path, line: span.line, ...findingFacts(finding) })),
        ...(findings.length > MAX_ROWS && {
          note: `Only the first ${MAX_ROWS} of ${findings.length} findings are listed; the Audit view has them all.`,
        }),
      };
    },
  },
};

const NOT_KNOWN =
  'Not in the catalog. Unknown does not mean allowed: ask the user, or use a model that is known.';

async function check(services: Services, name: string): Promise<object> {
  const { model, findings, policyInForce } = await judgeName(services, name);
  return {
    query: name,
    policyInForce,
    findings: findings.map(findingFacts),
    ...(model === undefined ? { known: false, advice: NOT_KNOWN } : { known: true, ...modelFacts(model) }),
  };
}

/** The names of an input, whatever an agent made of the schema. */
function namesOf(input: unknown): string[] {
  const names = typeof input === 'object' && input !== null && 'names' in input ? input.names : undefined;
  return Array.isArray(names)
    ? names
        .map(asText)
        .filter((name) => name !== undefined)
        .slice(0, MAX_NAMES)
    : [];
}
