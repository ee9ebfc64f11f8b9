import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const REPOSITORY = 'google/gemma-3-12b-it';
const COMMIT = '62c75b3e6f078a19e2698b0f677e8a4aa4c9ea56';

/** The commits of the repositories in a text, in which R, S and H stand for two repositories and a commit. */
const commitsOf = (text: string, path: string): readonly (string | undefined)[] =>
  detect(
    text
      .replace(/\bR\b/g, REPOSITORY)
      .replace(/\bS\b/g, 'Qwen/Qwen2.5-7B-Instruct')
      .replace(/\bH\b/g, COMMIT),
    path,
  ).references.map(({ revision }) => revision?.value);

describe('a repository', () => {
  it.each([
    ['a.rs', 'repo!("R" @ "H" {\n    MODEL = 1,\n});'],
    ['a.rs', 'let r = Repo::with_revision("R".to_string(), RepoType::Model, "H".to_string());'],
    [
      'a.rs',
      'const REPO: &str = "R";\nconst REV: &str = "H";\nlet r = Repo::with_revision(REPO.into(), RepoType::Model, REV.into());',
    ],
    ['a.rs', 'let repo = api.model("R".to_string()).revision("H");'],
    ['a.go', 'repo := hub.New("R").\n\tWithRevision("H")'],
    ['a.py', 'REVISION = "H"\nm = AutoModel.from_pretrained("R", revision=REVISION)'],
    ['a.py', 'M = "R"\nREV = "H"\nprint(M)\nm = AutoModel.from_pretrained(M, revision=REV)'],
    ['a.py', 'M = "R"\nm = AutoModel.from_pretrained(M, revision="H")'],
    ['a.py', 'x = dict(repo_id="R", commit_hash="H")'],
    ['a.ts', 'const p = await pipeline("text-generation", "R", { revision: "H" });'],
    ['a.cs', 'var m = new ModelSpec { RepoId = "R", Revision = "H" };'],
    ['a.yaml', 'model:\n  repo_id: R\n  revision: H\n'],
    ['a.json', '{"models": [{"repo_id": "R", "commit": "H"}]}'],
  ])('is asked for at a commit, %s: %s', (path, text) => expect(commitsOf(text, path)).toEqual([COMMIT]));

  it.each([
    ['a.py', 'm = AutoModel.from_pretrained("R", code_revision="H")'],
    ['a.py', 'x = dict(model="R", commit="H")'],
    ['a.py', 'COMMIT = "H"\nm = AutoModel.from_pretrained("R")'],
    ['a.py', 'M = "R"\na = AutoTokenizer.from_pretrained(M, revision="H")\nm = AutoModel.from_pretrained(M)'],
    ['a.yaml', 'model: R\ncommit: H\n'],
    ['a.yaml', 'a:\n  repo_id: R\nb:\n  revision: H\n'],
  ])('is not, %s: %s', (path, text) =>
    expect(commitsOf(text, path).filter((commit) => commit !== undefined)).toEqual([]),
  );

  it.each([
    ['a.rs', 'let a = api.model("S".to_string());\nlet b = api.model("R".to_string()).revision("H");'],
    ['a.py', 'a = AutoModel.from_pretrained("S")\nb = AutoModel.from_pretrained("R", revision="H")'],
    ['a.rs', 'repo!("S" {});\nrepo!("R" @ "H" {});'],
  ])('is, and the one before it is not, %s: %s', (path, text) =>
    expect(commitsOf(text, path)).toEqual([undefined, COMMIT]),
  );
});
