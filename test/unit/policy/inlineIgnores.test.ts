import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/policy/evaluate';
import { readInlineIgnores } from '../../../src/core/policy/inlineIgnores';
import { codes, each, contextOf, detection, judgedText, reference, TODAY, words } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const DENIES = 'licenses: { deny: [llama3.1] }\nrules: { model/unpinned-revision: off }';
const MARK = 'model-license-lens: ignore[license/denied]';

function found(text: string, policy = DENIES): readonly string[] {
  return judgedText(text, [LLAMA], policy).findings.map((finding) => `${finding.rule}: ${words(finding)}`);
}

describe('an ignore comment', () => {
  it.each([
    ['on the line', `m = "${LLAMA}"  # ${MARK} a pilot`],
    ['on the line above', `# ${MARK} a pilot\nm = "${LLAMA}"`],
    ['of slashes', `// ${MARK} a pilot\nm = "${LLAMA}"`],
    ['in a block', `/* ${MARK} a pilot */\nm = "${LLAMA}"`],
    ['in a block of several lines', `/* Why:\n * ${MARK} a pilot */\nm = "${LLAMA}"`],
    ['of dashes', `-- ${MARK} a pilot\nm = "${LLAMA}"`],
    ['of a semicolon', `; ${MARK} a pilot\nm = ${LLAMA}`],
    ['of HTML', `<!-- ${MARK} a pilot -->\n<b>${LLAMA}</b>`],
    ['of JSX', `{/* ${MARK} a pilot */}\n<b>${LLAMA}</b>`],
    ['of LaTeX', `% ${MARK} a pilot\n${LLAMA}`],
    ['of a batch file', `REM ${MARK} a pilot\nset M=${LLAMA}`],
    ["of a notebook's source", `   "# ${MARK} a pilot\\n",\n   "m = '${LLAMA}'\\n",`],
    ['behind what opens a list', `- # ${MARK} a pilot\n  m: ${LLAMA}`],
    ['of several marks', `/// ${MARK} a pilot\nm = "${LLAMA}"`],
    ['with an arrow in its reason', `# ${MARK} a pilot --> later\nm = "${LLAMA}"`],
    [
      'as Japanese is typed',
      `# model-license-lens：　ignore［license/warned，license/denied］　検証のみ\nm = "${LLAMA}"`,
    ],
    ['within a text', `s = """\n# ${MARK} a pilot\nm: ${LLAMA}\n"""`],
    ['before an element', `m = [\n  # ${MARK} a pilot\n  "${LLAMA}",\n]`],
    ['with CRLF', `# ${MARK} a pilot\r\nm = "${LLAMA}"\r\n`],
    [
      'for several rules',
      `# model-license-lens: ignore[license/warned, license/denied] a pilot\nm = "${LLAMA}"`,
    ],
    [
      'above another one',
      `# ${MARK} a pilot\n# model-license-lens: ignore[license/region] no\nm = "${LLAMA}"`,
    ],
  ])('silences its rule: %s', (_form, text) => {
    expect(codes(judgedText(text, [LLAMA], DENIES).findings)).not.toContain('license/denied');
  });

  it.each([
    ['for another rule', `# model-license-lens: ignore[license/warned] a pilot\nm = "${LLAMA}"`],
    ['two lines above', `# ${MARK} a pilot\n\nm = "${LLAMA}"`],
    ['on the line below', `m = "${LLAMA}"\n# ${MARK} a pilot`],
    ['without a reason', `# ${MARK}\nm = "${LLAMA}"`],
    ['with a reason of closing marks only', `/* ${MARK} */\nm = "${LLAMA}"`],
    ['without rules', `# model-license-lens: ignore[] a pilot\nm = "${LLAMA}"`],
    ['without brackets', `# model-license-lens: ignore a pilot\nm = "${LLAMA}"`],
    ['behind code on the line above', `a = "b"  # ${MARK} a pilot\nm = "${LLAMA}"`],
    ['behind the end of code', `},  // ${MARK} a pilot\nm = "${LLAMA}"`],
    ['before code on the line above', `/* ${MARK} a pilot */ a = "b"\nm = "${LLAMA}"`],
    ['without a colon', `# model-license-lens ignore[license/denied] a pilot\nm = "${LLAMA}"`],
    ['in a text that ends before', `s = """\n# ${MARK} a pilot\n"""; m = "${LLAMA}"`],
    ['in a template that ends before', `ask(\`\n// ${MARK} a pilot\n\`, "${LLAMA}")`],
    ['in a raw text that ends before', `auto s = R"(\n// ${MARK} a pilot\n)"; auto m = "${LLAMA}";`],
    ['in a string', `s = "${MARK} a pilot"\nm = "${LLAMA}"`],
  ])('has no effect %s', (_where, text) => {
    expect(codes(judgedText(text, [LLAMA], DENIES).findings)).toContain('license/denied');
  });

  it('only silences the lines it is for', () => {
    const text = `# ${MARK} a pilot\na = "${LLAMA}"\nb = "${LLAMA}"\n`;
    const { findings } = judgedText(text, [LLAMA], DENIES);
    expect(findings.map(({ range }) => range.start)).toEqual([text.lastIndexOf(LLAMA)]);
  });

  it('on a line of its own is for the next line, whatever comment that line ends with', () => {
    const text = `# ${MARK} a pilot\na = "${LLAMA}"  # ${MARK} a trial\nb = "${LLAMA}"\n`;
    const { findings, ignores } = judgedText(text, [LLAMA], DENIES);
    expect(findings.map(({ range }) => range.start)).toEqual([text.lastIndexOf(LLAMA)]);
    expect(ignores.map(({ lines, models }) => [lines, [...models]])).toEqual([
      [[1, 2], [LLAMA]],
      [[2], [LLAMA]],
    ]);
  });

  it('in prose is only an HTML comment, so that documentation can show the syntax', () => {
    const text = `\`\`\`\n# ${MARK} a pilot\n\`\`\`\n<!-- ${MARK} shown -->\n`;
    expect(readInlineIgnores(text, 'docs/README.md', TODAY).all).toHaveLength(1);
    expect(readInlineIgnores(text, 'rules/tracing.mdc', TODAY).all).toHaveLength(1);
    expect(readInlineIgnores(text, 'docs/readme.py', TODAY).all).toHaveLength(2);
  });
});

