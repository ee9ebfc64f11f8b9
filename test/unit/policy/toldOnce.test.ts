import { describe, expect, it } from 'vitest';
import { english, message, render } from '../../../src/core/message';
import { messageOf } from '../../../src/core/policy/oneCause';
import { evaluate } from '../../../src/core/policy/evaluate';
import type { Finding } from '../../../src/core/policy/finding';
import { toldOnce } from '../../../src/core/policy/toldOnce';
import type { ModelReference } from '../../../src/core/reference';
import { contextOf, detection, reference } from './support';

function finding(rule: string, rest: Partial<Finding> = {}, use: Partial<ModelReference> = {}): Finding {
  return {
    rule,
    severity: 'warning',
    range: { start: 0, end: 1 },
    message: { template: '', args: [] },
    model: 'acme/one',
    reference: { ...reference('acme/one', { role: 'loads' }), host: 'self', ...use },
    ...rest,
  };
}

function severities(findings: readonly Finding[], scopeOf?: (index: number) => string): readonly string[] {
  return toldOnce(findings, scopeOf).map(({ severity }) => severity);
}

describe('what is told once', () => {
  it('is a question about a model, in the text of a file too', () => {
    const id = 'acme/unheard-of-7b';
    const text = `${id}\n${id}`;
    const first = reference(id, { role: 'loads' });
    const second = {
      ...reference(id, { role: 'serves' }),
      range: { start: id.length + 1, end: text.length },
    };
    const { findings } = evaluate(
      text,
      detection([first, second]),
      contextOf('version: 1\nlicenses: { unknown: warning }\n'),
    );
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['license/unknown', 'warning'],
      ['license/unknown', 'hint'],
    ]);
  });

  it.each(['license/use-policy', 'lineage/relabelled', 'lineage/probable', 'license/unknown'])(
    'is %s, at the gravest place and then in the product',
    (rule) => {
      const example = finding(rule, { severity: 'information' }, { context: 'example' });
      const light = finding(rule, { severity: 'information' });
      expect(severities([example, light, finding(rule)])).toEqual(['hint', 'hint', 'warning']);
      expect(severities([example, light])).toEqual(['hint', 'information']);
    },
  );

  it('is not what a place has to change, nor an error', () => {
    expect(severities([finding('model/ending'), finding('model/ending')])).toEqual(['warning', 'warning']);
    const error = finding('license/unknown', { severity: 'error' });
    expect(severities([error, error])).toEqual(['error', 'error']);
  });

  it('is asked again of another model, at another host and in another project', () => {
    const asked = finding('license/unknown');
    expect(severities([asked, { ...asked, model: 'acme/two' }])).toEqual(['warning', 'warning']);
    expect(severities([asked, finding('license/unknown', {}, { host: 'groq' })])).toEqual([
      'warning',
      'warning',
    ]);
    expect(severities([asked, asked], String)).toEqual(['warning', 'warning']);
  });

  it('is asked once of the files of a folder of which nothing is known, and names them', () => {
    const file = (path: string, use: Partial<ModelReference> = {}): Finding =>
      finding(
        'license/unknown',
        { model: path, message: message('Nothing is known of {0}', path) },
        { role: 'ships', where: 'file', model: null, ...use },
      );
    const voices = ['voices/a.pt', 'voices/b.pt', 'voices/c.pt'].map((path) => file(path));
    expect(severities(voices)).toEqual(['warning', 'hint', 'hint']);
    expect(render((toldOnce(voices)[0] as Finding).message, english)).toBe(
      'Nothing is known of voices/a.pt (the same holds of 2 more files of the folder: voices/b.pt, voices/c.pt)',
    );
    // What is silenced is not among the findings: the next one tells.
    expect(severities(voices.slice(1))).toEqual(['warning', 'hint']);
    const others = [
      file('voices/a.pt'),
      file('voices/a.onnx'),
      file('other/a.pt'),
      file('voices/d.pt', { model: 'acme/one' }),
      file('voices/e.pt', { where: 'code', role: 'loads' }),
    ];
    expect(severities(others)).toEqual(others.map(() => 'warning'));
  });

  it('is asked once of a model in several packings', () => {
    const packed = (model: string): Finding => finding('license/unknown', { model });
    expect(
      severities(
        ['acme-7b-Q4_K_M.gguf', 'acme-7b-Q8_0.gguf', 'acme-7b-00001-of-00002.gguf', 'acme-8b-Q8_0.gguf'].map(
          packed,
        ),
      ),
    ).toEqual(['warning', 'hint', 'hint', 'warning']);
  });

  it('is told with what stronger findings speak for', () => {
    const list = finding('license/use-policy', { severity: 'information' });
    const grave = finding('license/region', { severity: 'error', merged: [list] });
    expect(severities([list, grave])).toEqual(['hint', 'error']);
  });

  it('leaves a place alone that says more', () => {
    const asked = finding('license/unknown');
    const more = { ...asked, merged: [finding('model/renamed', { severity: 'information' })] };
    expect(severities([asked, more])).toEqual(['warning', 'warning']);
  });

  it('keeps what it is by itself, and none of what was a hint before', () => {
    const list = finding('license/use-policy', { severity: 'information' });
    const asked = finding('license/unknown', { merged: [list] });
    const [first, second, third] = toldOnce([asked, asked, finding('license/unknown', { severity: 'hint' })]);
    expect([first?.severity, first?.alone]).toEqual(['warning', undefined]);
    expect([second?.severity, second?.alone]).toEqual(['hint', asked]);
    expect([third?.severity, third?.alone]).toEqual(['hint', undefined]);
    const twice = toldOnce(toldOnce([finding('license/unknown'), finding('license/unknown')]));
    expect(twice[1]).toMatchObject({ severity: 'hint', alone: { severity: 'warning' } });
  });

  it('makes hints of all that a place says', () => {
    const asked = finding('license/unknown', { merged: [finding('license/use-policy')] });
    expect(toldOnce([asked, asked])[1]?.merged).toMatchObject([{ severity: 'hint' }]);
  });
});

