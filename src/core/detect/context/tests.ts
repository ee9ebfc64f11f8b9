import { byName, inFolder, words } from './found';
import {
  CODE_EXTENSIONS,
  DATA_EXTENSIONS,
  EXAMPLES,
  isDocument,
  type Parts,
  type Rule,
  SOURCES,
  TESTS,
} from './pathParts';

/** Tests, what stands in for a service or a value in them, and what they play back or compare with. */

/**
 * Languages whose runners of tests look for `spec`: Jasmine and Playwright, RSpec, ESpec, busted, phpspec, Quick,
 * Hspec, ScalaTest, Spock, Kotest, ShellSpec. Elsewhere, and in data, it is a specification, which a product reads; of
 * C#, where it may be either, the text tells.
 */
const SPEC_ENDINGS =
  '(?:[cm]?[jt]sx?|vue|svelte|rb|rake|exs?|lua|php|swift|hs|scala|groovy|kts?|clj[sc]?|ml|sh)';
const SPEC_FOLDER_FILES = new RegExp(`^${SPEC_ENDINGS}$`);
const TEST_FILES = new RegExp(
  String.raw`(?:^|[/])(?:tests?[_-](?:inputs?|data|payloads?|requests?|cases)?\.(?:json|ya?ml)|` +
    String.raw`test_[\w.-]*\.(?:py|rb|jl|c|cc|cpp|lua|sh|r|php|ex|exs|ml|nim|zig)|tests?\.(?:py|rs|` +
    String.raw`js|ts|go|rb|hs|sh|sql)|conftest\.py|test-[\w.-]+\.(?:r|sh|js|mjs|ts|py)|[\w.-]*[._-](?:test|` +
    String.raw`tests|c_?test|gtest|e2e|cy|integration-test|unittest)\.(?:[cm]?[jt]sx?|py|go|rb|exs?|` +
    String.raw`dart|cc|cpp|c|rs|php|lua|swift|jl|ml|clj|cljs|cljc|kt|java|sql|sh|rego|ya?ml|json)|[^/]*\.(?:bats|` +
    String.raw`feature|snap|t|t(?:f|ofu)test\.hcl)|[\w.-]*(?:[._-]spec|\.specs)\.${SPEC_ENDINGS}|` +
    String.raw`jest\.(?:config|setup)\.\w+|vitest\.(?:config|setup|workspace)\.\w+|` +
    String.raw`phpunit\.xml|karma\.conf\.js|playwright\.config\.\w+|spec_helper\.rb|rails_helper\.rb|` +
    String.raw`test_helper\.(?:rb|exs))$`,
);
/** `ChatServiceTest.java`, `ClientTests.cs`, `ParserSpec.scala`, `AppUITests.swift`: told by the capital. */
const TEST_CLASSES = new RegExp(
  String.raw`(?:Tests?|IT|ITCase|TestCase|TestSuite)\.(?:java|kts?|scala|groovy|cs|fs|vb|swift|php|hs|mm?|cpp|dart)$|` +
    String.raw`Spec\.(?:kts?|scala|groovy|swift|php|hs)$`,
);
/** Projects of tests and measurements: `Acme.Chat.Tests`, `Acme.UnitTests`, `AppTests`, `Acme.Benchmark`. */
const TEST_PROJECT =
  /(?:\.|_|-)(?:unit|integration|e2e|functional|acceptance|ui)?tests?$|(?:unit|integration|ui)tests$|\.benchmarks?$/;

/**
 * Cases that tests go through, and what gets the models for them; among the sources of a product, what it makes for its
 * users.
 */
const TEST_CASES = /^test[-_]?cases?$/;

/** Programs that only try the product out: `test-client`, `test-client-php`, `test_harness`. */
const TRIES_OUT = /^test[-_](?:client|harness|bench|runner|suite|app|site)s?(?:[-_][\w-]{1,60})?$/;

export function isTestFile({ file, name }: Parts): boolean {
  return TEST_FILES.test(name) || TEST_CLASSES.test(file);
}

export const test: Rule = (parts) => {
  const { file, name } = parts;
  return isTestFile(parts) || STORIES.test(name) || isMadeUpFile(parts) || RECORDED_FILES.test(name)
    ? byName('test', file)
    : undefined;
};

/** A component with made-up values, as Storybook shows it (https://storybook.js.org/docs/writing-stories). */
const STORIES = /\.(?:stories|story)\.(?:[cm]?[jt]sx?|mdx|svelte|vue|json)$/;

