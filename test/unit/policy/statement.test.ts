import { describe, expect, it } from 'vitest';
import { isSaidToPeople } from '../../../src/core/policy/statement';

function isSaid(words: string, path: string, text: string): boolean {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${words} is not in the text`);
  return isSaidToPeople({ start, end: start + words.length }, { path, text });
}

describe('words that say what they are about', () => {
  it.each([
    ['README.md', '# Ours\n\nBuilt with Llama.\n'],
    ['README.md', 'Built with Llama 3.1, made in Kyoto'],
    ['README.md', '**Built with Llama**'],
    ['docs/about.rst', 'Built with Llama and Qwen'],
    ['NOTICE', '"Built with Llama"'],
    ['THIRD_PARTY_NOTICES.txt', 'Built with Llama'],
    ['web/index.html', '<footer>Built with Llama</footer>'],
    ['web/footer.tsx', 'return <small>Built with Llama</small>;'],
    ['app.py', 'st.caption("Built with Llama")'],
    ['web/i18n/en.json', '{ "footer": "Built with Llama" }'],
    ['en.json', '{ "footer": "Built with Llama" }'],
    ['config/pt-BR.yaml', 'footer: Built with Llama'],
    ['content/about.json', '{ "footer": "Built with Llama" }'],
    ['README.md', 'Built with Llama](https://llama.com)'],
    ['res/values/strings.xml', '<string name="credit">Built with Llama</string>'],
  ])('are a statement in %s: %s', (path, text) => {
    expect(isSaid('Built with Llama', path, text)).toBe(true);
  });

  it.each([
    ['gallery/index.yaml', 'description: |\n  Built with Llama\n'],
    ['config.json', '{ "description": "Built with Llama" }'],
    ['ci.yml', 'description: Built with Llama'],
    ['web/index.html', '<b>Built with Llama</b> Stack'],
    ['data/models.csv', 'x,Built with Llama,y'],
    ['notebook.ipynb', '"Built with Llama"'],
    ['app.py', '# Built with Llama\n'],
    ['web/index.html', '<!-- Built with Llama -->'],
    ['tests/test_credit.py', 'assert "Built with Llama" in page'],
    ['web/footer.test.tsx', 'expect("Built with Llama")'],
    ['README.md', 'The license wants “Built with Llama” to be shown.'],
    ['README.md', 'You must display Built with Llama on your site'],
    ['README.md', '`Built with Llama`'],
    ['README.md', '```\nBuilt with Llama\n```\n'],
    ['README.md', 'Built with LlamaIndex'],
    ['README.md', 'Built with Llama-3.1-8B-Instruct'],
    ['README.md', 'Built with Llama Stack'],
    ['README.md', 'https://example.org/Built with Llama'],
  ])('are none in %s: %s', (path, text) => {
    expect(isSaid('Built with Llama', path, text)).toBe(false);
  });
});

describe('a name that a license wants shown', () => {
  it.each([
    ['README.md', 'Powered by Kimi K2.'],
    ['README.md', 'Powered by [Kimi K2](https://example.org)'],
    ['README.md', '# Ours\n\nKimi K2\n'],
    ['README.md', 'Kimi K2'],
    ['README.md', 'Kimi K2.\n'],
    ['README.md', '# Ours\r\n\r\n  Kimi K2  \r\n\r\nMore\r\n'],
    ['README.md', '# Ours\n \t\nKimi K2\n \t\nMore\n'],
    ['README.md', 'All of it must be shown:\n\nPowered by Kimi K2\n'],
    ['web/footer.tsx', '<p>Powered by <strong>Kimi K2</strong></p>'],
    ['NOTICE', 'AI models\n\nKimi K2\n'],
    ['web/footer.tsx', '<p>Powered by <b>Kimi K2</b></p>'],
    ['locales/en.yaml', 'footer: Powered by Kimi K2'],
  ])('is a statement in %s: %s', (path, text) => {
    expect(isSaid('Kimi K2', path, text)).toBe(true);
  });

  it.each([
    ['docs/models.md', '# Kimi K2\n'],
    ['docs/models.md', '\n\nKimi K2\n\n'],
    ['README.md', '- Kimi K2\n- DeepSeek V3\n'],
    ['README.md', '# Ours\nKimi K2\n\n'],
    ['README.md', '# Ours\n\nKimi K2\nand others\n'],
    ['README.md', '# Ours\n\nOf Kimi K2\n'],
    ['README.md', '# Ours\n\nKimi K2, of course\n'],
    ['README.md', 'Of others\nx\nKimi K2\n'],
    ['README.md', '| Kimi K2 | 1T |'],
    ['README.md', 'Supports Kimi K2 and others'],
    ['README.md', '[Kimi K2 (1T)](https://example.org)'],
    ['README.md', 'Powered by Kimi K2 Thinking'],
    ['README.md', 'Powered by Kimi K2.5'],
    ['README.md', 'Powered by Kimi K2-0905'],
    ['web/models.ts', 'title: "Kimi K2",'],
    ['web/picker.tsx', '<option>Kimi K2</option>'],
    ['gallery/index.yaml', 'description: Powered by Kimi K2'],
    ['config.toml', 'model = "Kimi K2"'],
    ['web/i18n/en.json', '{ "kimi": "Kimi K2" }'],
  ])('is none in %s: %s', (path, text) => {
    expect(isSaid('Kimi K2', path, text)).toBe(false);
  });
});

describe('the words of a notice', () => {
  const WORDS =
    'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms';

  it.each(['NOTICE', 'NOTICE.txt', 'docs/licenses.md', 'models/ATTRIBUTION.md', 'app/about.tsx'])(
    'count in %s',
    (path) => {
      expect(isSaid(WORDS, path, `${WORDS}\n`)).toBe(true);
    },
  );

  it('do not count as a value of a list of models', () => {
    expect(isSaid(WORDS, 'gallery.yaml', `license: ${WORDS}`)).toBe(false);
  });
});
