import * as vscode from 'vscode';
import { isoDay } from '../../core/engine';
import type { ClaimStore } from '../../core/lookup/claim';
import { boundedCache } from '../../core/lookup/hub/boundedCache';
import { PUBLIC_HUB, readEndpoint, type Endpoint } from '../../core/lookup/hub/endpoint';
import { createFetchClient, type WebPlatform } from '../../core/lookup/hub/fetchClient';
import { createHubClient } from '../../core/lookup/hub/hubClient';
import type { NamedModel } from '../../core/lookup/local/localClaims';
import { createResearch, type Research, type ResearchOptions, type ResearchState } from '../../core/lookup/research';
import { message, type Message } from '../../core/message';
import { NEVER_CANCELLED, type Cache, type CancellationSignal } from '../../core/ports';
import { Debouncer } from '../debouncer';
import { Owner } from '../disposables';
import type { Host } from '../host';
import type { Log } from '../log';
import { decode, systemClock } from '../platform';
import { onSettingsChanged, readSettings } from '../settings';
import type { HubToken } from './hubToken';
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
 * Asks the Hub about models, when its user has switched that on: only a model's id is sent. What is learnt goes into the
 * claims that every look-up takes into account; nothing here is ever waited for by a hover.
 */
export class HubLookups extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());
  private readonly gather = this.own(new Debouncer(GATHER_MS));
  private readonly cache: Cache;
  private research: Promise<Research> | undefined;
  private current: Research | undefined;

  /** Fires when something was learnt, or could not be. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(private readonly parts: LookupParts) {
    super();
    this.cache = boundedCache(storageText(parts.storage, 'lookups.json'));
    const renew = (): void => {
      this.research = undefined;
      this.changeEmitter.fire();
    };
    this.own(onSettingsChanged(renew));
    this.own(parts.token.onDidChange(renew));
  }

  /** Where questions go; the reason why none may be asked; or `undefined` while look-ups are switched off. */
  get destination(): { readonly host: string } | { readonly refused: Message } | undefined {
    if (!readSettings(undefined).online) return undefined;
    const reading = this.endpoint();
    return 'refused' in reading ? reading : { host: reading.endpoint.origin.slice(reading.endpoint.origin.indexOf('//') + 2) };
  }

  stateOf(id: string): ResearchState | undefined {
    return this.current?.stateOf(id);
  }

  /** What the Hub was asked for in vain, each with the reason. */
  get unanswered(): ReturnType<Research['unanswered']> {
    return this.current?.unanswered() ?? [];
  }

  /** Asks for models that were not asked for yet, and lets them come when they come. */
  lookUpSoon(models: readonly NamedModel[]): void {
    const asked = models.filter(({ id }) => this.stateOf(id) === undefined);
    if (asked.length === 0 || this.destination === undefined) return;
    this.parts.log.watch(this.lookUp(asked, NEVER_CANCELLED), 'look-up');
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
    this.parts.claims.clear();
    this.research = undefined;
    this.current = undefined;
    this.changeEmitter.fire();
  }

  private async create(): Promise<Research> {
    const { claims, host } = this.parts;
    const { recognizeText } = await import('../../core/licenses/recognizeText');
    const hub = await this.hub();
    return createResearch({
      claims, waitUntil,
      // Only a folder that is trusted may make the extension read what lies outside of it.
      local: vscode.workspace.isTrusted ? host.localStores?.() ?? {} : {},
      tools: {
        decode, today: isoDay(systemClock.now()), recognizeLicense: (text) => recognizeText(text)?.license,
        ...(host.readGguf && { readGguf: host.readGguf }),
      },
      onChange: () => this.gather.run(() => this.changeEmitter.fire()),
      ...(hub && { hub }),
    });
  }

  private async hub(): Promise<ResearchOptions['hub']> {
    const { host, log } = this.parts;
    const reading = this.endpoint();
    if (!readSettings(undefined).online || 'refused' in reading) return undefined;
    const { endpoint } = reading;
    const token = await this.parts.token.read() ?? host.hubEnvironment?.().token;
    // The editor's own fetch goes through its proxy and trusts its certificates.
    const http = createFetchClient(globalThis as unknown as WebPlatform);
    return { endpoint, client: createHubClient({ http, cache: this.cache, clock: systemClock, logger: log, endpoint, ...(token !== undefined && { token }) }) };
  }

  private endpoint(): { readonly endpoint: Endpoint } | { readonly refused: Message } {
    const environment = this.parts.host.hubEnvironment?.();
    if (environment?.offline === true) return { refused: message('HF_HUB_OFFLINE is set') };
    return readEndpoint(environment?.address ?? PUBLIC_HUB, true);
  }
}

async function waitUntil(time: number, signal: CancellationSignal): Promise<void> {
  while (!signal.cancelled && systemClock.now() < time) await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
}
