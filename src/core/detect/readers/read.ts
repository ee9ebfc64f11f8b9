import type { TextRange } from '../../text/range';
import { syntaxOf } from '../../text/syntax';
import { canonical } from '../fileTypes';
import type { Intake } from '../site';
import { readCode } from './codeReader';
import { readDockerfile, readModelfile } from './instructionReader';
import { readKeyValueLines, readRequirements } from './lineReader';
import { readMarkdown } from './markdownReader';
import { readMarkup } from './markupReader';
import { readRestructured } from './restructuredReader';
import { readShell } from './shellReader';
import { readYaml } from './yamlReader';

/** Languages that are configuration rather than code. */
const CONFIGURATION = new Set(['json', 'jsonc', 'jsonl', 'toml', 'terraform']);

/** Reads a part of the text in a language. */
export function readLanguage(intake: Intake, language: string, range: TextRange): void {
  switch (language) {
    case 'yaml': return readYaml(intake, range);
    case 'shellscript': case 'makefile': return readShell(intake, range);
    case 'dockerfile': return readDockerfile(intake, range);
    case 'modelfile': return readModelfile(intake, range);
    case 'pip-requirements': return readRequirements(intake, range);
    case 'dotenv': case 'ini': case 'properties': return lines(intake, language, range);
    case 'xml': return readMarkup(intake, range, { where: 'config', scripts: false });
    case 'html': case 'vue': case 'svelte': case 'astro': return readMarkup(intake, range, { where: 'code', scripts: true });
    case 'markdown': case 'mdx': case 'quarto': return readMarkdown(intake, range, embedded(intake));
    case 'restructuredtext': return readRestructured(intake, range, embedded(intake));
    default: return code(intake, language, range);
  }
}

/** Reads what a document embeds; text of no known language may be commands or output, and is read as text. */
function embedded(intake: Intake): (name: string, range: TextRange) => void {
  return (name, range) => readLanguage(intake, canonical(name), range);
}

function lines(intake: Intake, language: string, range: TextRange): void {
  const syntax = syntaxOf(language);
  if (syntax !== undefined) readKeyValueLines(intake, range, syntax);
}

function code(intake: Intake, language: string, range: TextRange): void {
  const syntax = syntaxOf(language);
  if (syntax === undefined) intake.prose(range, { lexical: 'prose', where: 'prose', key: '', parents: [], group: 0 });
  else readCode(intake, range, { syntax, where: CONFIGURATION.has(language) ? 'config' : 'code', magics: language === 'jupyter' });
}
