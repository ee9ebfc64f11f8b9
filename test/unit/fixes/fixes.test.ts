import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/policy/finding';
import type { FixContext } from '../../../src/core/fixes/fix';
import { fixesFor } from '../../../src/core/fixes/fixesFor';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { findingsFor } from '../../../src/core/policy/evaluate';
import { contextOf, judgedText, reference } from '../policy/support';
import { after, edits, fixContext, fixes, title, type Workspace } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const DENIES_LLAMA = 'version: 1\nlicenses:\n  deny: [llama3.1]\n';

function loads(id: string, policy?: string): Workspace {
  return {
    text: `import x\n\n    model = load("${id}")\n`,
    ids: [id],
    ...(policy !== undefined && { policy }),
  };
}

describe('replace with an allowed model', () => {
  it('offers at most three of the same task, of about the size and the newest first, none that may be a base model, with license and origin in the title', () => {
    const found = fixes(
      loads(LLAMA, 'version: 1\nlicenses:\n  allow: ["category:permissive"]\n'),
      'license/denied',
      'replace',
    );
    expect(found.map(title)).toEqual([
      'Replace with mistralai/Mistral-Nemo-Instruct-2407 (Apache-2.0, FR)',
      'Replace with mistralai/Mistral-7B-Instruct-v0.3 (Apache-2.0, FR)',
    ]);
    expect(found.every(({ preferred }) => !preferred)).toBe(true);
  });

  it('names all licenses of it, and the countries of its bases', () => {
    const yaml = 'version: 1\nlicenses: { deny: [llama3.1] }\nmodels: { allow: ["pfnet/*"] }\n';
    expect(fixes(loads(LLAMA, yaml), 'license/denied', 'replace').map(title)).toEqual([
      'Replace with pfnet/Two-Licenses-8B-Instruct (gemma AND llama3.3, JP ← CN)',
    ]);
  });

  it('writes exactly the name', () => {
    const workspace = loads(LLAMA, 'version: 1\nlicenses:\n  allow: ["category:permissive"]\n');
    const [fix] = fixes(workspace, 'license/denied', 'replace');
    expect(after(fix!, 'app.py', workspace.text)).toBe(
      'import x\n\n    model = load("mistralai/Mistral-Nemo-Instruct-2407")\n',
    );
  });

  it('offers nothing the policy finds something about', () => {
    const policy = 'version: 1\nlicenses:\n  allow: [apache-2.0]\norigins:\n  deny: [FR, CN]\n';
    expect(fixes(loads(LLAMA, policy), 'license/denied', 'replace')).toEqual([]);
    const open = 'version: 1\nlicenses:\n  allow: [apache-2.0]\norigins:\n  deny: [CN]\n';
    for (const fix of fixes(loads(LLAMA, open), 'license/denied', 'replace')) {
      const id = fix.id.slice('replace:'.length);
      expect(findingsFor(reference(id), contextOf(open)).map(({ rule }) => rule)).toEqual([
        'model/unpinned-revision',
      ]);
    }
  });

  it('keeps to the registry and its spelling', () => {
    const workspace: Workspace = {
      path: 'compose.yaml',
      text: 'model: llama3.1:8b\n',
      ids: ['llama3.1:8b'],
      registry: 'ollama',
      policy: DENIES_LLAMA,
    };
    const found = fixes(workspace, 'license/denied', 'replace');
    expect(found.map(title)).toEqual(['Replace with mistral:7b (Apache-2.0, FR)']);
    expect(after(found[0]!, 'compose.yaml', workspace.text)).toBe('model: mistral:7b\n');
  });

  it('keeps what stands around the id in the text', () => {
    const text = 'url = "https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct/tree/main"\n';
    const whole = 'https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct/tree/main';
    const workspace: Workspace = {
      text,
      ids: [whole],
      reference: { id: LLAMA },
      policy: DENIES_LLAMA,
      registry: 'huggingface',
    };
    const [fix] = fixes(workspace, 'license/denied', 'replace');
    expect(after(fix!, 'app.py', text)).toContain(
      '"https://huggingface.co/mistralai/Mistral-Nemo-Instruct-2407/tree/main"',
    );
  });

  it('offers none for a model nothing is known of, or beside a revision, which is of the old model', () => {
    expect(fixes(loads('nobody/nothing', 'version: 1\n'), 'license/unknown', 'replace')).toEqual([]);
    const pinned = {
      ...loads(LLAMA, DENIES_LLAMA),
      reference: { revision: { value: 'a'.repeat(40), immutable: true } },
    };
    expect(fixes(pinned, 'license/denied', 'replace')).toEqual([]);
  });

  it('makes no edit when the text has changed in the meantime', () => {
    const workspace = loads(LLAMA, DENIES_LLAMA);
    const finding = judgedText(workspace.text, workspace.ids, workspace.policy).findings.find(
      ({ rule }) => rule === 'license/denied',
    ) as Finding;
    const [fix] = fixesFor(finding, fixContext({ ...workspace, text: 'import y\n' })).filter(
      ({ kind }) => kind === 'replace',
    );
    expect(edits(fix!)).toEqual([]);
  });
});

