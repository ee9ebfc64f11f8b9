import { type ContextFound, words } from './found';

/** The parts of a path, and the words in it that several rules know. */

export interface Parts {
  /** Lower-case names of the folders, outermost first. */
  readonly folders: readonly string[];
  /** The file's name as it is written, and in lower case without the marks of a template of settings. */
  readonly file: string;
  readonly name: string;
  readonly extension: string;
}

export type Rule = (parts: Parts) => ContextFound | undefined;

const DOCUMENT_EXTENSIONS = words(
  'md mdc mdx markdown livemd rst rd adoc asciidoc qmd rmd tex org txt textile wiki pod',
);
export const isDocument = ({ extension, name }: Parts): boolean =>
  DOCUMENT_EXTENSIONS.has(extension) &&
  !/^(?:requirements|constraints|cmakelists|robots|models?)\b.*\.txt$/.test(name);

export const CODE_EXTENSIONS = words(
  'py pyi js mjs cjs jsx ts mts cts tsx vue svelte java kt kts scala groovy cs fs vb go rs swift ' +
    'dart rb rake erb php c h cc cpp cxx hpp m mm r jl ex exs lua pl pm clj cljs zig nim hs erl ml sh ' +
    'bash zsh ps1 ipynb sql',
);

export const TESTS = words(
  'test tests __tests__ __test__ testing unittest unittests unit_tests integration-tests ' +
    'integration_tests integrationtest e2e e2e-tests cypress playwright __mocks__ __fixtures__ ' +
    '__snapshots__ mocks mock testdata test-data test_data test_resources test-resources ' +
    'testutil testutils test-utils test_utils ' +
    'testlib androidtest uitests testfixtures test-fixtures test_fixtures testthat smoke-tests ' +
    'acceptance functional-tests tests-integration tests-e2e fakes .storybook jest',
);

export const DOCS = words(
  'docs doc documentation docs-site website wiki guide guides manual manuals blog blogs posts book ' +
    'books handbook man javadoc vignettes adr adrs rfcs rfc design-docs papers docs_src i18n-docs ' +
    'help tutorials-docs',
);
export const EXAMPLES = words(
  'examples example samples sample demos demo tutorial tutorials cookbook cookbooks quickstart ' +
    'quickstarts quick-start showcase showcases playground playgrounds getting-started ' +
    'getting_started starters starter sample-apps sample_apps code-samples snippets _examples ' +
    'hello-world storybook stories recipes-examples livebooks workshop workshops',
);
/** Where a word for an example may be a part of the product: the page of a demonstration, the package `com.example`. */
export const SOURCES = words(
  'src app lib pkg internal cmd main java kotlin com org net io source sources packages-src components views screens',
);
export const ONLY_OUTSIDE = words(
  'example sample demo playground playgrounds tutorial starter starters showcase snippets stories workshop',
);
export const DATA = words(
  'data dataset datasets fixtures fixture snapshots snapshot seeds seed dumps dump results outputs ' +
    'output logs transcripts traces responses corpus',
);
/** The same of a run or a test: `bench_results`, `eval-outputs`; `summarize-logs` may be a service with settings. */
export const OF_RUNS = /[-_.](?:results|outputs|logs)$/;
export const RUN_EXTENSIONS = words('json jsonl ndjson csv tsv html txt log parquet tab dat');
export const DATA_EXTENSIONS = words(
  'json jsonl ndjson csv tsv yaml yml xml html sql txt log har parquet tab dat toml',
);

export const NOTEBOOKS = /^(?:jupyter[-_]?)?notebooks?$/;
