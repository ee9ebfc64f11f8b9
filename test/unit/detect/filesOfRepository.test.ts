import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { detect } from './marked';

/** In which families tell of names that resemble those of their models. */
const WHOLE = builtCatalog();

const REPOSITORY = 'elyza/Llama-3-ELYZA-JP-8B-GGUF';
const FILE = 'Llama-3-ELYZA-JP-8B-q4_k_m.gguf';

/** The roles of the files of weights in a text, in which R and F stand for a repository and a file. */
const rolesOf = (text: string, path: string): readonly string[] =>
  detect(text.replace(/\bR\b/g, REPOSITORY).replace(/\bF\b/g, FILE), path).references.flatMap(
    ({ text: written, role }) => (written.endsWith('.gguf') ? [role] : []),
  );

describe('a file of weights', () => {
  it.each([
    ['a.sh', 'hf download R F --local-dir .'],
    ['a.sh', 'llama-server --hf-repo R --hf-file F --port 80'],
    ['a.sh', 'llama-cli -hfr R \\\n  -hff F -p hello'],
    ['a.sh', 'llama-cli -hff F -hf R'],
    ['a.service', '[Service]\nExecStart=/usr/bin/llama-server --hf-repo R --hf-file F'],
    ['Dockerfile', 'FROM ghcr.io/ggml-org/llama.cpp:server\nCMD ["--hf-repo", "R", "--hf-file", "F"]'],
    ['a.py', 'hf_hub_download("R", "F")'],
    ['a.py', 'Llama.from_pretrained(repo_id="R", filename="F")'],
    ['a.py', 'REPO = "R"\nFILE = "F"\nhf_hub_download(repo_id=REPO, filename=FILE)'],
    ['a.py', 'name = "F"\nfor file in [name, "config.json"]:\n    hf_hub_download("R", file)'],
    ['a.py', 'name = "sub/F"\nfor file in [name, "sub/config.json"]:\n    hf_hub_download("R", file)'],
    ['a.py', 'for 名 in ["F"]:\n    hf_hub_download("R", filename=名)'],
    ['a.py', 'hf_hub_download(pick(x)[0], {}, "F", repo_id="R")'],
    ['a.py', 'x = {"a": 1}\nf = hf_hub_download(\n    "R",\n    filename="F",\n)'],
    ['a.rs', 'let repo = hf_hub::api::sync::Api::new()?.model("R".to_string());\nlet path = repo.get("F")?;'],
    ['a.rs', 'use hf_hub::api::sync::Api;\nlet path = api.model("R".to_string())\n    .get("F")?;'],
  ])('that is got out of a repository is no use of its own, %s: %s', (path, text) => {
    expect(rolesOf(text, path).filter((role) => role !== 'mentions' && role !== 'lists')).toEqual([]);
  });

  it('says that it is for its repository, and what else is known of it', () => {
    const text = `hf_hub_download("${REPOSITORY}", "${FILE}")`;
    const [, file] = detect(text, 'a.py').references;
    expect(file?.why[0]).toEqual({ template: 'its repository stands beside it', args: [] });
  });

  const UNKNOWN = 'nobody-knows/layout-detector';

  it.each([
    ['a.py', `hf_hub_download("${UNKNOWN}", "yolov8n-layout.pt")`],
    ['a.py', `hf_hub_download(repo_id="${UNKNOWN}", filename="yolov8n-layout.pt")`],
    ['a.sh', `huggingface-cli download ${UNKNOWN} yolov8n-layout.pt`],
  ])('that only resembles a known one is of its repository, which nobody knows, %s: %s', (path, text) => {
    const roles = detectReferences(text, { path, catalog: WHOLE }).references.map(
      ({ text: written, role }) => [written, role],
    );
    expect(roles).toEqual([
      [UNKNOWN, 'loads'],
      ['yolov8n-layout.pt', 'mentions'],
    ]);
  });

  it('that is known tells more than a repository which nobody knows', () => {
    const text = `hf_hub_download("${UNKNOWN}", "yolov8n.pt")`;
    const { references } = detectReferences(text, { path: 'a.py', catalog: WHOLE });
    expect(references.map(({ role }) => role)).toEqual(['loads', 'loads']);
  });

  it.each([
    ['a.sh', 'hf download R config.json\nllama-server -m models/F'],
    ['a.sh', 'llama-server -hf R\nllama-server -m F'],
    ['a.py', 'hf_hub_download("R", "config.json")\nllm = Llama(model_path="F")'],
    ['a.py', 'name = "F"\nllm = Llama(model_path=name)\nhf_hub_download("R", "config.json")'],
    ['a.py', 'hf_hub_download("R", Llama("F"))'],
    ['a.py', 'hf_hub_download("R", "config.json"); x.get(Llama("F"))'],
  ])('of a disk is one, %s: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['loads']);
  });
});
