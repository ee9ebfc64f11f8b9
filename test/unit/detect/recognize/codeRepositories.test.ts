import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** The names that a text is said to have of models, whatever their use. */
const found = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ text: name }) => name);

describe('the repository of the code', () => {
  it.each([
    ['a.yml', 'repo_name: acme/llama-7b\nrepo_url: https://github.com/acme/llama-7b\n'],
    ['a.toml', 'repo_url = "https://codeberg.org/acme/llama-7b.git"\nrepo_name = "acme/llama-7b"\n'],
  ])('is no model, in %s', (path, text) => expect(found(text, path)).toEqual([]));

  it('is none where a page is made of it, whatever else its settings name', () => {
    const theme = 'repo_url: https://github.com/acme/llama-7b\nextra: https://huggingface.co/acme\n';
    expect(found(`repo_name: acme/llama-7b\n${theme}`, 'mkdocs.yml')).toEqual([]);
    expect(found(`repo_id: acme/llama-7b\n${theme}`, 'a.yml')).toEqual(['acme/llama-7b']);
  });

  it('is one where no host of code has it, or the catalog knows it', () => {
    expect(found('repo_name: acme/llama-7b\n', 'a.yml')).toEqual(['acme/llama-7b']);
    const known = 'stabilityai/stablelm-zephyr-3b';
    expect(found(`repo_name: ${known}\nrepo_url: https://github.com/${known}\n`, 'a.yml')).toEqual([known]);
  });
});

describe('a repository that is put into the address of a host of code', () => {
  it.each([
    [
      'a.ts',
      "const REPO_PATH = 'acme/llama-8b-studio';\nconst u = `https://github.com/${REPO_PATH}/releases`;\n",
    ],
    ['a.py', 'REPO = "acme/llama-8b-studio"\nu = f"https://api.github.com/repos/{REPO}/releases/latest"\n'],
    [
      'a.go',
      'const repo = "acme/llama-8b-studio"\nvar u = "https://raw.githubusercontent.com/" + repo + "/main/a"\n',
    ],
    ['a.rb', 'REPO = "acme/llama-8b-studio"\nu = "https://gitlab.com/#{REPO}/-/releases"\n'],
    ['a.php', "<?php\n$repo = 'acme/llama-8b-studio';\n$u = 'https://github.com/' . $repo;\n"],
  ])('is code, in %s', (path, text) => {
    expect(found(text, path)).toEqual([]);
  });

  it('is a model where another name stands in the address', () => {
    const text =
      "const REPO_PATH = 'acme/llama-8b-studio';\nconst u = `https://github.com/${REPO_PATHS}/releases`;\n";
    expect(found(text, 'a.ts')).toEqual(['acme/llama-8b-studio']);
  });
});