describe('an ignore comment with a day', () => {
  const of = (rest: string): readonly string[] => found(`# ${MARK} ${rest}\nm = "${LLAMA}"`);

  it.each(['until 2026-11-24 a pilot', 'a pilot, until 2027-03-31.', 'until 2027-03-31: a pilot'])(
    'holds up to that day: %s',
    (rest) => {
      expect(of(rest)).toEqual([]);
    },
  );

  it('has no effect after it, and says so instead of being called unneeded', () => {
    expect(of('until 2026-11-23 a pilot')).toEqual([
      expect.stringMatching(/^license\/denied: /),
      'policy/expired-exception: This comment for license/denied expired on 2026-11-23',
    ]);
  });

  it('is named by its day alone where it is for all rules', () => {
    const text = `# model-license-lens: ignore until 2026-11-23 a pilot\nm = "${LLAMA}"`;
    expect(found(text)).toContain('policy/expired-exception: This comment expired on 2026-11-23');
  });

  it('has no effect where only the day is said', () => {
    expect(of('until 2027-03-31')).toContain(
      'policy/unused-ignore: This comment gives no reason, so it has no effect',
    );
  });

  it.each([
    ['until 2027-02-30 a pilot', '2027-02-30'],
    ['until 31.3.2027 a pilot', 'until 31.3.2027'],
    ['until 2027-03 a pilot', 'until 2027-03'],
    ['until 2027-03-31-a pilot', 'until 2027-03-31-a'],
    ['until 2027年3月31日 検証中', 'until 2027年3月31日'],
    ['2027年3月31日まで 検証中', '2027年3月31日まで'],
    ['検証中（期限：２０２７／３／３１）', '期限:2027/3/31'],
    ['検証中、令和9年3月31日まで', '令和9年3月31日まで'],
    ['试用，截止2027年3月31日', '截止2027年3月31日'],
    ['31.3.2027 a pilot', '31.3.2027'],
    ['until: October, a pilot', 'until: October,'],
    ['a pilot until Oct 2027', 'until Oct'],
    ['till the vendor answers, see #12', 'till the'],
    ['expires on 31/3/2027: a pilot', 'expires on 31/3/2027:'],
  ])('has no effect where its end cannot be read, and says so: %s', (rest, end) => {
    expect(of(rest)).toEqual([
      expect.stringMatching(/^license\/denied: /),
      `policy/unused-ignore: This comment has no effect, since its end cannot be read: "${end}". Write it as "until YYYY-MM-DD"`,
    ]);
  });

  it.each(['2026-11-23まで 検証中', 'until ２０２６－１１－２３ 検証中', 'until: 2026-11-23, a pilot'])(
    'reads a day of ISO 8601 in other words and digits: %s',
    (rest) => {
      expect(of(rest)).toContain(
        'policy/expired-exception: This comment for license/denied expired on 2026-11-23',
      );
      expect(of(rest.normalize('NFKC').replace('2026', '2027'))).toEqual([]);
    },
  );

  it.each(['not loaded until a user asks', 'license 3.1 was read', 'the latest of 2026, version 3.1.4'])(
    'takes a reason without an end: %s',
    (rest) => {
      expect(of(rest)).toEqual([]);
    },
  );
});