describe('present names', () => {
  it('writes the present name of a renamed model, as the one preferred fix', () => {
    const workspace = loads('THUDM/glm-4-9b-chat', 'version: 1\n');
    const found = fixes(workspace, 'model/renamed', 'rename');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ preferred: true });
    expect(title(found[0]!)).toBe('Write the present name zai-org/glm-4-9b-chat');
    expect(after(found[0]!, 'app.py', workspace.text)).toContain('load("zai-org/glm-4-9b-chat")');
  });

  it('moves to the successor of a retired model, also without a policy', () => {
    const workspace: Workspace = { text: 'model="claude-2.1"', ids: ['claude-2.1'], role: 'calls' };
    const [fix] = fixes(workspace, 'model/retired', 'rename');
    expect(after(fix!, 'app.py', workspace.text)).toBe('model="claude-sonnet-4-5"');
  });

  it('offers no successor that the registry does not have', () => {
    const workspace: Workspace = {
      text: 'model="claude-2.1"',
      ids: ['claude-2.1'],
      role: 'calls',
      registry: 'bedrock',
      reference: { registry: 'bedrock' },
    };
    const finding: Finding = {
      ...judgedText('claude-2.1', ['claude-2.1'], undefined, { role: 'calls' }).findings[0]!,
      reference: reference('claude-2.1', { registry: 'bedrock' }),
    };
    expect(fixesFor(finding, fixContext(workspace)).filter(({ kind }) => kind === 'rename')).toEqual([]);
  });
});

