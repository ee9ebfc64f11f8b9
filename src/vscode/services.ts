import type * as vscode from 'vscode';
import { Analyses } from './analyses';
import { AuditProblems } from './audit/auditProblems';
import { Audits } from './audit/audits';
import { Catalogs } from './catalog/catalogs';
import { updateDaily } from './catalog/dailyUpdate';
import { DiagnosticsController } from './diagnostics/diagnosticsController';
import { PolicyProblems } from './diagnostics/policyProblems';
import { Problems } from './diagnostics/problems';
import { HoverProvider } from './editor/hoverProvider';
import { InlayHintsProvider } from './editor/inlayHintsProvider';
import { LayerWatch } from './catalog/layerWatch';
import { EngineHost } from './engineHost';
import { ExplanationProvider } from './explanations/explanationProvider';
import { ApproveActionProvider } from './fixes/approveActionProvider';
import { CodeActionProvider } from './fixes/codeActionProvider';
import type { Host } from './host';
import type { Log } from './log';
import { HubLookups } from './lookup/hubLookups';
import { HubToken } from './lookup/hubToken';
import { systemClock } from './platform';
import { PolicyCompletionProvider } from './policyLanguage/policyCompletionProvider';
import { PolicyHoverProvider } from './policyLanguage/policyHoverProvider';
import { PolicyFiles } from './project/policyFiles';
import { Projects } from './project/projects';
import { ReportPanel } from './report/reportPanel';
import { ResultsTree } from './results/resultsTree';
import { readSettings } from './settings';
import { LanguageStatus } from './status/languageStatus';

/** What providers, views and commands share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly host: Host;
  readonly log: Log;
  readonly catalogs: Catalogs;
  readonly engineHost: EngineHost;
  readonly policies: PolicyFiles;
  readonly projects: Projects;
  readonly analyses: Analyses;
  readonly audits: Audits;
  readonly hub: HubLookups;
  readonly hubToken: HubToken;
  readonly results: ResultsTree;
  readonly reportPanel: ReportPanel;
}

/** Builds them without reading anything: the catalog and the policies are read on first use. */
export function createServices(context: vscode.ExtensionContext, host: Host, log: Log): Services {
  const own = <T extends vscode.Disposable>(thing: T): T => {
    context.subscriptions.push(thing);
    return thing;
  };
  const catalogs = new Catalogs({
    extension: context.extensionUri,
    storage: context.globalStorageUri,
    host,
    log,
  });
  const engineHost = own(new EngineHost(catalogs, log));
  const policies = own(new PolicyFiles());
  const projects = own(new Projects(engineHost, host, policies));
  const hubToken = new HubToken(context.secrets);
  const hub = own(
    new HubLookups({
      claims: engineHost.claims,
      host,
      token: hubToken,
      storage: context.globalStorageUri,
      log,
    }),
  );
  const audits = own(new Audits({ engineHost, hub, policies, host, log }));
  // An audit reads every policy itself: what open documents are judged by must not be older than what it found.
  own(audits.onDidChange(() => policies.verify()));
  const analyses = own(new Analyses({ engineHost, host, projects, audits }));
  const problems = own(new Problems());
  own(new DiagnosticsController({ analyses, audits, hub, problems, projects, log }));
  own(new PolicyProblems({ engineHost, policies, audits, problems, log }));
  own(new AuditProblems(audits, problems, policies, log));
  own(new ExplanationProvider(engineHost, hub, analyses));
  own(new HoverProvider({ engineHost, analyses, hub }));
  own(new CodeActionProvider(engineHost, analyses));
  own(new ApproveActionProvider());
  own(new InlayHintsProvider(analyses, projects, hub));
  own(new PolicyCompletionProvider(engineHost));
  own(new PolicyHoverProvider(engineHost, analyses));
  own(new LanguageStatus({ engineHost, analyses, projects, hub, log }));
  own(new LayerWatch(engineHost, log));
  const memory = context.globalState;
  log.watch(updateDaily({ isAllowed, catalogs, engineHost, memory, clock: systemClock, log }), 'catalog');
  const results = own(new ResultsTree(audits, context.workspaceState));
  const reportPanel = own(new ReportPanel({ audits, context, log }));
  return {
    context,
    host,
    log,
    catalogs,
    engineHost,
    policies,
    projects,
    analyses,
    audits,
    hub,
    hubToken,
    results,
    reportPanel,
  };
}

function isAllowed(): boolean {
  return readSettings(undefined).catalogUpdate === 'daily';
}
