import { describe, expect, it } from 'vitest';
import { createLookup } from '../../../src/core/lookup/lookup';
import { english, message, render } from '../../../src/core/message';
import { evaluate } from '../../../src/core/policy/evaluate';
import type { ModelReference } from '../../../src/core/reference';
import type { Severity } from '../../../src/core/vocabulary';
import type { FixKind } from '../../../src/core/fixes/fix';
import { settle } from '../../../src/core/fixes/settle';
import { builtCatalog } from '../../support/builtCatalog';
import { contextOf, detection, judgedText, reference, type Scenario } from '../policy/support';
import { fixContext } from './support';

const POLICY = 'version: 1\nlicenses: { allow: [apache-2.0, mit] }\n';

function settled(
  text: string,
  ids: readonly string[],
  kinds: readonly FixKind[],
  { yaml = POLICY, least = 'warning', ...scenario }: Scenario & { yaml?: string; least?: Severity } = {},
) {
  const workspace = { text, ids, policy: yaml, ...scenario };
  const { findings } = evaluate(
    text,
    detection(ids.map((id) => reference(id, scenario, text.indexOf(id)))),
    contextOf(yaml, scenario),
  );
  return settle(findings, fixContext(workspace), { kinds: new Set(kinds), least });
}

function reasons({ refused }: ReturnType<typeof settled>): readonly string[] {
  return refused.map(({ text }) => render(text, english));
}

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';

