import { isScriptFile } from '../../documents/fileTypes';
import { message } from '../../message';
import { type ContextFound, found, inFolder } from './found';

/** What the beginning of a text says of its context: what it imports, extends or records. */

/** What a text of tests imports, in the ecosystems whose tests need not be told by their names. */
const TEST_TEXT = new RegExp(
  String.raw`^[ \t]{0,12}(?:import\b|export\b|\})[^\n"'\x60]{0,400}\bfrom ['"](?:vitest|@jest/globals|bun:test|` +
    String.raw`node:test|mocha|@playwright/test|@testing-library/\w+)['"]|` +
    String.raw`^[ \t]{0,12}(?:const\b|let\b|var\b|\}|\w{1,40} =)[^\n"'\x60]{0,200}` +
    String.raw`\brequire\(['"](?:node:test|vitest|mocha|` +
    String.raw`@jest/globals)['"]\)|` +
    String.raw`^[ \t]{0,12}(?:import pytest|from pytest import|import unittest|from unittest import|` +
    String.raw`from django\.test import)\b|\bimport (?:static )?org\.(?:junit|testng|mockito)\b|` +
    String.raw`\bimport kotlin\.test\b|^[ \t]{0,12}using (?:Xunit|NUnit\.Framework|` +
    String.raw`Microsoft\.VisualStudio\.TestTools|Machine\.Specifications|NSpec)\b|` +
    String.raw`\bextends (?:\\?PHPUnit\\Framework\\)?TestCase\b|` +
    String.raw`^[ \t]{0,12}(?:RSpec\.)?describe\b.*\bdo$|< (?:Minitest::Test|ActiveSupport::TestCase|` +
    String.raw`Test::Unit::TestCase)\b|^[ \t]{0,12}import XCTest\b|^[ \t]{0,12}@testable import\b|` +
    String.raw`\bfrom ['"]@?storybook\b[^'"\n]{0,80}['"]|package:(?:flutter_)?test/|` +
    String.raw`\bDjangoModelFactory\b|^[ \t]{0,12}use Illuminate\\Database\\Eloquent\\Factories\\Factory;` +
    String.raw`[^]{0,2000}?\bextends Factory\b|` +
    String.raw`^[ \t]{0,12}use ExUnit\.Case\b|^[ \t]{0,12}library\(testthat\)`,
  'm',
);
/** Whether a text says something of itself, and not only in a text of several lines that it holds. */
function isSaid(form: RegExp, path: string, text: string): boolean {
  if (!form.test(text)) return false;
  if (path.endsWith('.py')) return form.test(withoutLongTexts(text));
  return !isScriptFile(path) || form.test(text.replace(LONG_TEXT, ''));
}

/** A text of a script with its lines, and what is a comment, where a mark closes nothing. */
const LONG_TEXT = /^[ \t]*(?:\/\/|\*)[^\n]*$|\x60(?:[^\x60\\]|\\.)*\x60/gms;

/** A text of Python without what stands between three quotes. */
function withoutLongTexts(text: string): string {
  let kept = '';
  let open: string | undefined;
  for (const part of text.split(/("""|''')/)) {
    const isMark = part === '"""' || part === "'''";
    if (open === undefined) kept += part;
    if (isMark && (open === undefined || open === part)) open = open === undefined ? part : undefined;
  }
  return kept;
}

/** What only a migration extends or calls. */
const MIGRATION_TEXT = new RegExp(
  String.raw`\bclass Migration\(migrations\.Migration\)|\bActiveRecord::Migration\b|` +
    String.raw`^[ \t]{0,12}from alembic import op\b|\bextends Migration\b|\bimplements MigrationInterface\b|` +
    String.raw`^[ \t]{0,12}use Ecto\.Migration\b|: Migration\b|\bqueryInterface\.(?:createTable|addColumn|` +
    String.raw`bulkInsert|bulkUpdate)\b`,
  'm',
);
/** A dump of what people wrote: records with a title or number and a body of text. */
const DUMP =
  /^[ \t]{0,12}\[\s*\{(?:[^{}]|\{[^{}]*\}){0,1500}?"(?:body|comment|selftext|message_text|html_url|diff)"\s*:\s*"/;

/** The recorded traffic of VCR, its ports and Polly. */
const RECORDING = new RegExp(
  String.raw`^(?:---[ \t]*\n)?(?:http_interactions:|(?:version: \d[ \t]*\n)?interactions:[ \t]*\n[ \t]*- ` +
    String.raw`(?:request|id):|-[ \t]*\n[ \t]+request:)|^\s*\{\s*"(?:http_)?interactions"\s*:|` +
    String.raw`"_recordingName"\s*:`,
);
const MAY_BE_RECORDING = /\.(?:ya?ml|json)$/;

/** What a setting says that results are written to: `outputRoot: test/fixtures/answers`. */
const MADE_FOR_TESTS = new RegExp(
  String.raw`^[ \t]{0,12}["']?(?:output|record|fixtures?|snapshots?|cassettes?)[\w-]{0,40}["']?[ \t]*[:=][ \t]*["']?` +
    String.raw`(?:[\w.-]{1,80}/){0,8}?(?:tests?|__tests__|specs?|testdata)/[\w./-]{0,200}["']?,?[ \t]*(?:#.*)?$`,
  'm',
);
const MAY_BE_SETTINGS = /\.(?:ya?ml|json|toml)$/;

/** A script of a part of the project: what lies below the outermost `scripts/` people who use the project may run. */
const SCRIPT_OF_PART = /\/scripts\/[^/]+\.(?:sh|bash|zsh)$/;
/** A request to a model, sent by hand: its answer goes to the terminal. */
const REQUEST_BY_HAND = new RegExp(
  String.raw`^[ \t]{0,12}curl\b(?:[^\n]|\\\r?\n){0,400}(?:/chat/completions|/v1/(?:messages|responses|embeddings|` +
    String.raw`images/\w{1,20})|:(?:stream)?generateContent)\b(?!(?:[^\n]|\\\r?\n){0,800}(?:\s-o\s|\s--output\s|\s>))`,
  'im',
);

export function textContext(path: string, head: string): ContextFound | undefined {
  if (SCRIPT_OF_PART.test(path) && REQUEST_BY_HAND.test(head)) return inFolder('tooling', 'scripts');
  if (MAY_BE_SETTINGS.test(path) && MADE_FOR_TESTS.test(head))
    return found('tooling', message('what it makes is for tests'));
  if (MAY_BE_RECORDING.test(path) && RECORDING.test(head))
    return found('test', message('the text is recorded traffic'));
  if (isSaid(MIGRATION_TEXT, path, head)) return found('migration', message('the text is a migration'));
  if (isSaid(TEST_TEXT, path, head)) return found('test', message('the text uses a library for tests'));
  return path.endsWith('.json') && DUMP.test(head)
    ? found('data', message('the text is a record of what people wrote'))
    : undefined;
}
