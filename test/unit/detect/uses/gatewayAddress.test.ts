import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

const catalog = builtCatalog();
const hostsIn = (text: string, path: string): readonly (string | null)[] =>
  detectReferences(text, { path, catalog }).references.map(({ host }) => host);

const python = (head: string, url: string): string =>
  `import os\nfrom openai import OpenAI\n\n${head}    c = OpenAI(base_url=${url})\n` +
  '    return c.chat.completions.create(model="o4-mini", messages=[])\n';
const typescript = (head: string, url: string): string =>
  `import OpenAI from "openai";\n${head} {\n  const c = new OpenAI({ baseURL: ${url} });\n` +
  '  return c.chat.completions.create({ model: "o4-mini", messages: [] });\n}\n';
const go = (parameter: string): string =>
  'package llm\n\nimport (\n\t"github.com/openai/openai-go/v2"\n\t"github.com/openai/openai-go/v2/option"\n)\n\n' +
  `func Ask(ctx context.Context, ${parameter} string) {\n\tc := openai.NewClient(option.WithBaseURL(${parameter}))\n` +
  '\tc.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "o4-mini"})\n}\n';

describe('a client whose address is not written', () => {
  it.each([
    ['a.py', python('def f(gateway_url):\n', 'gateway_url')],
    ['a.py', python('def f():\n', 'os.environ["LITELLM_URL"]')],
    ['a.py', python('def f():\n', 'settings.braintrust_proxy_endpoint')],
    ['a.ts', typescript('function f(gatewayUrl: string)', 'gatewayUrl')],
    ['a.ts', typescript('function f()', '`${process.env.LITELLM_URL}/v1`')],
    ['a.go', go('gatewayURL')],
  ])('asks nobody who is known where it is called after a gateway: %s %s', (path, text) =>
    expect(hostsIn(text, path)).toEqual([null]),
  );

  it.each([
    ['a.py', python('def f(url):\n', 'url')],
    ['a.py', python('def f(base_url):\n', 'base_url')],
    ['a.py', python('def f():\n', 'os.environ["OPENAI_PROXY_URL"]')],
    ['a.py', python('def f(gateway_url=None):\n', 'gateway_url')],
    ['a.py', python('def f(gateway_url: str | None = None):\n', 'gateway_url')],
    ['a.py', python('def f(gateway_url: Optional[str]):\n', 'gateway_url')],
    ['a.py', python('def f(gateway_url):\n', 'gateway_url or None')],
    ['a.ts', typescript('function f(gatewayUrl?: string)', 'gatewayUrl')],
    ['a.ts', typescript('function f(gatewayUrl: string | undefined)', 'gatewayUrl')],
    ['a.ts', typescript('function f()', 'useGateway ? gatewayUrl : undefined')],
    ['a.ts', typescript('function f()', '"/api/gateway"')],
    ['a.go', go('baseURL')],
    // A variable that need not be set.
    ['a.ts', typescript('function f()', 'process.env.LLM_PROXY_URL')],
    ['a.py', python('def f():\n', 'os.getenv("LITELLM_URL")')],
    ['a.py', python('def f():\n', 'os.environ.get("LITELLM_URL")')],
    // One of two clients.
    ['a.py', python('def f(gateway_url):\n', 'gateway_url) if use_gateway else OpenAI(')],
    ['a.py', python('def f(gateway_url):\n', 'gateway_url)\n    if not gateway_url: c = OpenAI(')],
    ['a.ts', typescript('function f(gatewayUrl: string)', 'x, ...(on ? { baseURL: gatewayUrl } : {})')],
    // Another client of the text has an address that may be any.
    ['a.py', `${python('def f(gateway_url, url):\n', 'url')}\nother = OpenAI(base_url=gateway_url)\n`],
  ])('asks its own service where it says no more, or may be nothing: %s %s', (path, text) =>
    expect(hostsIn(text, path)).toEqual(['openai']),
  );

  it('asks the address that stands in its place', () =>
    expect(
      hostsIn(typescript('function f()', 'process.env.GATEWAY_URL ?? "https://api.openai.com/v1"'), 'a.ts'),
    ).toEqual(['openai']));
});

describe('a command that sends a request', () => {
  const body = `-d '{"model":"gpt-4-turbo","messages":[]}'\n`;

  it.each([
    `curl "$LITELLM_URL/v1/chat/completions" -H "Authorization: Bearer $KEY" ${body}`,
    `curl -s \${GATEWAY_URL}/v1/chat/completions \\\n  -H "x: y" \\\n  ${body}`,
    `curl "http://$LLM_PROXY_HOST:4000/v1/chat/completions" -d '{\n  "model": "gpt-4-turbo",\n  "messages": []\n}'\n`,
  ])('asks nobody who is known where its address is called after a gateway: %s', (text) =>
    expect(hostsIn(text, 'smoke.sh')).toEqual([null]),
  );

  it.each([
    `curl "$OPENAI_BASE_URL/v1/chat/completions" ${body}`,
    `curl "$OPENAI_PROXY_URL/v1/chat/completions" ${body}`,
    `curl "$URL/v1/chat/completions" ${body}`,
    `curl --proxy $PROXY:8080 api.openai.com/v1/chat/completions ${body}`,
    `curl -x "$LLM_PROXY:3128" api.openai.com/v1/chat/completions ${body}`,
    `curl https://api.openai.com/v1/chat/completions -x "$PROXY_URL/" ${body}`,
    `curl "$LITELLM_URL/health"\nllm -m gpt-4-turbo "hello"\n`,
    `curl "$LITELLM_URL/health"\nOPENAI_MODEL=gpt-4-turbo\n`,
  ])('asks the service of a name elsewhere: %s', (text) =>
    expect(hostsIn(text, 'smoke.sh')).toEqual(['openai']),
  );
});
