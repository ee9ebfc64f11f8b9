import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PUBLIC_COMMANDS } from '../../src/vscode/commands/commandIds';
import { CONTEXT_KEYS, MCP_PROVIDER, PREFIX, RESULTS_VIEW, TOOL_IDS, toolName } from '../../src/vscode/names';
import { SETTING_DEFAULTS } from '../../src/vscode/settingKeys';

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly tags?: readonly string[];
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text);
const { contributes, capabilities } = manifest;
const commands: readonly { command: string; category: string; title: string }[] = contributes.commands;
const settings: Readonly<Record<string, Setting>> = contributes.configuration.properties;
const sentences: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const sources = sourcesUnder('src/vscode');

function sourcesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** Every `modelLicenseLens.…` in a text, without the prefix. */
function namesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/modelLicenseLens\.([\w.]+)/g)].map(([, name]) => name ?? '');
}

describe('commands', () => {
  test('are declared exactly when they have code', () => {
    expect(commands.map(({ command }) => command).sort()).toEqual(
      PUBLIC_COMMANDS.map((id) => `${PREFIX}.${id}`).sort(),
    );
  });

  test('share one category and take their titles from the translations', () => {
    for (const { category, title, command } of commands) {
      expect(category, command).toBe('Model License');
      expect(title, command).toBe(`%command.${command.slice(PREFIX.length + 1)}.title%`);
    }
  });

  test('of menus and welcome texts are declared', () => {
    const used = Object.values<{ command: string }[]>(contributes.menus)
      .flat()
      .map(({ command }) => command);
    const linked = [
      ...Object.values(sentences)
        .join('\n')
        .matchAll(/\(command:([\w.]+)\)/g),
    ].map(([, command]) => command);
    const declared = new Set(commands.map(({ command }) => command));
    for (const command of [...used, ...linked]) expect(declared, command).toContain(command);
  });
});

describe('settings', () => {
  test('are declared exactly when the code reads them, with the same defaults', () => {
    const declared = Object.entries(settings).map(([key, value]) => [key, value.default]);
    expect(Object.fromEntries(declared)).toEqual(
      Object.fromEntries(Object.entries(SETTING_DEFAULTS).map(([key, value]) => [`${PREFIX}.${key}`, value])),
    );
    const reader = readFileSync('src/vscode/settings.ts', 'utf8');
    for (const key of Object.keys(SETTING_DEFAULTS)) expect(reader, key).toContain(`'${key}'`);
  });

  test('state scope, order and a description', () => {
    const orders = new Set<number | undefined>();
    for (const [key, { scope, order, markdownDescription }] of Object.entries(settings)) {
      expect(['application', 'machine', 'resource', 'language-overridable'], key).toContain(scope);
      expect(typeof order, key).toBe('number');
      expect(orders.has(order), key).toBe(false);
      orders.add(order);
      expect(markdownDescription, key).toBe(`%configuration.${key.slice(PREFIX.length + 1)}.description%`);
    }
  });

  test('that reach the network cannot be set by a workspace', () => {
    for (const [key, { scope, tags }] of Object.entries(settings)) {
      if (/online|endpoint|token|url/i.test(key))
        expect([key, scope, tags], key).toEqual([key, 'application', ['usesOnlineServices']]);
    }
  });
});

describe('what a workspace must not decide', () => {
  test('whether anything is asked or read outside of it, and where: each is a setting that only its user can set, off by default', () => {
    const scopes = Object.entries(settings)
      .filter(([key]) => key.includes('.lookup.'))
      .map(([key, { scope, default: value }]) => [key.slice(PREFIX.length + 1), scope, value]);
    expect(scopes).toEqual([
      ['lookup.online', 'application', false],
      ['lookup.endpoint', 'application', ''],
      ['lookup.localStores', 'machine', false],
    ]);
  });

  test('no setting holds a token: it is kept in the secret storage, and read in one place', () => {
    expect(Object.keys(settings).filter((key) => /token|secret|password|auth/i.test(key))).toEqual([]);
    expect([...sources.matchAll(/\bsecrets\b/g)].length).toBeGreaterThan(0);
    expect(sources).not.toMatch(/getConfiguration\([^)]*\)[^;]*token/i);
  });
});

describe('trust', () => {
  test('is declared under the keys that the editor reads', () => {
    expect(Object.keys(capabilities).sort()).toEqual(['untrustedWorkspaces', 'virtualWorkspaces']);
    expect(Object.keys(capabilities.untrustedWorkspaces).sort()).toEqual([
      'description',
      'restrictedConfigurations',
      'supported',
    ]);
    expect(capabilities.untrustedWorkspaces.supported).toBe('limited');
    expect(capabilities.virtualWorkspaces).toBe(true);
  });

  test('holds back every workspace setting that names paths', () => {
    const paths = Object.entries(settings)
      .filter(([, { type, scope }]) => type !== 'boolean' && scope !== 'application')
      .map(([key]) => key);
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(paths);
  });
});

describe('activation', () => {
  test('waits for a document, a policy or a command', () => {
    for (const event of manifest.activationEvents)
      expect(event).toMatch(/^(?:onLanguage:[\w-]+|workspaceContains:\.model-policy\.yaml)$/);
  });
});

