/** A Hub that answers wrongly, or not at all. */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { write } from '../repository.mjs';

const text =
  (status, body, headers = {}) =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const json = (value) => text(200, JSON.stringify(value), { 'content-type': 'application/json' });

const ANSWERS = {
  'status 400': text(400, ''),
  'status 401': text(401, '{"error":"x"}'),
  'status 403': text(403, ''),
  'status 404': text(404, 'gone'),
  'status 410': text(410, ''),
  'status 418': text(418, ''),
  'status 500': text(500, 'x'),
  'status 502': text(502, '<html>'),
  'status 503': text(503, ''),
  'status 204': text(204, ''),
  nothing: text(200, ''),
  'no JSON': text(200, 'hello'),
  HTML: text(200, '<html><script>1</script>'),
  'half of a JSON': text(200, '{"id": "a'),
  'a list': json([]),
  null: json(null),
  'a number': json(5),
  'another model': json({ id: 'evil/model', cardData: { license: 'mit' } }),
  'a license with control characters': json({
    id: 'nobody/knows-this',
    cardData: { license: '\u001b[31m\u202emit' },
  }),
  'a license that is a map': json({ id: 'nobody/knows-this', cardData: { license: { a: 1 } } }),
  'tags that are numbers': json({ id: 'nobody/knows-this', tags: [1, null, {}] }),
  'a prototype': text(200, '{"id":"nobody/knows-this","__proto__":{"gated":true}}'),
  '100,000 open brackets': text(200, '['.repeat(100_000)),
  'three megabytes': text(200, `{"id":"nobody/knows-this","x":"${'x'.repeat(3_000_000)}"}`),
  'a small answer that unpacks to 50 MB': text(200, gzipSync(Buffer.alloc(50_000_000)), {
    'content-encoding': 'gzip',
  }),
  'what is no gzip': text(200, 'hello', { 'content-encoding': 'gzip' }),
  'a way to another host': text(302, '', { location: 'http://evil.invalid/x' }),
  'a way to itself': (request, response) => response.writeHead(307, { location: request.url }).end(),
  'a way to nowhere': text(302, '', { location: '' }),
  'a way to a file': text(302, '', { location: 'file:///etc/passwd' }),
  'a way up': text(302, '', { location: '/../../x' }),
  'a length that is too long': text(200, '{}', { 'content-length': '2', 'x-y': 'z'.repeat(5000) }),
  'headers of 60 KB': text(200, '{}', { 'x-y': 'z'.repeat(60_000) }),
  'a closed connection': (request) => request.socket.destroy(),
  'a connection closed in the middle': (request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"id":');
    setTimeout(() => request.socket.destroy(), 20);
  },
  'what is no HTTP': (request) => request.socket.end('hello\r\n\r\n'),
  'too many requests': text(429, '', { 'retry-after': '0' }),
  'a day that is none': json({ id: 'nobody/knows-this', createdAt: '2026-99-99' }),
};

/** @type {import('../repository.mjs').Shape[]} */
export const NETWORK = [
  ...Object.entries(ANSWERS).map(([name, answer]) => ({
    class: 'a Hub that answers wrongly',
    name,
    kind: 'network',
    env: {},
    async build(folder) {
      write(folder, 'unknown.py', 'from transformers import pipeline\npipeline(model="nobody/knows-this")\n');
      const server = createServer(answer);
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.env = {
        HF_ENDPOINT: `http://127.0.0.1:${server.address().port}`,
        XDG_CACHE_HOME: `${folder}/../cache-of-${server.address().port}`,
      };
      return () => {
        server.closeAllConnections();
        server.close();
      };
    },
    args: ['audit', '--online', '--format', 'json'],
  })),
  ...[
    'http://127.0.0.1:1',
    'https://127.0.0.1:1',
    'http://evil.invalid',
    'https://a@b.example',
    'file:///etc/passwd',
    'hello',
    'https://',
    'https://x/../y',
  ].map((address) => ({
    class: 'a Hub that is none',
    name: address,
    kind: 'network',
    build: (folder) =>
      write(folder, 'unknown.py', 'from transformers import pipeline\npipeline(model="nobody/knows-this")\n'),
    env: { HF_ENDPOINT: address },
    args: ['audit', '--online', '--format', 'json'],
    allowed: [1, 2, 3],
  })),
];