describe('an ignore comment that does nothing', () => {
  it.each([
    [
      `# ${MARK} a pilot\nx = 1`,
      'policy/unused-ignore: Nothing is found by license/denied here, so this comment has no effect',
    ],
    [
      `# model-license-lens: ignore[license/denyed] a pilot\nx = 1`,
      'policy/unused-ignore: There is no rule "license/denyed"',
    ],
    [`# ${MARK}\nx = 1`, 'policy/unused-ignore: This comment gives no reason, so it has no effect'],
    [
      `# model-license-lens: ignore[] why\nx = 1`,
      'policy/unused-ignore: This comment names no rule, so it has no effect',
    ],
  ])('is reported: %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '# model-license-lens: ignore\nx = 1',
    'x = 1  # model-license-lens: ignore',
    '<!-- model-license-lens: ignore -->\nx = 1',
    '# model-license-lens: ignore license/denied a pilot\nx = 1',
    '# model-license-lens: ignore[license/denied a pilot\nx = 1',
  ])('is reported where it names no rule in brackets: %j', (text) => {
    expect(found(text)).toEqual(['policy/unused-ignore: This comment names no rule, so it has no effect']);
  });

  it('takes no other word for one', () => {
    expect(
      found('# model-license-lens: ignored by the team\n# model-license-lens: ignore-me\nx = 1'),
    ).toEqual([]);
  });

  it('is reported for the rules that nothing needs, at its own place', () => {
    const text = `# model-license-lens: ignore[license/denied, license/region] a pilot\nm = "${LLAMA}"`;
    const { findings } = judgedText(text, [LLAMA], DENIES);
    expect(
      findings.map(({ rule, range, severity }) => [rule, severity, text.slice(range.start, range.end)]),
    ).toEqual([
      ['policy/unused-ignore', 'information', 'model-license-lens: ignore[license/denied, license/region]'],
    ]);
  });

  it('is not reported for a rule that is off, under a policy that turns this off, or without a policy', () => {
    const text = `# ${MARK} a pilot\nx = 1`;
    expect(found(text, 'rules: { license/denied: off }')).toEqual([]);
    expect(found(text, 'rules: { policy/unused-ignore: off }')).toEqual([]);
    expect(judgedText(text, [LLAMA]).findings).toEqual([]);
  });
});

describe('exceptions', () => {
  it('are used when they silence something, each of them, beside an ignore comment too', () => {
    const exceptions =
      'exceptions:\n  - { model: "meta-llama/*", reason: a }\n  - { model: "*", reason: b }\n  - { model: "**/*llama*", rules: [license/denied], reason: c }\n';
    const { findings, usedExceptions } = judgedText(
      `m = "${LLAMA}" # ${MARK} d`,
      [LLAMA],
      `${DENIES}\n${exceptions}`,
    );
    expect(findings).toEqual([]);
    expect([...usedExceptions]).toEqual([0, 2]);
  });

  it('know a model by its canonical id and by what the text says', () => {
    for (const model of [
      'meta-llama/Llama-3.1-8B-Instruct',
      'META-LLAMA/llama-3.1-8b-instruct',
      'llama3.1:8b',
      'llama3.1:*',
    ]) {
      const { findings } = judgedText(
        'llama3.1:8b',
        ['llama3.1:8b'],
        `${DENIES}\nexceptions: [{ model: "${model}", reason: a }]`,
        { registry: 'ollama' },
      );
      expect(codes(findings), model).not.toContain('license/denied');
    }
  });

  it('hold on their last day, and not after it', () => {
    const policy = `${DENIES}\nexceptions: [{ model: "**", reason: a, expires: 2026-11-24 }]`;
    expect(judgedText(LLAMA, [LLAMA], policy, { today: '2026-11-24' }).findings).toEqual([]);
    expect(codes(judgedText(LLAMA, [LLAMA], policy, { today: '2026-11-25' }).findings)).toEqual([
      'license/denied',
    ]);
  });
});

describe('a revision beside a variable', () => {
  it('counts for the place that gives the name', () => {
    const named = reference('Qwen/Qwen3-8B');
    const use = {
      ...named,
      range: { start: 50, end: 55 },
      revision: { value: 'a'.repeat(40), immutable: true },
      definedAt: named.range,
    };
    const policy = contextOf('rules: { model/unpinned-revision: warning }');
    expect(codes(each(evaluate('', { ...detection([named]), uses: [use] }, policy).findings))).toEqual([]);
    expect(
      codes(
        evaluate('', { ...detection([named]), uses: [{ ...use, id: 'another/model' }] }, policy).findings,
      ),
    ).toEqual(['model/unpinned-revision']);
  });
});