describe('words', () => {
  const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? ''));

  test('of the manifest are in the translations, and no others', () => {
    expect(Object.keys(sentences).sort()).toEqual([...used].sort());
  });

  test('are keys wherever a person reads them', () => {
    // The name of a problem matcher is what a task writes, whatever the language.
    const { languageModelTools, ...forPeople } = { ...contributes, problemMatchers: [] };
    const shown = [
      ...JSON.stringify(forPeople).matchAll(
        /"(?:title|displayName|description|markdownDescription|label|name|contents|contextualTitle|altText)":"([^"]*)"/g,
      ),
    ].map(([, value]) => value ?? '');
    for (const { displayName, userDescription } of languageModelTools)
      shown.push(displayName, userDescription);
    expect(shown.filter((value) => !value.startsWith('%'))).toEqual([]);
  });
});

describe('views and conditions', () => {
  test('are those of the code', () => {
    expect(
      Object.values<{ id: string }[]>(contributes.views)
        .flat()
        .map(({ id }) => id),
    ).toEqual([RESULTS_VIEW]);
    const known = new Set<string>([...CONTEXT_KEYS, RESULTS_VIEW.slice(PREFIX.length + 1)]);
    const conditions = [
      ...Object.values<{ when?: string }[]>(contributes.menus).flat(),
      ...(commands as readonly { enablement?: string }[]),
      ...contributes.viewsWelcome,
    ].map((item: { when?: string; enablement?: string }) => `${item.when ?? ''} ${item.enablement ?? ''}`);
    for (const name of namesIn(conditions)) expect(known, name).toContain(name);
  });

  test('depend on context keys that the code sets', () => {
    for (const key of CONTEXT_KEYS) expect(sources, key).toContain(`setContextKey('${key}'`);
  });
});

describe('tools for agents', () => {
  const tools: readonly Readonly<Record<string, unknown>>[] = contributes.languageModelTools;

  test('are those of the code, read-only by their tags and idle where the folder is not trusted', () => {
    expect(tools.map(({ name }) => name)).toEqual(TOOL_IDS.map(toolName));
    for (const { when, toolReferenceName, name } of tools)
      expect([when, `${PREFIX}_${String(toolReferenceName)}`]).toEqual(['isWorkspaceTrusted', name]);
  });
});

describe('walkthrough', () => {
  test('is one, of three to five steps, each with a picture and a button', () => {
    expect(contributes.walkthroughs).toHaveLength(1);
    const { steps } = contributes.walkthroughs[0];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
    for (const { description, media } of steps) {
      expect(readFileSync(media.svg, 'utf8')).toContain('--vscode-editor-background');
      expect(sentences[description.slice(1, -1)]).toMatch(/\[[^\]]+\]\(command:/);
    }
  });
});

describe('schemas', () => {
  test('that the manifest gives to files are built from sources', () => {
    const urls = [...contributes.yamlValidation, ...contributes.jsonValidation].map(
      ({ url }: { url: string }) => url,
    );
    expect(urls).toEqual(['./dist/policy.schema.json', './dist/audit.schema.json']);
    for (const url of urls)
      expect(JSON.parse(readFileSync(url.replace('./dist', 'src/catalog/schemas'), 'utf8'))).toHaveProperty(
        '$schema',
      );
  });
});

describe('package', () => {
  test('has a bundle for each host and a picture of 128 by 128 points', () => {
    expect([manifest.main, manifest.browser]).toEqual(['./dist/extension.js', './dist/extension.browser.js']);
    const icon = readFileSync(manifest.icon);
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('is typed against the oldest editor it runs in', () => {
    expect(`^${manifest.devDependencies['@types/vscode'].slice(1)}`).toBe(manifest.engines.vscode);
  });
});

test('the provider of servers for agents is declared as it is registered', () => {
  expect(contributes.mcpServerDefinitionProviders).toEqual([
    { id: MCP_PROVIDER, label: '%extension.displayName%' },
  ]);
});

test('the addresses of the project are those of its repository, also where documents name it', () => {
  const repository = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  expect(manifest.homepage).toBe(`${repository}#readme`);
  expect(manifest.bugs.url).toBe(`${repository}/issues`);
  const name = new URL(repository).pathname.slice(1);
  const readme = readFileSync('src/cli/README.md', 'utf8');
  expect(readme).toContain(`uses: ${name}@`);
  expect(readme).toContain(`repo: ${repository}`);
});

test('the keywords are no more than the Marketplace takes, each once and in order', () => {
  const keywords: readonly string[] = manifest.keywords;
  expect(keywords.length).toBeLessThanOrEqual(30);
  expect(keywords).toEqual([...new Set(keywords)].sort());
});

describe('the plugin for agents', () => {
  const folder = 'templates/agent-plugin';
  const json = (path: string): Record<string, unknown> =>
    JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'));

  test('is of this version, and starts the server of this version', () => {
    expect(json('.claude-plugin/plugin.json')).toMatchObject({
      name: manifest.name,
      version: manifest.version,
      license: manifest.license,
    });
    expect(json('.mcp.json')).toEqual({
      mcpServers: {
        [manifest.name]: { command: 'npx', args: ['--yes', `${manifest.name}@${manifest.version}`, 'mcp'] },
      },
    });
  });

  test('has a skill that is called as its folder, and names tools that there are', () => {
    const name = 'ask-before-naming-a-model';
    const skill = readFileSync(`${folder}/skills/${name}/SKILL.md`, 'utf8');
    expect(skill).toMatch(new RegExp(`^---\\nname: ${name}\\ndescription: .{40,1000}\\n---\\n`));
    const tools = new Set(readFileSync('test/contract/mcp.test.ts', 'utf8').match(/'[a-z]+(?:_[a-z]+)+'/g));
    for (const [tool] of skill.matchAll(/(?<=`)[a-z]+(?:_[a-z]+)+(?=`)/g))
      expect(tools).toContain(`'${tool}'`);
  });
});