describe('exceptions', () => {
  it('asks for a reason, who approved it and a last day, and writes them at the end of the list', () => {
    const policy =
      '# ours\nversion: 1\nlicenses:\n  deny: [llama3.1] # for now\nexceptions:\n  - model: gpt-4o\n    reason: old\n';
    const [fix] = fixes(loads(LLAMA, policy), 'license/denied', 'exception');
    expect(fix!.action).toMatchObject({ needs: ['reason', 'approver', 'expires'] });
    expect(
      after(fix!, '.model-policy.yaml', policy, {
        reason: 'pilot: two shops',
        approver: 'legal',
        expires: '2027-01-31',
      }),
    ).toBe(
      `${policy}  - model: ${LLAMA}\n    rules: [license/denied]\n    reason: "pilot: two shops"\n    approvedBy: legal\n    expires: 2027-01-31\n`,
    );
  });

  it('silences the finding', () => {
    const workspace = loads(LLAMA, DENIES_LLAMA);
    const [fix] = fixes(workspace, 'license/denied', 'exception');
    const policy = after(fix!, '.model-policy.yaml', DENIES_LLAMA, { reason: 'pilot' });
    expect(judgedText(workspace.text, workspace.ids, policy).findings.map(({ rule }) => rule)).not.toContain(
      'license/denied',
    );
  });

  it('starts a policy where there is none', () => {
    const workspace = loads('CohereLabs/c4ai-command-r-v01');
    const [fix] = fixes(workspace, 'license/non-commercial', 'exception');
    expect(title(fix!)).toBe('Start a policy with an exception for CohereLabs/c4ai-command-r-v01…');
    const [edit] = edits(fix!, { reason: 'research "demo"\nonly' });
    expect(edit).toMatchObject({ path: '.model-policy.yaml', create: true });
    expect(readPolicy(edit!.newText, 'p').policy?.exceptions).toMatchObject([
      { model: 'CohereLabs/c4ai-command-r-v01', reason: 'research "demo" only' },
    ]);
  });

  it('leaves a broken policy alone, and one that the answers would break', () => {
    const workspace = loads(LLAMA, DENIES_LLAMA);
    const finding = judgedText(workspace.text, workspace.ids, DENIES_LLAMA).findings.find(
      ({ rule }) => rule === 'license/denied',
    ) as Finding;
    const broken: FixContext = {
      ...fixContext(workspace),
      policy: { path: '.model-policy.yaml', text: () => 'version: 1\nlicenses: [' },
    };
    const exceptionIn = (context: FixContext) =>
      fixesFor(finding, context).find(({ kind }) => kind === 'exception')!;
    expect(edits(exceptionIn(broken), { reason: 'pilot' })).toEqual([]);
    expect(edits(exceptionIn(fixContext(workspace)), { reason: '' })).toEqual([]);
    expect(edits(exceptionIn(fixContext(workspace)), { reason: 'pilot', expires: 'soon' })).toEqual([]);
  });
});

describe('allow and deny a license', () => {
  it('takes it from the list that denies it', () => {
    const policy = 'version: 1\nlicenses:\n  deny: [gemma, llama3.1] # no\n';
    const [fix] = fixes(loads(LLAMA, policy), 'license/denied', 'allow-license');
    expect(after(fix!, '.model-policy.yaml', policy)).toBe('version: 1\nlicenses:\n  deny: [gemma] # no\n');
  });

  it('adds it to the list of allowed ones', () => {
    const policy = 'version: 1\nlicenses:\n  allow: ["category:permissive"]\n';
    const [fix] = fixes(loads(LLAMA, policy), 'license/denied', 'allow-license');
    expect(title(fix!)).toBe('Allow the license llama3.1 in the policy');
    expect(after(fix!, '.model-policy.yaml', policy)).toBe(
      'version: 1\nlicenses:\n  allow: ["category:permissive", llama3.1]\n',
    );
  });

  it('never turns an empty list of allowed licenses into one that denies all others', () => {
    const policy = 'version: 1\nlicenses:\n  deny: ["category:community-restricted"]\n';
    expect(fixes(loads(LLAMA, policy), 'license/denied', 'allow-license')).toEqual([]);
  });

  it('finds another name of the same license', () => {
    const policy = 'version: 1\nlicenses:\n  deny:\n    - mit\n    - Llama 3.1 Community License\n';
    const [fix] = fixes(loads(LLAMA, policy), 'license/denied', 'allow-license');
    expect(after(fix!, '.model-policy.yaml', policy)).toBe('version: 1\nlicenses:\n  deny:\n    - mit\n');
  });

  it('denies one that is to be looked at', () => {
    const policy = 'version: 1\nlicenses:\n  warn:\n    - llama3.1 # look\n    - gemma\n';
    const workspace = loads(LLAMA, policy);
    const [fix] = fixes(workspace, 'license/warned', 'deny-license');
    const changed = after(fix!, '.model-policy.yaml', policy);
    expect(changed).toBe('version: 1\nlicenses:\n  warn:\n    - gemma\n  deny: [llama3.1]\n');
    expect(judgedText(workspace.text, workspace.ids, changed).findings.map(({ rule }) => rule)).toContain(
      'license/denied',
    );
  });
});

