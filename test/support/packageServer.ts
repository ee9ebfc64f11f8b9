import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Handler } from './hubServer';

export const CATALOG_PACKAGE = 'model-license-lens-catalog';

export interface TarEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** `0` for a regular file, which it is when left out. */
  readonly type?: string;
}

/** An archive in the format ustar. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, content, type = '0' }) => {
    const data = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write('0000644\0', 100);
    header.write('0000000\0', 108);
    header.write('0000000\0', 116);
    header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\u000000', 257);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A package as `npm pack` writes it. */
export function packageOf(version: string, catalog: string): Buffer {
  return gzipSync(
    tarOf([
      { name: 'package/package.json', content: JSON.stringify({ name: CATALOG_PACKAGE, version }) },
      { name: 'package/catalog.jsonl', content: catalog },
    ]),
    { level: 1 },
  );
}

/** A compiled catalog of another day, or with another head. */
export function withHead(catalog: string, change: object): string {
  const end = catalog.indexOf('\n');
  const head = JSON.parse(catalog.slice(0, end)) as object;
  return JSON.stringify({ ...head, ...change }) + catalog.slice(end);
}

export function sha512(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

/** A server on the loopback that answers as registries of npm do for one package. */
export interface PackageServer {
  readonly origin: string;
  readonly host: string;
  /** Every request that arrived, in order. */
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[];
  /** What the record of the package says of its versions. */
  readonly versions: Record<string, object>;
  /** Adds a version with its package. `dist` changes what the record says of it. */
  publish(version: string, packed: Uint8Array, dist?: object): void;
  /** Answers a path in another way. */
  on(path: string, handler: Handler): void;
  close(): Promise<void>;
}

export async function startPackageServer(name = CATALOG_PACKAGE): Promise<PackageServer> {
  const handlers = new Map<string, Handler>();
  const files = new Map<string, Uint8Array>();
  const requests: PackageServer['requests'] = [];
  const versions: Record<string, object> = {};
  const recordPath = `/${name.replace('/', '%2F')}`;
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push({ url, headers: request.headers });
    // A page of another origin may ask, as npm's public registry lets it.
    response.setHeader('access-control-allow-origin', '*');
    const handler = handlers.get(url);
    const file = files.get(url);
    if (handler !== undefined) return handler(request, response);
    if (url === recordPath && Object.keys(versions).length > 0)
      return void response.end(JSON.stringify({ name, versions, 'dist-tags': {} }));
    if (file !== undefined) return void response.end(file);
    response.writeHead(404).end('{"error":"not_found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  return {
    origin,
    host,
    requests,
    versions,
    publish(version, packed, dist = {}) {
      const path = `/${name}/-/${name.replace(/^.*\//, '')}-${version}.tgz`;
      files.set(path, packed);
      versions[version] = {
        name,
        version,
        dist: { tarball: origin + path, integrity: sha512(packed), ...dist },
      };
    },
    on: (path, handler) => void handlers.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
