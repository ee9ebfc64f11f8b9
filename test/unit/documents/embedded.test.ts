import { describe, expect, it } from 'vitest';
import { embeddedLanguage, isProseName, isScriptName } from '../../../src/core/documents/embedded';

const YAML = 'model: acme/thing\nport: 80\n';
const SCRIPT = 'set -eu\nexport A=b\nvllm serve acme/thing\n';

describe('embeddedLanguage', () => {
  it.each([
    ['config.yaml', YAML, 'yaml'],
    ['etc/app.properties', 'a', 'properties'],
    ['Dockerfile', 'a', 'dockerfile'],
    ['.env', 'A=b', 'dotenv'],
    ['run', 'anything at all', 'shellscript'],
    ['claude_args', '--model x', 'shellscript'],
    ['script', 'import os\nprint(1)', 'python'],
    ['user_data', SCRIPT, 'shellscript'],
    ['proxyConfigYaml', YAML, 'yaml'],
    ['config_json', 'not quite json', 'json'],
    ['config', YAML, 'yaml'],
    ['content', SCRIPT, 'shellscript'],
    ['message', '#!/bin/sh\nvllm serve x', 'shellscript'],
  ])('%s is read as what it says or looks like', (key, text, language) => {
    expect(embeddedLanguage(text, { start: 0, end: text.length }, { key, byShape: true })).toBe(language);
  });

  it.each([
    ['message.txt', YAML],
    ['description', YAML],
    ['systemPrompt', YAML],
    ['placeholder', SCRIPT],
    ['motd', 'Welcome to the cluster.'],
  ])('%s is text', (key, text) => {
    expect(embeddedLanguage(text, { start: 0, end: text.length }, { key, byShape: true })).toBeUndefined();
  });

  it('lets the shape decide only where it may', () => {
    const range = { start: 0, end: YAML.length };
    expect(embeddedLanguage(YAML, range, { key: 'value', byShape: false })).toBeUndefined();
    expect(embeddedLanguage(YAML, range, { key: 'settings_yaml', byShape: false })).toBe('yaml');
  });
});

describe('names of texts', () => {
  it.each([
    'run',
    'before_script',
    'VLLM_EXTRA_ARGS',
    'extraArgs',
    'JAVA_OPTS',
    'user_data',
    'ExecStart',
    'command',
  ])('%s is a script', (name) => expect(isScriptName(name)).toBe(true));
  it.each(['options', 'flags', 'config', 'description', 'runner', ''])('%s is none', (name) =>
    expect(isScriptName(name)).toBe(false),
  );
  it('tells names of texts for people', () => {
    expect(isProseName('systemPrompt')).toBe(true);
    expect(isProseName('config')).toBe(false);
  });
});