describe('deny the license', () => {
  const users = 'version: 1\nuse: { purpose: commercial, monthlyActiveUsers: 1_000_000_000 }\n';

  it('is offered for a limit that the project runs into', () => {
    expect(fixes(loads(LLAMA, users), 'license/threshold', 'deny-license')).toHaveLength(1);
  });

  it.each(['llama3.1', '"category:community-restricted"'])(
    'is not, where the policy denies it by %s',
    (name) => {
      const policy = `${users}licenses: { deny: [${name}] }\n`;
      expect(fixes(loads(LLAMA, policy), 'license/denied', 'deny-license')).toEqual([]);
    },
  );
});

describe('ignore on this line', () => {
  it.each([
    [
      'app.py',
      undefined,
      `x = 1\n  m = "${LLAMA}"\n`,
      `x = 1\n  # model-license-lens: ignore[license/denied] a pilot\n  m = "${LLAMA}"\n`,
    ],
    [
      'app.ts',
      undefined,
      `const m = "${LLAMA}";`,
      `// model-license-lens: ignore[license/denied] a pilot\nconst m = "${LLAMA}";`,
    ],
    [
      'app.lua',
      undefined,
      `m = "${LLAMA}"`,
      `-- model-license-lens: ignore[license/denied] a pilot\nm = "${LLAMA}"`,
    ],
    [
      'page.html',
      undefined,
      `<b>${LLAMA}</b>`,
      `<!-- model-license-lens: ignore[license/denied] a pilot -->\n<b>${LLAMA}</b>`,
    ],
    [
      'config.yaml',
      undefined,
      `a:\n  - ${LLAMA}\n`,
      `a:\n  # model-license-lens: ignore[license/denied] a pilot\n  - ${LLAMA}\n`,
    ],
    ['.env', undefined, `M=${LLAMA}`, `# model-license-lens: ignore[license/denied] a pilot\nM=${LLAMA}`],
    [
      'Dockerfile',
      undefined,
      `RUN a \\\n    ${LLAMA}\n`,
      `RUN a \\\n    # model-license-lens: ignore[license/denied] a pilot\n    ${LLAMA}\n`,
    ],
    [
      'nb.ipynb#cell',
      'python',
      `m = "${LLAMA}"`,
      `# model-license-lens: ignore[license/denied] a pilot\nm = "${LLAMA}"`,
    ],
    [
      'app.py',
      undefined,
      `x = 1\r\nm = "${LLAMA}"\r\n`,
      `x = 1\r\n# model-license-lens: ignore[license/denied] a pilot\r\nm = "${LLAMA}"\r\n`,
    ],
  ])('writes a comment of the language above it: %s', (path, languageId, text, expected) => {
    const workspace: Workspace = {
      path,
      text,
      ids: [LLAMA],
      policy: DENIES_LLAMA,
      ...(languageId !== undefined && { languageId }),
    };
    const [fix] = fixes(workspace, 'license/denied', 'ignore');
    const changed = after(fix!, path, text, { reason: ' a\npilot ' });
    expect(changed).toBe(expected);
    expect(
      judgedText(changed, [LLAMA], DENIES_LLAMA, workspace).findings.map(({ rule }) => rule),
    ).not.toContain('license/denied');
  });

  it.each(['data.json', 'data.jsonl', 'nb.ipynb', 'notes.txt'])(
    'is not offered where there are no comments: %s',
    (path) => {
      expect(
        fixes({ path, text: `"${LLAMA}"`, ids: [LLAMA], policy: DENIES_LLAMA }, 'license/denied', 'ignore'),
      ).toEqual([]);
    },
  );

  it.each([
    ['inside a string of several lines', 'app.py', `s = """\n${LLAMA}\n"""`],
    ['inside a command that goes on', 'run.sh', `vllm serve \\\n  ${LLAMA}\n`],
  ])('makes no edit %s', (_where, path, text) => {
    const [fix] = fixes({ path, text, ids: [LLAMA], policy: DENIES_LLAMA }, 'license/denied', 'ignore');
    expect(edits(fix!, { reason: 'pilot' })).toEqual([]);
  });

  it('cannot be broken out of by the reason', () => {
    const text = `<b>${LLAMA}</b>`;
    const [fix] = fixes(
      { path: 'a.html', text, ids: [LLAMA], policy: DENIES_LLAMA },
      'license/denied',
      'ignore',
    );
    expect(after(fix!, 'a.html', text, { reason: 'x --> <script>' }).split('\n')[0]).toBe(
      '<!-- model-license-lens: ignore[license/denied] x -> <script> -->',
    );
  });
});

