import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { openRequests } from '../../../src/core/detect/openRequests';
import { detect } from './marked';

const PATH = '/v1/chat/completions';

/** The expressions for addresses that are told as chosen when the program runs. */
function chosen(text: string, path: string): readonly string[] {
  return detect(text, path).runtimeChoices.map(({ expression }) => expression);
}

describe('a request to an address that is put together when the program runs', () => {
  it.each([
    [
      'a.py',
      `requests.post(os.environ["LLM_URL"] + "${PATH}", json={"model": MODEL})`,
      `os.environ["LLM_URL"] + "${PATH}`,
    ],
    ['a.py', `httpx.post(f"{settings.url}${PATH}", json={"model": "x1"})`, `"{settings.url}${PATH}`],
    ['a.py', `requests.post(urljoin(base, "${PATH}"), json={"model": "x1"})`, `urljoin(base, "${PATH}`],
    [
      'a.ts',
      `await fetch(\`\${process.env.LLM_URL}${PATH}\`, { method: "POST", body });`,
      `\`\${process.env.LLM_URL}${PATH}`,
    ],
    [
      'a.ts',
      `await axios.post(config.url + '/chat/completions', { model });`,
      `config.url + '/chat/completions`,
    ],
    ['a.ts', `await fetch(new URL("${PATH}", base), { body });`, `URL("${PATH}`],
    ['a.go', `req, err := http.NewRequest("POST", baseURL+"${PATH}", body)`, `baseURL+"${PATH}`],
    ['A.java', `HttpRequest.newBuilder(URI.create(base + "${PATH}")).build();`, `base + "${PATH}`],
    ['a.php', `<?php $r = $client->post($base . '${PATH}', ['json' => $body]);`, `$base . '${PATH}`],
    ['a.sh', `curl "$LLM_URL${PATH}" -d "$BODY"`, `"$LLM_URL${PATH}`],
    ['a.sh', `curl "\${LLM_URL}${PATH}" -d "$BODY"`, `"\${LLM_URL}${PATH}`],
    ['a.py', `requests.post(f"https://{host}/v1/embeddings", json=body)`, '"https://{host}/v1/embeddings'],
    // A file, or another command, gets what is printed.
    ['a.sh', `echo "$LLM_URL${PATH}" >> urls.txt`, `"$LLM_URL${PATH}`],
    ['a.sh', `echo "$LLM_URL${PATH}" | xargs curl -d "$BODY"`, `"$LLM_URL${PATH}`],
    ['a.sh', `echo hi; curl "$LLM_URL${PATH}" -d "$BODY"`, `"$LLM_URL${PATH}`],
    ['a.sh', `echo "$(curl -s "$LLM_URL${PATH}" -d "$BODY")"`, `"$LLM_URL${PATH}`],
    ['a.sh', `echo \`curl -s "$LLM_URL${PATH}" -d "$BODY"\``, `"$LLM_URL${PATH}`],
  ])('is told in %s: %s', (path, text, expression) => {
    expect(chosen(`${text}\n`, path)).toEqual([expression]);
  });

  it.each([
    // Its address, or its model, is written.
    ['a.py', `BASE = "https://llm.partner.com"\nrequests.post(BASE + "${PATH}", json=body)`],
    ['a.py', `requests.post(os.environ["LLM_URL"] + "${PATH}", json={"model": "gpt-4o"})`],
    ['a.py', `requests.post("https://llm.partner.com${PATH}", json=body)`],
    // A path that is answered, or only spoken of.
    ['a.py', `@app.post("${PATH}")\ndef answer(): ...`],
    ['a.ts', `app.post("${PATH}", answer);`],
    ['a.py', `# requests.post(base + "${PATH}")`],
    ['README.md', `\`\`\`python\nrequests.post(base + "${PATH}")\n\`\`\``],
    ['a.py', `requests.post(base + "/v1/orders", json=body)`],
    // What is printed.
    ['a.sh', `echo "started: $NAME -> http://\${HOST}:\${PORT}${PATH}"`],
    ['a.sh', `if up; then printf 'at http://%s${PATH}\\n' "$HOST" >&2; fi`],
    ['Makefile', `run:\n\t@echo "at http://$(HOST)${PATH}"`],
    ['a.py', `logger.info(f"asking {base}${PATH}")`],
    ['a.ts', `console.log(\`at \${base}${PATH}\`);`],
  ])('is none in %s: %s', (path, text) => expect(chosen(`${text}\n`, path)).toEqual([]));

  it('says what is called with it, and what is between its brackets', () => {
    const text = `x = post(base + "${PATH}", json={})`;
    const [found] = openRequests(text, new Brackets(text));
    expect(found?.callee).toBe('post');
    expect(found?.within).toEqual({ start: text.indexOf('('), end: text.length - 1 });
  });
});