/** What a stand-in stands in for. `mock_interview.py` and `fake_news.py` are what a product does. */
const STOOD_IN =
  String.raw`(?:data|api|server|client|provider|llm|language|model|chat|open_?ai|anthropic|ollama|` +
  String.raw`azure|gemini|bedrock|response|request|service|handler|backend|embed(?:ding|der)|agent|repository|repo|` +
  String.raw`store|storage|http|fetch|completion|stream|inference|transport|engine|settings?|config(?:uration)?|` +
  String.raw`values?|message|user|runtime|adapter|utils?|helpers?|factory|tool|mcp|` +
  String.raw`generator|gateway|catalog|registry|generative|ai)s?`;
const MADE_UP_FILES = new RegExp(
  String.raw`^(?:mocks?|fixtures?|fakes?|stubs?|(?:[\w-]+\.)?(?:mock|fake|stub|dummy)(?:[-_.]?${STOOD_IN})+|` +
    String.raw`(?:[\w.-]+[-_.])?(?:${STOOD_IN}[-_.]?)+(?:mocks?|fakes?|stubs?)|` +
    String.raw`[\w.-]+(?:\.mocks?|[-_.]fixtures?))\.\w+$`,
);

/** Made-up data of whatever, `dummy-comments.json`: a program that is called so may be one that runs. */
const MADE_UP_DATA = /^dummy[-_.][\w.-]+\.\w+$/;

/** A stand-in that is a program of its own, by its folder: `mock-server`, `dummy-api`, `openai-stub`. */
const MADE_UP_FOLDER = new RegExp(
  String.raw`^(?:(?:mock|fake|stub|dummy)(?:[-_]?${STOOD_IN})+|(?:${STOOD_IN}[-_]?)+(?:mocks?|fakes?|stubs?))$`,
);

/** Stand-ins and made-up values by the name of their file: `mockData.ts`, `FakeChatModel.java`, `llm.mock.ts`. */
function isMadeUpFile({ name, extension }: Parts): boolean {
  const isData = DATA_EXTENSIONS.has(extension);
  return (
    ((isData || CODE_EXTENSIONS.has(extension)) && MADE_UP_FILES.test(name)) ||
    (isData && MADE_UP_DATA.test(name))
  );
}

/** Approved answers that a test compares with (https://github.com/VerifyTests/Verify), and recorded ones. */
const RECORDED_FILES =
  /\.(?:received|verified)\.\w+$|\.approved\.txt$|\.(?:golden|cassette|snapshot)(?:\.\w+)?$/;
const SPECS = words('spec specs');
/** Recorded traffic that tests play again (VCR, Polly, nock, WireMock), answers that they compare with, their data. */
const RECORDED = words(
  'recordings __recordings__ recorded cassettes cassette __cassettes__ vcr vcr_cassettes ' +
    'vcr-cassettes __snapshots__ __image_snapshots__ golden goldens __nock-fixtures__ nock-fixtures wiremock ' +
    'testdata test-data test_data testfixtures test-fixtures test_fixtures __fixtures__',
);
const FIXTURES = words('fixtures fixture');

/** Wherever it lies, also in an example: nobody runs what was recorded. */
export const recorded: Rule = (parts) => {
  const { folders, extension } = parts;
  const isText = isDocument(parts);
  const isData = DATA_EXTENSIONS.has(extension);
  const isRecorded = (one: string, at: number): boolean =>
    RECORDED.has(one) ||
    (FIXTURES.has(one) && (isText || folders.slice(0, at).some((outer) => EXAMPLES.has(outer)))) ||
    // Answers that a server plays back: https://wiremock.org/docs/stubbing/
    (one === 'stubs' && isData);
  const folder = folders.find(isRecorded);
  return folder !== undefined && (isText || isData) ? inFolder('test', folder) : undefined;
};

export function isOfTests(name: string, extension: string): boolean {
  return (
    TESTS.has(name) ||
    TEST_PROJECT.test(name) ||
    TRIES_OUT.test(name) ||
    MADE_UP_FOLDER.test(name) ||
    (SPECS.has(name) && SPEC_FOLDER_FILES.test(extension))
  );
}

export function isOfTestsAt({ folders, extension }: Parts, at: number): boolean {
  const name = folders[at] ?? '';
  return isOfTests(name, extension) || (TEST_CASES.test(name) && !isInSources(folders, at));
}

export function isInSources(folders: readonly string[], at: number): boolean {
  return folders.slice(0, at).some((outer) => SOURCES.has(outer));
}

/** Code that tests, wherever it stands: also the scripts of continuous integration have tests. */
export const testOfTooling: Rule = (parts) =>
  CODE_EXTENSIONS.has(parts.extension) ? test(parts) : undefined;