describe('a list of barred uses that comes with several models', () => {
  const list = (model: string, licenseKey: string, use: Partial<ModelReference> = {}): Finding =>
    finding('license/use-policy', { severity: 'information', model, data: { licenseKey } }, use);

  it('is told once of each license at each host', () => {
    expect(severities([list('acme/one', 'a'), list('acme/two', 'a')])).toEqual(['information', 'hint']);
    expect(severities([list('acme/one', 'a'), list('acme/two', 'b')])).toEqual([
      'information',
      'information',
    ]);
    expect(severities([list('acme/one', 'a'), list('acme/two', 'a', { host: 'groq' })])).toEqual([
      'information',
      'information',
    ]);
  });

  it('is told of each model that is made of others', () => {
    const derived = (model: string): Finding => list(model, 'a', { role: 'derives' });
    expect(severities([derived('acme/one'), derived('acme/two')])).toEqual(['information', 'information']);
  });
});

describe('a duty that one text settles for several models', () => {
  const duty = (model: string, data: Record<string, string>, role: 'loads' | 'derives' = 'loads'): Finding =>
    finding('obligation/attribution-missing', { model, data }, { role });

  it('names the other models that owe it', () => {
    const copy = (model: string, more: Partial<Finding> = {}): Finding =>
      finding('obligation/license-copy-missing', { model, data: { licenseKey: 'mit' }, ...more });
    const textsOf = (findings: readonly Finding[]): readonly string[] =>
      toldOnce(findings).map((one) => render(messageOf(one), english));
    const said = message('said');
    const others = ['acme/two', 'acme/three'].map((one) => copy(one, { message: said }));
    const likewise = 'said (the same is due for 2 more: acme/two, acme/three)';
    expect(textsOf([copy('acme/one', { message: said }), ...others])).toEqual([likewise, 'said', 'said']);
    const denied = finding('license/denied', {
      severity: 'error',
      message: message('no'),
      merged: [copy('acme/one', { message: said })],
    });
    expect(textsOf([denied, ...others])[0]).toBe(`no; ${likewise}`);
    const many = Array.from({ length: 13 }, (_, index) => copy(`acme/${index}`, { message: said }));
    expect(textsOf(many)[0]).toMatch(/^said \(the same is due for 12 more: acme\/1, .*acme\/10, …\)$/);
    expect(textsOf([copy('acme/one', { message: said }), copy('acme/one', { message: said })])[0]).toBe(
      'said',
    );
  });

  it('is told once for the same words, whatever license asks for them', () => {
    const one = duty('acme/one', { phrase: 'Built with Acme', licenseKey: 'acme1' });
    expect(severities([one, duty('acme/two', { phrase: 'Built with Acme', licenseKey: 'acme2' })])).toEqual([
      'warning',
      'hint',
    ]);
  });

  it('is told for each text that is missing', () => {
    expect(
      severities([duty('acme/one', { licenseKey: 'a' }), duty('acme/two', { licenseKey: 'b' })]),
    ).toEqual(['warning', 'warning']);
  });

  it('is told for each model that is made of others', () => {
    const data = { phrase: 'Built with Acme' };
    expect(severities([duty('acme/one', data, 'derives'), duty('acme/two', data, 'derives')])).toEqual([
      'warning',
      'warning',
    ]);
  });
});
