import { describe, expect, it } from 'vitest';
import { detect } from './marked';

function namesIn(path: string, text: string): readonly string[] {
  return detect(text, path).references.map((reference) => reference.text);
}

describe('a folder in a manifest', () => {
  it.each([
    ['Cargo.toml', '[workspace]\nmembers = ["crates/llama-7b"]\n'],
    ['Cargo.toml', '[workspace.dependencies]\nforge_embed = { path = "crates/forge_embed" }\n'],
    ['a/Cargo.toml', '[dependencies.forge_llm]\npath = "crates/forge-llm-7b"\n'],
    ['go.work', 'use (\n\tservices/llama-7b\n)\n'],
    ['pnpm-workspace.yaml', "packages:\n  - 'plugins/qwen2-7b'\n"],
    ['package.json', '{"workspaces": ["plugins/qwen2-7b"]}'],
    ['package.json', '{"workspaces": {"packages": ["plugins/qwen2-7b"]}}'],
    ['settings.gradle.kts', 'include("plugins/qwen2-7b")\nincludeBuild("plugins/llama-7b")\n'],
    ['pyproject.toml', '[tool.uv.sources]\nforge_llm = { path = "plugins/llama-7b", editable = true }\n'],
    ['pyproject.toml', '[tool.poetry.dependencies]\nllm = { path = "plugins/qwen2-7b", develop = true }\n'],
    ['requirements.txt', '-e plugins/qwen2-7b\n'],
    ['BUILD.bazel', 'py_library(\n  name = "x",\n  deps = ["plugins/qwen2-7b"],\n)\n'],
    ['mix.exs', 'defp deps do\n  [{:llm, path: "plugins/qwen2-7b"}]\nend\n'],
    ['Gemfile', 'gem "llm", path: "plugins/qwen2-7b"\n'],
    ['Package.swift', 'let a = Package(name: "x", dependencies: [.package(path: "plugins/llama-7b")])\n'],
    ['pubspec.yaml', 'dependencies:\n  llm:\n    path: plugins/qwen2-7b\n'],
    ['CMakeLists.txt', 'add_subdirectory(plugins/qwen2-7b)\n'],
    [
      'pyproject.toml',
      '[tool.uv.sources]\nx = { git = "https://github.com/a/x", branch = "leo/llama-7b" }\n',
    ],
    ['Cargo.toml', '[dependencies]\nx = { git = "https://github.com/a/x", rev = "leo/llama-7b" }\n'],
    ['Cargo.toml', '[dependencies.llm]\ngit = "https://github.com/a/x"\nbranch = "leo/llama-7b"\n'],
    [
      'pubspec.yaml',
      'dependencies:\n  llm:\n    git:\n      url: https://github.com/a/x\n      ref: leo/llama-7b\n',
    ],
    ['mix.exs', 'defp deps do\n  [{:llm, git: "https://github.com/a/x", branch: "leo/llama-7b"}]\nend\n'],
    ['Gemfile', 'gem "x", git: "https://github.com/a/x", branch: "leo/llama-7b"\n'],
    ['Cargo.toml', '[[example]]\nname = "gpt-4o-mini"\n\n[[bin]]\nname = "qwen2.5-7b-instruct"\n'],
    ['build.sbt', 'lazy val a = (project in file("plugins/qwen2-7b"))\n'],
  ])('of %s is no model: %s', (path, text) => expect(namesIn(path, text)).toEqual([]));

  it.each([
    ['config.toml', '[model]\npath = "plugins/qwen2-7b"\n', ['plugins/qwen2-7b']],
    ['pyproject.toml', '[tool.acme]\nmodel = "acme/qwen2-7b"\n', ['acme/qwen2-7b']],
    ['pyproject.toml', '[tool.acme.model]\nref = "acme/qwen2-7b"\n', ['acme/qwen2-7b']],
    ['Cargo.toml', '[package.metadata.model]\nname = "acme/qwen2-7b"\n', ['acme/qwen2-7b']],
    ['package.json', '{"scripts": {"start": "ollama run llama3.1:8b"}}', ['llama3.1:8b']],
    ['package.json', '{"acme.model": {"type": "string", "default": "gpt-4o"}}', ['gpt-4o']],
    ['requirements.txt', 'a @ https://huggingface.co/acme/qwen2-7b/resolve/main/a.whl\n', ['acme/qwen2-7b']],
  ])('elsewhere, or a setting of %s, may be one: %s', (path, text, names) =>
    expect(namesIn(path, text)).toEqual(names),
  );
});
