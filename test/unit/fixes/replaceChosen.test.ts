import { describe, expect, it } from 'vitest';
import { leftReason, replaceChosen } from '../../../src/core/fixes/replaceChosen';
import { english, message, render } from '../../../src/core/message';
import type { Finding } from '../../../src/core/policy/finding';
import type { Reservation } from '../../../src/core/policy/reservations';
import type { Role, Severity } from '../../../src/core/vocabulary';
import { reference, type Scenario } from '../policy/support';
import { fixContext } from './support';

const OLD = 'Qwen/Qwen3-8B';
const NEW = 'mistralai/Mistral-7B-Instruct-v0.3';

function chosen(text: string, policy: string, scenario: Scenario = {}) {
  return replaceChosen(
    [reference(OLD, scenario, text.indexOf(OLD))],
    { from: OLD.toLowerCase(), to: NEW },
    fixContext({ text, ids: [OLD], policy, ...scenario }),
  );
}

describe('replaceChosen', () => {
  it('writes the name where the other is used, and leaves a mention', () => {
    expect(chosen(`load("${OLD}")\n`, 'version: 1\n')).toMatchObject({
      text: `load("${NEW}")\n`,
      changes: [{ objection: undefined }],
    });
    const mention = chosen(`# ${OLD}\n`, 'version: 1\n', { role: 'mentions' });
    expect(mention.changes).toEqual([]);
    expect(mention.kept.map(({ reason }) => render(reason, english))).toEqual(['it is not used there']);
  });

  it('writes a name that the policy denies too, and tells what is found against it', () => {
    const { text, changes } = chosen(`load("${OLD}")\n`, 'version: 1\nmodels: { deny: ["mistralai/*"] }\n');
    expect(text).toContain(NEW);
    expect(changes.map(({ objection }) => objection && render(objection, english))).toEqual([
      expect.stringContaining('(model/denied)'),
    ]);
  });

  it('tells what the policy has against the other name too, whatever it has against the present one', () => {
    const { changes } = chosen(`load("${OLD}")\n`, 'version: 1\nlicenses: { warn: [apache-2.0] }\n');
    expect(changes.map(({ objection }) => objection && render(objection, english))).toEqual([
      expect.stringContaining('(license/warned)'),
    ]);
  });

  it('finds a place by the model that it names too, and spells the other as it is spelled there', () => {
    const text = 'claude-two';
    const file = fixContext({ text, ids: [] });
    const found = (to: string) =>
      replaceChosen(
        [reference(text, { role: 'calls', registry: 'anthropic', reference: { model: 'claude-2.1' } })],
        { from: 'Claude-2.1', to },
        file,
      );
    expect(found('claude-sonnet-4-5').text).toBe('claude-sonnet-4-5');
    const unknown = found('nobody-knows-this');
    expect(unknown.text).toBe(text);
    expect(unknown.kept.map(({ reason }) => render(reason, english))).toEqual([
      'nothing tells how nobody-knows-this is written there',
    ]);
  });

  it('says of a place that an exception or a comment lets stand that it does', () => {
    const left = (reservations: readonly Reservation[], role: Role = 'calls') =>
      render(
        leftReason({ reference: reference(OLD, { role }), reservations, findings: [] }, 'warning'),
        english,
      );
    expect(left([{ kind: 'comment', until: '2027-01-10' }])).toBe(
      'Allowed, by an ignore comment until 2027-01-10',
    );
    const nothing = 'nothing is found against it there';
    expect([left([]), left([{ kind: 'terms-not-read', host: null }])]).toEqual([nothing, nothing]);
    expect(left([{ kind: 'exception', until: null }], 'mentions')).toBe('it is not used there');
  });

  it('names what is found at a place that keeps its name, and why that changes nothing', () => {
    const ended = (severity: Severity): Finding => ({
      rule: 'model/retired',
      severity,
      range: { start: 0, end: 1 },
      message: message('{0} ended', OLD),
      model: null,
    });
    const left = (...severities: Severity[]) => {
      const place = { reference: reference(OLD), findings: severities.map(ended) };
      return render(leftReason(place, 'warning'), english);
    };
    expect(left('hint', 'information')).toBe(
      `what is found there is less grave than --severity warning: ${OLD} ended (model/retired)`,
    );
    expect(left('hint', 'error')).toBe(
      `what is found there is settled in another way: ${OLD} ended (model/retired)`,
    );
  });

  it('writes a name of the form that the place has, where the host that is called lists nothing', () => {
    const text = 'eu.anthropic.claude-two-v1:0';
    const chosenAt = (to: string) =>
      replaceChosen(
        [
          reference(text, {
            role: 'calls',
            registry: 'bedrock',
            reference: { model: 'claude-2.1', host: 'gateway.internal:8000' },
          }),
        ],
        { from: 'claude-2.1', to },
        fixContext({ text, ids: [] }),
      ).text;
    expect(chosenAt('eu.anthropic.claude-sonnet-9-v1:0')).toBe('eu.anthropic.claude-sonnet-9-v1:0');
    expect(chosenAt('anthropic.claude-sonnet-9-v1:0')).toBe('eu.anthropic.claude-sonnet-9-v1:0');
    expect(chosenAt('gpt-4o')).toBe(text);
  });

  it("leaves the name of a deployment where a model's is to be replaced, and writes it where that itself is", () => {
    const text = 'azure/gpt-4o-prod';
    const why = [message('the project deploys {0} under this name', 'gpt-4o')];
    const deployment = {
      ...reference('gpt-4o', { role: 'calls', registry: 'azure' }),
      text,
      why,
      model: 'gpt-4o',
    };
    const found = (from: string, to: string) =>
      replaceChosen(
        [{ ...deployment, range: { start: 0, end: text.length } }],
        { from, to },
        fixContext({ text, ids: [] }),
      );
    const kept = found('gpt-4o', 'gpt-5');
    expect(kept.text).toBe(text);
    expect(kept.kept.map(({ reason }) => render(reason, english))).toEqual([
      "the name of a deployment is its owner's",
    ]);
    expect(found(text, 'azure/house').text).toBe('azure/house');
  });

  it('leaves a fine-tune where the model it was made from is to be replaced, and writes over it where that itself is', () => {
    const id = 'ft:gpt-4o:acme:router:abc123';
    const place = { ...reference(id, { role: 'calls', registry: 'openai' }), model: 'gpt-4o' };
    const found = (from: string) =>
      replaceChosen([place], { from, to: 'gpt-5' }, fixContext({ text: id, ids: [] }));
    expect(found('gpt-4o').text).toBe(id);
    expect(found('gpt-4o').kept.map(({ reason }) => render(reason, english))).toEqual([
      'a fine-tune has to be trained again on another model',
    ]);
    expect(found(id).text).toBe('gpt-5');
  });

  it('tells truly how long the host offers the name', () => {
    const text = 'claude-2.1';
    const objection = (to: string): string | undefined => {
      const [change] = replaceChosen(
        [reference(text, { role: 'calls' })],
        { from: text, to },
        fixContext({ text, ids: [] }),
      ).changes;
      return change?.objection && render(change.objection, english);
    };
    expect(objection('claude-old')).toBe('claude-old is deprecated at Anthropic; no day is set for its end');
    expect(objection('claude-3-opus')).toMatch(/^claude-3-opus ends at Anthropic on \d/);
    expect(objection('claude-nine')).toBe('nothing tells whether claude-nine is offered at Anthropic');
    expect(objection('claude-promised')).toBe('claude-promised may have ended at Anthropic since 2026-01-01');
    expect(objection('claude-sonnet-4-5')).toBeUndefined();
  });

  it('leaves what tells where weights come from, and says so', () => {
    const text = `{"architectures": [], "_name_or_path": "${OLD}"}\n`;
    const file = fixContext({ path: 'config.json', text, ids: [OLD], policy: 'version: 1\n' });
    const kept = replaceChosen([reference(OLD, {}, text.indexOf(OLD))], { from: OLD, to: NEW }, file);
    expect(kept.text).toBe(text);
    expect(kept.kept.map(({ reason }) => render(reason, english))).toEqual([
      'the file tells what its weights come from',
    ]);
  });

  it('keeps the prefix of a client, whether it is given or not', () => {
    const text = 'ollama/qwen3:8b';
    for (const to of ['ollama/mistral:7b', 'mistral:7b'])
      expect(
        replaceChosen(
          [
            reference('qwen3:8b', {
              registry: 'ollama',
              reference: { text, range: { start: 0, end: text.length } },
            }),
          ],
          { from: text, to },
          fixContext({ text, ids: [] }),
        ).text,
      ).toBe('ollama/mistral:7b');
  });
});