describe('required words', () => {
  const finding = (obligation: string, phrase: string): Finding => ({
    rule: 'obligation/attribution-missing',
    severity: 'warning',
    range: { start: 0, end: 1 },
    message: { template: '', args: [] },
    model: LLAMA,
    data: { obligation, phrase, licenseKey: 'llama3.1' },
  });
  const notice = 'Llama 3.1 is licensed under the Llama 3.1 Community License.';
  const fixesOf = (obligation: string, words: string, files: Partial<Workspace>) =>
    fixesFor(finding(obligation, words), fixContext({ text: '', ids: [], ...files }));

  it('creates the notice file', () => {
    const [fix] = fixesOf('include-notice', notice, {});
    expect(title(fix!)).toBe('Create NOTICE with the required notice');
    expect(edits(fix!)).toEqual([
      { path: 'NOTICE', range: { start: 0, end: 0 }, newText: `${notice}\n`, create: true },
    ]);
  });

  it.each([
    ['Old.\n', `Old.\n\n${notice}\n`],
    ['Old.', `Old.\n\n${notice}\n`],
    ['Old.\r\n', `Old.\r\n\r\n${notice}\r\n`],
    ['', `${notice}\n`],
  ])('adds to the notice file %j', (before, expected) => {
    const [fix] = fixesOf('include-notice', notice, { notice: before });
    expect(after(fix!, 'NOTICE', before)).toBe(expected);
  });

  it('adds the line to the documentation, or lets it be copied', () => {
    const [fix, copy] = fixesOf('display-phrase', 'Built with Llama', { readme: '# Ours\n' });
    expect(after(fix!, 'README.md', '# Ours\n')).toBe('# Ours\n\nBuilt with Llama\n');
    expect(copy!.action).toEqual({ kind: 'copy', text: 'Built with Llama' });
    expect(fixesOf('display-phrase', 'Built with Llama', {})[0]!.action).toEqual({
      kind: 'copy',
      text: 'Built with Llama',
    });
  });
});

describe('reading up', () => {
  it("opens the license on its steward's site", () => {
    const [fix] = fixes(loads(LLAMA, DENIES_LLAMA), 'license/denied', 'open-license');
    expect(fix!.action).toEqual({
      kind: 'open',
      url: 'https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/LICENSE',
    });
  });

  it('copies the citation of the clause', () => {
    const workspace = {
      ...loads('meta-llama/Llama-4-Scout-17B-16E-Instruct', 'version: 1\nuse: { regions: [EU] }\n'),
    };
    const [fix] = fixes(workspace, 'license/region', 'copy-citation');
    expect(fix!.action).toMatchObject({
      kind: 'copy',
      text: expect.stringMatching(/^Llama 4 Community License Agreement, .+\n.+llama4/) as string,
    });
  });
});

describe('the menu', () => {
  it('has no two fixes of the same id, and nothing for all at once', () => {
    const found = fixes(
      loads(LLAMA, 'version: 1\nlicenses:\n  allow: ["category:permissive"]\n'),
      'license/denied',
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.map(({ kind }) => kind)).toEqual([
      'replace',
      'replace',
      'exception',
      'allow-license',
      'ignore',
      'open-license',
    ]);
  });

  it('corrects a word of the policy', () => {
    const text = 'version: 1\nlicenses: {}\n';
    const finding: Finding = {
      rule: 'policy/invalid',
      severity: 'error',
      range: { start: 11, end: 19 },
      message: { template: '', args: [] },
      model: null,
      data: { suggestion: 'licenses' },
    };
    const [fix] = fixesFor(finding, fixContext({ path: '.model-policy.yaml', text, ids: [] }));
    expect(after(fix!, '.model-policy.yaml', text)).toBe('version: 1\nlicenses: {}\n');
  });
});
