import { capped } from '../../src/core/policy/contextCap';
import { CONTEXTS } from '../../src/core/vocabulary';

/** What the page about the policy says of a key that its shape does not. */
export interface KeyFacts {
  /** What holds where the key is left out, in Markdown. */
  readonly byDefault?: string;
  /** The rules that ask about it. */
  readonly rules?: readonly string[];
  /** Of a key at the top: lines of a policy with every key below it. */
  readonly example?: string;
}

const NOTHING = { byDefault: 'none' } as const;
const NOT_STATED = { byDefault: 'not stated' } as const;
const RULES_OF_SIZE = ['license/threshold'] as const;
const RULES_OF_DUTIES = ['obligation/attribution-missing', 'obligation/license-copy-missing'] as const;

/** By the way to a key, in the order of the shape; a key that is not here has no default and no rule of its own. */
export const POLICY_FACTS: Readonly<Record<string, KeyFacts>> = {
  version: { rules: ['policy/invalid'], example: 'version: 1' },
  extends: {
    ...NOTHING,
    rules: ['policy/invalid', 'policy/not-inherited'],
    example: 'extends: ["npm:@acme/model-policy", ../base.yaml]',
  },
  locked: {
    ...NOTHING,
    rules: ['policy/not-inherited'],
    example: 'locked: [license/denied, origin/denied]',
  },
  use: {
    example: `use:
  purpose: commercial
  distribution: service
  regions: [JP, EU]
  seat: JP
  monthlyActiveUsers: 50_000
  annualRevenue: { USD: 2_000_000, EUR: 1_800_000, JPY: 300_000_000, CNY: 14_000_000 }
  annualRevenueUsd: 2_000_000   # the same as annualRevenue: { USD: … }
  trainsOnOutputs: false`,
  },
  'use.purpose': {
    byDefault: 'not stated: a non-commercial license is a warning',
    rules: ['license/non-commercial', 'license/conditional-right', 'service/terms'],
  },
  'use.distribution': {
    byDefault: 'not stated: judged as used inside',
    rules: [
      'lineage/conflict',
      'license/conditional-right',
      'license/copyleft',
      'license/use-policy',
      ...RULES_OF_DUTIES,
    ],
  },
  'use.regions': { ...NOTHING, rules: ['license/region', 'service/terms'] },
  'use.seat': { byDefault: 'not stated: asked for where a license turns on it', rules: ['license/region'] },
  'use.monthlyActiveUsers': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.annualRevenue': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.annualRevenue.USD': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.annualRevenue.EUR': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.annualRevenue.JPY': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.annualRevenue.CNY': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.annualRevenueUsd': { ...NOT_STATED, rules: RULES_OF_SIZE },
  'use.trainsOnOutputs': { byDefault: '`false`', rules: ['license/output-training', 'service/terms'] },
  require: { example: 'require: { openness: weights-available }' },
  'require.openness': { byDefault: 'nothing is required', rules: ['openness/below-required'] },
  licenses: {
    example: `licenses:
  allow: [apache-2.0, mit, "category:permissive"]
  warn: [llama3.1, "category:responsible-ai"]
  deny: ["category:non-commercial"]
  unknown: error`,
  },
  'licenses.allow': { byDefault: 'all', rules: ['license/denied'] },
  'licenses.warn': { ...NOTHING, rules: ['license/warned'] },
  'licenses.deny': { ...NOTHING, rules: ['license/denied'] },
  'licenses.unknown': {
    byDefault: '`warning`, and `information` where a license is inferred',
    rules: ['license/unknown', 'license/none-stated', 'model/unknown'],
  },
  origins: {
    example: `origins:
  allow: [EU, US, JP, mistral-ai]
  warn: [KR]
  deny: [CN]`,
  },
  'origins.allow': { byDefault: 'all', rules: ['origin/denied', 'origin/warned'] },
  'origins.warn': { ...NOTHING, rules: ['origin/warned'] },
  'origins.deny': { ...NOTHING, rules: ['origin/denied', 'origin/warned'] },
  hosting: {
    example: `hosting:
  allow: [self, EU, bedrock, models.acme.example]
  warn: [US]
  deny: [CN, openrouter]
  processedIn: [EU, JP]`,
  },
  'hosting.allow': { byDefault: 'all', rules: ['hosting/denied', 'hosting/warned'] },
  'hosting.warn': { ...NOTHING, rules: ['hosting/warned'] },
  'hosting.deny': { ...NOTHING, rules: ['hosting/denied', 'hosting/warned'] },
  'hosting.processedIn': { byDefault: 'anywhere', rules: ['hosting/denied', 'hosting/warned'] },
  lifecycle: { example: 'lifecycle: { warnBefore: 90d }' },
  'lifecycle.warnBefore': { byDefault: '`60d`', rules: ['model/ending'] },
  rules: {
    byDefault: '[each rule has one](rules/README.md)',
    example: 'rules: { license/denied: error, model/unpinned-revision: "off" }',
  },
  ignore: { example: 'ignore: { paths: ["third_party/**", "**/*.ipynb"] }' },
  'ignore.paths': NOTHING,
  exceptions: {
    example: `exceptions:
  - model: meta-llama/Llama-3.1-*
    rules: [license/warned, license/use-policy]
    paths: ["pilot/**"]
    reason: approved for the pilot
    approvedBy: legal
    expires: 2027-03-31`,
  },
  'exceptions[].model': { rules: ['policy/unused-exception'] },
  'exceptions[].rules': { byDefault: 'all rules', rules: ['policy/unused-exception'] },
  'exceptions[].paths': { byDefault: 'all files', rules: ['policy/unused-exception'] },
  'exceptions[].approvedBy': NOT_STATED,
  'exceptions[].expires': { byDefault: 'never', rules: ['policy/expired-exception'] },
  duties: {
    example: `duties:
  - model: meta-llama/*
    done: [name-prefix, follow-use-policy]
    how: section 4 of our terms of use, checked at each release
    approvedBy: legal
  - model: anthropic.claude-*
    done: follow-use-policy
    license: amazon-terms   # Anthropic's own terms ask the same, and are not meant
    how: reviewed in November 2026`,
  },
  'duties[].model': { rules: ['policy/unused-exception'] },
  'duties[].license': { byDefault: 'whichever asks for it' },
  'duties[].done': { rules: RULES_OF_DUTIES },
  'duties[].approvedBy': NOT_STATED,
  models: {
    example: `models:
  allow: ["mistralai/*", "acme/*"]
  deny: ["*abliterated*"]
  acme/support-7b: { license: apache-2.0, origin: JP, openness: open-weights, base: Qwen/Qwen3-8B }
  acme-chat: { is: acme/support-7b }`,
  },
  'models.allow': { byDefault: 'all', rules: ['license/unknown', 'model/denied'] },
  'models.deny': { ...NOTHING, rules: ['model/denied'] },
  'models.ID.license': { byDefault: 'as in the catalog', rules: ['license/unknown'] },
  'models.ID.origin': { byDefault: 'as in the catalog', rules: ['origin/warned'] },
  'models.ID.openness': { byDefault: 'as in the catalog', rules: ['openness/below-required'] },
  'models.ID.is': { byDefault: 'no other name', rules: ['model/unknown'] },
  'models.ID.base': { byDefault: 'as in the catalog', rules: ['lineage/relabelled'] },
  describe: {
    example: `describe:
  our-deployment: { is: gpt-4o }   # a deployment at Azure
  chat: { is: Qwen/Qwen3-8B }      # what the own server calls it
  models/triage: { base: Qwen/Qwen3-8B, license: apache-2.0, origin: JP, openness: open-weights }   # weights, trained further`,
  },
  'describe.ID.license': { byDefault: 'as in the catalog', rules: ['license/unknown'] },
  'describe.ID.origin': { byDefault: 'as in the catalog', rules: ['origin/warned'] },
  'describe.ID.openness': { byDefault: 'as in the catalog', rules: ['openness/below-required'] },
  'describe.ID.is': { byDefault: 'no other name', rules: ['model/unknown'] },
  'describe.ID.base': { byDefault: 'as in the catalog', rules: ['lineage/relabelled', 'model/retired'] },
  detect: {
    example: `detect:
  loaders: { acme.load_llm: huggingface }
  keys: { engineName: ollama }
  prefixes: { corp: openai }   # corp/gpt-4o`,
  },
  'detect.loaders': NOTHING,
  'detect.keys': NOTHING,
  'detect.prefixes': NOTHING,
  contexts: {
    example: `contexts:
  product: error
  test: warning
  docs: "off"
  example: information
  migration: hint
  data: hint
  tooling: information
  paths: { "samples/**": product }`,
  },
  ...Object.fromEntries(
    CONTEXTS.map((context) => [
      `contexts.${context}`,
      { byDefault: `\`${capped('error', context, undefined)}\`` },
    ]),
  ),
  'contexts.paths': { byDefault: "told by each file's path and content" },
  inventory: {
    example: `inventory:
  name: Claim Desk
  author: Acme GmbH
  producer: Acme GmbH
  version: 2.4.0
  released: 2026-11-01
  applicationArea: sorts claims of customers
  dataUsage: https://acme.example/privacy
  inputsAndOutputs: letters in, one of 40 labels out
  software: https://acme.example/sbom.json
  hardware: one GPU with 24 GB
  securityControls: no network access while it runs
  securityCompliance: ISO/IEC 27001
  securityPolicy: https://acme.example/.well-known/security.txt
  vulnerabilities: https://acme.example/advisories
  securityMetrics: https://acme.example/red-team
  performance: F1 0.91 on the test set
  datasets:
    claims-2025:
      description: fine-tuning
      content: letters as text
      url: https://acme.example/data/claims-2025
      sha256: ${'0123456789abcdef'.repeat(4)}
      provenance: our own archive, names removed
      statistics: 120,000 letters
      sensitivity: personal data, removed
      derivedFrom: claims-2024
      license: proprietary`,
  },
};
