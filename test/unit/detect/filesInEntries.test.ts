import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const REPOSITORY = 'acme/Acme-12B-GGUF';
const FILE = 'Acme-12B-Q4_K_M.gguf';

/** The roles of the files of weights in a text, in which R and F stand for a repository and a file. */
const rolesOf = (text: string, path: string): readonly string[] =>
  detect(text.replace(/\bR\b/g, REPOSITORY).replace(/\bF\b/g, FILE), path).references.flatMap(
    ({ text: written, role }) => (/\.(?:gguf|safetensors)$/.test(written) ? [role] : []),
  );

describe('a file of weights', () => {
  it.each([
    [
      'a.rs',
      'model_repository!("R" @ "62c75b3e6f078a19e2698b0f677e8a4aa4c9ea56" {\n    VAE = "unet-8b.gguf",\n});',
    ],
    [
      'a.rs',
      'const M: &[D] = &[D {\n    quantizations: &[Q::new("Q4", "F")],\n    repository: "R",\n    projector: Some("mmproj-F"),\n}];',
    ],
    [
      'a.rs',
      'const M: &[D] = &[D { id: "gemma4-e2b-uncensored", quantizations: &[Q::new("F")], repository: "R" }];',
    ],
    ['a.rs', 'const MODEL_REPO: &str = "R";\nconst MODEL_FILE: &str = "F";'],
    ['a.ts', 'const M = [{ repo: "R", variants: [{ quant: "q4", file: "F" }] }];'],
    ['a.ts', 'export const MODEL_REPO = "R";\nexport const MODEL_FILE = "F";'],
    ['a.go', 'var models = []Spec{\n\t{Repo: "R", Files: []string{"F"}},\n}'],
    ['a.swift', 'let m = Model(repoId: "R", files: [File(name: "F")])'],
    ['a.swift', 'static let repo = "R"\nstatic let fileName = "F"'],
    ['A.kt', 'private const val MODEL_REPO = "R"\nprivate const val MODEL_FILE = "F"'],
    ['A.cs', 'public const string ModelRepo = "R";\npublic const string ModelFile = "F";'],
    ['a.rb', 'MODEL_REPO = "R"\nMODEL_FILE = "F".freeze'],
    ['a.sh', 'MODEL_REPO="R"\nMODEL_FILE="F"\n'],
    ['.env', 'MODEL_REPO=R\nMODEL_FILE=F\n'],
    ['a.json', '{"models": [{"repo": "R", "quants": [{"q": "q4", "file": "F"}]}]}'],
  ])('is one of the repository that is named beside it, %s: %s', (path, text) =>
    expect(rolesOf(text, path).filter((role) => role !== 'mentions')).toEqual([]),
  );

  it.each([
    ['a.rs', 'const M: &[D] = &[D { repository: "R", lora: Some(Lora::new("acme-style-9b.gguf")) }];'],
    ['a.rs', 'const MODEL_REPO: &str = "R";\nconst DRAFT_FILE: &str = "Other-1B-Q4_K_M.gguf";'],
    ['a.ts', 'const M = { repo: "R", llm: [{ file: "Other-1B-Q4_K_M.gguf" }] };'],
    ['a.ts', 'const M = { repo: "R", other: "Qwen/Qwen2.5-7B-Instruct-GGUF", llm: [{ file: "F" }] };'],
    ['a.ts', 'function x() {\n  const repo = "R";\n  open("Other-1B-Q4_K_M.gguf");\n}'],
    ['a.ts', 'const MODEL_REPO = "R";\nfunction x() {\n  const MODEL_FILE = "Other-1B-Q4_K_M.gguf";\n}'],
    ['a.rs', 'const REPO_A: &str = "R";\nconst FILE_B: &str = "Other-1B-Q4_K_M.gguf";'],
  ])('is not, %s: %s', (path, text) => expect(rolesOf(text, path)).not.toContain('mentions'));
});
