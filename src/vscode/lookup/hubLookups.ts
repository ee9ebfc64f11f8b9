import * as vscode from 'vscode';
import {
  boundedCache,
  type Cache,
  type CancellationSignal,
  type ClaimStore,
  createFetchClient,
  createHubClient,
  createResearch,
  hubIdOf,
  type LocalSources,
  lookUpNote,
  type LookUpNote,
  message,
  type Model,
  type ModelReference,
  type NamedModel,
  namedModels,
  NEVER_CANCELED,
  type Research,
  type ResearchOptions,
  type ResearchState,
  type WebPlatform,
} from '../../core';
import { Debouncer } from '../debouncer';
import { Owner } from '../disposables';
import type { Host } from '../host';
import { localize } from '../localize';
import type { Log } from '../log';
import { systemClock } from '../platform';
import { onSettingsChanged, readSettings } from '../settings';
import { evidenceTools } from './evidence';
import { hubDestination, type Destination } from './hubDestination';
import type { HubToken } from './hubToken';
import { NamedWeights } from './namedWeights';
import { storageText } from './storageText';

/** Many answers come at once; what is shown is made anew once for all of them. */
const GATHER_MS = 150;
const CHECK_MS = 100;

export interface LookupParts {
  readonly claims: ClaimStore;
  readonly host: Host;
  readonly token: HubToken;
  readonly storage: vscode.Uri;
  readonly log: Log;
}

/**
 * Asks the Hub about models, when its user has switched that on: only a model's id is sent. What is learnt, also from files of this
 * machine, goes into the claims that every look-up takes into account; nothing here is ever waited for by a hover.
 */
export class HubLookups extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());
  private readonly gather = this.own(new Debouncer(GATHER_MS));
  private readonly cache: Cache;
  private readonly weights: NamedWeights;
  private research: Promise<Research> | undefined;
  private current: Research | undefined;

  /** Fires when something was learnt, or could not be. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(private readonly parts: LookupParts) {
    super();
    this.cache = boundedCache(storageText(parts.storage, 'lookups.json', parts.host));
    this.weights = new NamedWeights(parts.claims, parts.host);
    this.own(onSettingsChanged(() => this.startAnew(), 'lookup'));
    this.own(vscode.workspace.onDidGrantWorkspaceTrust(() => this.startAnew()));
    this.own(parts.token.onDidChange(() => this.startAnew()));
  }

  /** Where questions would go if they were asked. */
  get destination(): Destination {
    return hubDestination(this.parts.host);
  }

  /** The user has switched look-ups on. */
  get isOn(): boolean {
    return readSettings(undefined).online;
  }

  /** Whether a look-up reads or asks anything beside the catalog and the workspace. */
  get isUseful(): boolean {
    return (this.isOn && 'endpoint' in this.destination) || Object.keys(this.localStores()).length > 0;
  }

  stateOf(id: string): ResearchState | undefined {
    return this.current?.stateOf(id);
  }

  /** What the Hub was asked for in vain, each with the reason. */
  get unanswered(): ReturnType<Research['unanswered']> {
    return this.current?.unanswered() ?? [];
  }

  /** Asks about a reference that was not asked about yet; the answer is there for whoever looks later. */
  lookUpSoon(
    reference: ModelReference,
    model: Model | undefined,
    folder: vscode.WorkspaceFolder | undefined,
  ): void {
    const { log, claims } = this.parts;
    const known = claims.version;
    if (folder !== undefined)
      log.watch(
        this.weights.read(reference, folder).then(() => claims.version !== known && this.changed()),
        'weights',
      );
    const asked = namedModels(reference, model).filter(({ id }) => this.stateOf(id) === undefined);
    if (asked.length > 0 && this.isUseful) log.watch(this.lookUp(asked, NEVER_CANCELED), 'look-up');
  }

  /** How the look-up of a reference stands, for its card; `undefined` when there is nothing to say. */
  noteOf(reference: ModelReference, model: Model | undefined): LookUpNote | undefined {
    const id = hubIdOf(reference, model);
    const { destination } = this;
    if (id === undefined) return undefined;
    if ('refused' in destination) {
      return this.isOn || model === undefined
        ? { running: false, text: message('not looked up on the Hub: {0}', localize(destination.refused)) }
        : undefined;
    }
    return this.isOn ? lookUpNote(this.stateOf(id), destination.host, systemClock.now()) : undefined;
  }

  /** Never rejects because of what the network does: how each model fared is in its state. */
  async lookUp(models: readonly NamedModel[], signal: CancellationSignal): Promise<void> {
    await (await this.researcher()).lookUp(models, signal);
  }

  /** With what is asked as of now: the setting, the token and the day may have changed. */
  async researcher(): Promise<Research> {
    this.research ??= this.create();
    this.current = await this.research;
    return this.current;
  }

  async forgetAnswers(): Promise<void> {
    await this.cache.clear();
    this.startAnew();
  }

  /** What was learnt goes too: after look-ups are switched off, or asked elsewhere, nothing shows that was not found so. */
  private startAnew(): void {
    this.parts.claims.clear();
    this.weights.forget();
    this.research = undefined;
    this.current = undefined;
    this.changeEmitter.fire();
  }

  private changed(): void {
    this.gather.run(() => this.changeEmitter.fire());
  }

  private async create(): Promise<Research> {
    const { claims, host } = this.parts;
    const hub = await this.hub();
    return createResearch({
      claims,
      waitUntil,
      local: this.localStores(),
      tools: await evidenceTools(host),
      onChange: () => this.changed(),
      ...(hub && { hub }),
    });
  }

  /** What lies outside of the workspace is read only when its user wants that, and for no folder that is not trusted. */
  private localStores(): LocalSources {
    return readSettings(undefined).localStores && vscode.workspace.isTrusted
      ? (this.parts.host.localStores?.() ?? {})
      : {};
  }

  private async hub(): Promise<ResearchOptions['hub']> {
    const { host, log } = this.parts;
    const { destination } = this;
    if (!this.isOn || 'refused' in destination) return undefined;
    const { endpoint } = destination;
    const token = (await this.parts.token.read()) ?? host.hubEnvironment?.().token;
    // The editor's own fetch goes through its proxy and trusts its certificates.
    const http = createFetchClient(globalThis as unknown as WebPlatform);
    return {
      endpoint,
      client: createHubClient({
        http,
        cache: this.cache,
        clock: systemClock,
        logger: log,
        endpoint,
        ...(token !== undefined && { token }),
      }),
    };
  }
}

async function waitUntil(time: number, signal: CancellationSignal): Promise<void> {
  while (!signal.canceled && systemClock.now() < time)
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
}
