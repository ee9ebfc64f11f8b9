import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const found = (text: string): readonly string[] =>
  detect(text, 'a.sh').references.map(({ text: name, role }) => `${name} ${role}`);

const CALLED = ['claude-3-opus-20240229 calls'];
const NAMED = ['claude-3-opus-20240229 mentions'];

describe('a model that a program of jq or yq sets', () => {
  it.each([
    `jq -n --rawfile d d.txt '{model: "claude-3-opus-20240229", max_tokens: 20}' |\n  curl https://a.example -d @-`,
    `jq -n '{max_tokens: 20, model: "claude-3-opus-20240229"}' \\\n  | tee a.json | xh post https://a.example`,
    `BODY=$(jq -n --arg p "$P" '{model: "claude-3-opus-20240229", messages: [{content: $p}]}')\n` +
      'curl https://a.example \\\n  -d "$BODY"',
    `BODY="$(jq -n '{model: "claude-3-opus-20240229"}')"\necho "\${BODY}" | curl https://a.example -d @-`,
    `curl https://a.example -d $(jq -n '{model: "claude-3-opus-20240229"}')`,
    `curl https://a.example -d @<(jq -n '{model: "claude-3-opus-20240229"}')`,
    `curl https://a.example -d "$(/usr/bin/jq -n '{model: "claude-3-opus-20240229"}')"`,
    `jq -n "{model: \\"claude-3-opus-20240229\\"}" | curl https://a.example -d @-`,
    `jq -n '{model: (env.MODEL // "claude-3-opus-20240229")}' | curl https://a.example -d @-`,
    `jq '.model = "claude-3-opus-20240229"' a.json`,
    `jq '.model //= "claude-3-opus-20240229"' a.json`,
    `yq -n '.llm.model = "claude-3-opus-20240229"' -o json`,
  ])('is called: %s', (command) => expect(found(`${command}\n`)).toEqual(CALLED));

  it.each([
    `jq 'select(.model == "claude-3-opus-20240229") | .cost' log.json`,
    `jq 'select(.model != "claude-3-opus-20240229")' log.json`,
    `jq '{model: "claude-3-opus-20240229", n: .count}' log.json > report.json`,
    `jq -r '.data[] | {model: "claude-3-opus-20240229"}' log.json`,
    `jq '{model: "claude-3-opus-20240229"}' log.json; curl https://a.example`,
    `jq '{model: "claude-3-opus-20240229"}' log.json\ncurl https://a.example`,
    `curl https://a.example | jq '{model: "claude-3-opus-20240229"}'`,
    `ROW=$(jq '{model: "claude-3-opus-20240229"}' log.json)\necho "$ROW"\ncurl https://a.example`,
    `jq '{note: "claude-3-opus-20240229"}' log.json`,
    `awk '{model: "claude-3-opus-20240229"}' log.txt`,
  ])('is only named in %s', (command) => expect(found(`${command}\n`)).toEqual(NAMED));
});