describe('settle', () => {
  it('writes nothing of a kind that was not asked for', () => {
    const text = `load("${LLAMA}")\n`;
    const nothing = { text, settlements: [], refused: [] };
    expect(settled(text, [LLAMA], ['notice'])).toEqual(nothing);
    expect(settled(text, [LLAMA], ['pin'])).toMatchObject({ text, settlements: [] });
  });

  it('replaces every place once, by what the policy allows', () => {
    const before = `a("${LLAMA}")\nb("${LLAMA}")\n`;
    const { findings } = judgedText(before, [LLAMA], POLICY);
    const { text, settlements } = settle(
      findings,
      fixContext({ text: before, ids: [LLAMA], policy: POLICY }),
      { kinds: new Set(['replace']), least: 'warning' },
    );
    expect(settlements).toHaveLength(2);
    const [first] = settlements;
    expect(first?.finding.rule).toMatch(/^license\//);
    expect(text).toBe(`a("${first?.edit.newText}")\nb("${first?.edit.newText}")\n`);
    expect(text).not.toContain(LLAMA);
  });

  it('says what of the findings at a place the change settles', () => {
    const model = 'claude-3-opus';
    const { settlements } = settled(`model="${model}"\n`, [model], ['rename'], {
      yaml: 'version: 1\nhosting: { warn: [anthropic] }\n',
      role: 'calls',
      registry: 'anthropic',
      least: 'information',
    });
    expect(settlements.map(({ finding, reason }) => [finding.rule, reason.rule])).toEqual([
      ['hosting/warned', 'model/ending'],
    ]);
  });

  it('never writes a successor that the policy denies, and says why', () => {
    const text = 'model="claude-2.1"\n';
    const denied = settled(text, ['claude-2.1'], ['rename'], {
      yaml: 'version: 1\nmodels: { deny: [claude-sonnet-*] }\n',
      role: 'calls',
    });
    expect(denied.text).toBe(text);
    expect(reasons(denied)).toEqual([
      expect.stringMatching(/^claude-sonnet-4-5 is not proposed: .*\(model\/denied\)$/),
      expect.stringMatching(/^No replacement for claude-2\.1: nothing that Anthropic is known to offer/),
    ]);
    const excepted = settled(text, ['claude-2.1'], ['rename'], {
      yaml: 'version: 1\nmodels: { deny: [claude-sonnet-*] }\nexceptions: [{ model: claude-sonnet-4-5, reason: agreed, approvedBy: Kim }]\n',
      role: 'calls',
    });
    expect(excepted.text).toBe('model="claude-sonnet-4-5"\n');
    expect(excepted.refused).toEqual([]);
  });

  it('moves to the successor too where other models are asked for', () => {
    const text = 'model="claude-2.1"\n';
    for (const kinds of [['rename'], ['replace']] as const)
      expect(settled(text, ['claude-2.1'], kinds, { yaml: 'version: 1\n', role: 'calls' }).text).toBe(
        'model="claude-sonnet-4-5"\n',
      );
  });

  it('writes no successor for the name of a deployment, which its owner chose', () => {
    const text = 'model="gpt-4o"\n';
    const kept = settled(text, ['gpt-4o'], ['rename'], {
      yaml: 'version: 1\n',
      least: 'information',
      role: 'calls',
      registry: 'azure',
    });
    expect(kept.text).toBe(text);
    expect(reasons(kept)).toEqual(["gpt-5 is not proposed: the name of a deployment is its owner's"]);
  });

  it('keeps no name for its owner where a text says which model a deployment runs', () => {
    const why = [message('the project deploys {0} under this name', 'gpt-4o')];
    const areOwners = (reference: Partial<ModelReference>, kind: FixKind): boolean =>
      reasons(
        settled('model="gpt-4o"\n', ['gpt-4o'], [kind], {
          yaml: 'version: 1\n',
          least: 'information',
          role: 'calls',
          registry: 'azure',
          reference,
        }),
      ).some((reason) => reason.endsWith("the name of a deployment is its owner's"));
    for (const kind of ['rename', 'replace'] as const)
      expect([
        areOwners({}, kind),
        areOwners({ isDeployed: true }, kind),
        areOwners({ isDeployed: true, why }, kind),
      ]).toEqual([true, false, true]);
  });

  it('says of a successor that makes other vectors that the stored ones must be computed again', () => {
    const catalog = builtCatalog();
    const titles = (id: string): readonly string[] => {
      const text = `model="${id}"\n`;
      const places = [reference(id, { role: 'calls', registry: 'cohere' }, text.indexOf(id))];
      const context = fixContext({ text, ids: [], policy: 'version: 1\n' });
      const evaluation = { ...context.evaluation, catalog, lookup: createLookup(catalog, []) };
      return settle(
        evaluate(text, detection(places), evaluation).findings,
        { ...context, evaluation },
        { kinds: new Set(['rename']), least: 'hint' },
      ).settlements.map(({ fix }) => render(fix.title, english));
    };
    expect(titles('embed-english-v2.0')).toEqual([
      'Move to the successor embed-english-v3.0; stored vectors must be computed again',
    ]);
    expect(titles('command-r')).toEqual([expect.not.stringContaining('vectors')]);
  });

  it('says of what has ended without a successor that none is named', () => {
    const text = 'model="gpt-4o-0513"\n';
    const scenario = { yaml: 'version: 1\n', role: 'calls', registry: 'azure', least: 'hint' } as const;
    const kept = settled(text, ['gpt-4o-0513'], ['rename'], scenario);
    expect(kept.text).toBe(text);
    expect(reasons(kept)).toEqual([
      'No successor of gpt-4o-0513 is named: --kind replace looks for another model',
    ]);
    expect(reasons(settled(text, ['gpt-4o-0513'], ['pin'], scenario))).toEqual([]);
  });

  it('writes no successor that the policy denies, also where that is no more than a hint', () => {
    const text = 'model="claude-2.1"\n';
    const kept = settled(text, ['claude-2.1'], ['rename'], {
      yaml: 'version: 1\norigins: { deny: [US] }\n',
      role: 'calls',
      registry: 'anthropic',
      least: 'hint',
      reference: { context: 'test' },
    });
    expect(kept.text).toBe(text);
    expect(reasons(kept)[0]).toContain('claude-sonnet-4-5 is not proposed');
  });

  it('says of what ended at its maker that nobody knows who runs it', () => {
    const text = 'model="claude-2.1"\n';
    const kept = settled(text, ['claude-2.1'], ['rename'], {
      yaml: 'version: 1\n',
      role: 'calls',
      registry: 'anthropic',
      least: 'hint',
      reference: { host: null },
    });
    expect(reasons(kept)).toEqual([
      'Who runs claude-2.1 is unknown, and so is what is offered there in its place',
    ]);
  });

  it('leaves a name whose revision would be that of another model', () => {
    const text = 'model="claude-2.1"\n';
    const { findings } = evaluate(
      text,
      detection([
        {
          ...reference('claude-2.1', { role: 'calls' }, text.indexOf('claude')),
          revision: { value: '0613', immutable: false },
        },
      ]),
      contextOf(POLICY),
    );
    const kept = settle(findings, fixContext({ text, ids: [], policy: POLICY }), {
      kinds: new Set(['rename']),
      least: 'warning',
    });
    expect(kept.text).toBe(text);
    expect(reasons(kept)[0]).toBe(
      'claude-sonnet-4-5 is not proposed: the revision 0613 beside it is of claude-2.1',
    );
  });

  it('never changes where weights come from, and says so', () => {
    const text = `{"_name_or_path": "${LLAMA}", "architectures": ["LlamaForCausalLM"]}\n`;
    const ids = [LLAMA];
    const { findings } = judgedText(text, ids, POLICY);
    const context = fixContext({ path: 'm/config.json', text, ids, policy: POLICY });
    const kept = settle(findings, context, { kinds: new Set(['rename', 'replace']), least: 'warning' });
    expect(kept.text).toBe(text);
    expect(reasons(kept)).toEqual([`No replacement for ${LLAMA}: the file tells what its weights come from`]);
  });

  it('says what a replacement has to keep where nothing does, and how to find others', () => {
    const id = 'mistralai/Mistral-7B-Instruct-v0.3';
    const scenario = { yaml: 'version: 1\nmodels: { deny: ["*"] }\n' };
    expect(reasons(settled(`load("${id}")\n`, [id], ['replace'], scenario))).toEqual([
      `No replacement for ${id}: nothing that is loaded in the same way does its work in all its languages and at about its size, and passes without a finding. \`search text-generation\` lists others of its task`,
    ]);
  });

  it('says where nothing tells whether a model follows instructions, for which none is a replacement', () => {
    const text = 'load("Qwen/Qwen3-8B")\n';
    const scenario = { yaml: 'version: 1\norigins: { deny: [CN] }\n' };
    expect(reasons(settled(text, ['Qwen/Qwen3-8B'], ['replace'], scenario))).toEqual([
      'No replacement for Qwen/Qwen3-8B: nothing tells whether it follows instructions or is a base model',
    ]);
  });

  it('replaces no model for a remark, unless that is asked for', () => {
    const text = `load("${LLAMA}")\n`;
    const scenario = {
      yaml: 'version: 1\nlicenses: { warn: [llama3.1] }\nrules: { license/warned: information }\n',
    };
    expect(settled(text, [LLAMA], ['replace'], scenario).text).toBe(text);
    expect(settled(text, [LLAMA], ['replace'], { ...scenario, least: 'information' }).text).not.toBe(text);
  });
});
