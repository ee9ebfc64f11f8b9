import { regionGroupOf } from '../registries/bedrock/regions';
import { SELF } from '../vocabulary';
import { matchAddress, type HostAddress } from './hostAddress';
import type { HostRecord, ServiceRecord } from './hostRecords';

/** The hosts and their calendars. Look-ups of a host or a name take constant time; that of an address is linear in the hosts. */
export class HostIndex {
  private readonly byId: ReadonlyMap<string, HostRecord>;
  private readonly byDomain: ReadonlyMap<string, HostRecord>;
  private readonly calendars = new Map<string, ReadonlyMap<string, ServiceRecord>>();

  constructor(readonly all: readonly HostRecord[]) {
    this.byId = new Map(all.map((host) => [host.id, host]));
    this.byDomain = new Map(
      all.flatMap((host) =>
        host.endpoints
          .filter((pattern) => pattern === `api.${domainOf(pattern)}`)
          .map((pattern) => [domainOf(pattern), host] as const),
      ),
    );
  }

  host(id: string): HostRecord | undefined {
    return this.byId.get(id.toLowerCase());
  }

  /**
   * The host that answers at an address: the one whose pattern names it most exactly, else the one whose interface is at
   * `api.` of the same domain, which has one owner. A host that says `localhost` of itself goes before this machine.
   */
  at(address: HostAddress): HostRecord | undefined {
    let best: HostRecord | undefined;
    let most = 0;
    for (const host of this.all) {
      for (const pattern of host.endpoints) {
        const exact = matchAddress(pattern, address);
        if (exact > most || (exact === most && best?.id === SELF)) [best, most] = [host, exact];
      }
    }
    return best ?? this.byDomain.get(domainOf(address.host));
  }

  /**
   * What a host says of one of its names: of the nearest form in which it stands there, but that a form is only listed (`eu.` before a
   * name) hides no date that another tells. `undefined` where it is not in its calendar, which does not mean that it ended.
   */
  service(hostId: string, name: string): ServiceRecord | undefined {
    const host = this.host(hostId);
    if (host === undefined) return undefined;
    const calendar = this.calendar(host);
    const found = namesAt(host.id, name)
      .flatMap((form) => calendar.get(form) ?? [])
      .filter((service) => !isSuccessorOf(name, service));
    return found.find((service) => !isOnlyListed(service)) ?? found[0];
  }

  private calendar(host: HostRecord): ReadonlyMap<string, ServiceRecord> {
    let calendar = this.calendars.get(host.id);
    if (calendar === undefined) {
      const made = new Map<string, ServiceRecord>();
      for (const service of host.names)
        for (const name of [...service.aliases, service.id]) made.set(keyOf(name), service);
      this.calendars.set(host.id, (calendar = made));
    }
    return calendar;
  }
}

/**
 * Whether a host names a name as the successor of another one, and so does not mean that by it: `perplexity/sonar` of `sonar`, where
 * `perplexity/` may else stand before any name.
 */
export function isSuccessorOf(name: string, { successor }: ServiceRecord): boolean {
  return successor !== null && keyOf(successor) === keyOf(name);
}

/** Whether an entry tells no more than that a name is there. */
export function isOnlyListed({ status, endsOn, endsNotBefore, deprecatedOn }: ServiceRecord): boolean {
  return status === 'active' && endsOn === null && endsNotBefore === null && deprecatedOn === null;
}

/** The last two labels of a name. */
function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** The forms in which a name may stand in a calendar, as written first: without resource path, provider, region and version of the interface. */
export function namesAt(host: string, written: string): readonly string[] {
  const name = written.trim().toLowerCase();
  const last = name.slice(name.lastIndexOf('/') + 1);
  const isPath = /^(?:arn:|projects\/|publishers\/|models\/|tunedmodels\/)/.test(name);
  const [provider = ''] = name.split('/', 1);
  const forms = [
    name,
    ...(provider === host || isPath ? [last, name.slice(provider.length + 1)] : []),
    ...(host === 'bedrock' ? ofBedrock(last) : []),
    ...(host === 'vertex' ? ofVertex(last) : []),
    ...(host === 'fireworks' ? [`accounts/fireworks/models/${last}`] : []),
    ...(host === 'openai' || host === 'azure' ? ofOpenai(last, host) : []),
  ];
  return [...new Set(forms.map(keyOf))].filter((form) => form !== '');
}

/**
 * Where a call is routed (`eu.`) and the size of the context (`-v1:0:200k` is of `-v1:0`) are no parts of a name at Bedrock. Libraries for
 * several providers take Anthropic's own names there: `claude-3-5-haiku-20241022`.
 */
function ofBedrock(name: string): readonly string[] {
  const plain = name.slice(regionGroupOf(name).length);
  const ofMaker = /^claude-.*-\d{8}$/.test(plain)
    ? [1, 2].map((version) => `anthropic.${plain}-v${version}`)
    : [];
  return [plain, plain.replace(/(:\d+):(?:\d+k|mm)$/, '$1'), ...ofMaker];
}

/** Vertex AI writes the day of a version behind `@`, also where Anthropic's own name is asked for. */
function ofVertex(name: string): readonly string[] {
  const [, model, day] = /^(claude-.*)-(\d{8})$/.exec(name) ?? [];
  const ofMaker = day === undefined ? [] : [`${model}@${day}`, `${model}-v2@${day}`];
  return [name, name.split('@', 1)[0] ?? '', ...ofMaker];
}

/**
 * A fine-tuned name has the calendar of its own kind, else that of its base; Azure writes `gpt-35-turbo`:
 * https://platform.openai.com/docs/deprecations
 */
function ofOpenai(name: string, host: string): readonly string[] {
  const base = /^ft:([^:]+)(?::|$)/.exec(name)?.[1];
  const forms = base === undefined ? [name] : [`ft-${base}`, base];
  return host === 'azure' ? [...forms, ...forms.map((form) => form.replace('gpt-3.5-', 'gpt-35-'))] : forms;
}

/** The first version of Bedrock's interface may be left out: `anthropic.claude-v2` and `anthropic.claude-v2:0`. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/:0$/, '');
}
