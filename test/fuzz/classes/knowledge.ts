import fc from 'fast-check';
import { claimFromHub } from '../../../src/core/lookup/hub/hubClaim';
import { readEndpoint, redirectPath } from '../../../src/core/lookup/hub/endpoint';
import { readHubError, readHubFacts } from '../../../src/core/lookup/hub/hubFacts';
import { readRateLimit, waitSeconds } from '../../../src/core/lookup/hub/rateLimit';
import { judge } from '../../../src/core/licenses/compatibility';
import { judgeNames } from '../../../src/core/licenses/judgeNames';
import { severity as gravity } from '../../../src/core/licenses/judgement';
import { readLicense } from '../../../src/core/licenses/licenseExpression';
import { recognizeText } from '../../../src/core/licenses/recognizeText';
import { createLookup } from '../../../src/core/lookup/lookup';
import { closest } from '../../../src/core/text/closest';
import { hashText } from '../../../src/core/text/hash';
import { RELATIONS, REGISTRIES } from '../../../src/core/vocabulary';
import { TEST_CATALOG } from '../../support/catalog';
import { soup, valueOf } from '../arbitraries';
import { fuzzClass, must, mustEqual } from '../fuzzClass';

const HUB_KEYS = [
  'id',
  'modelId',
  'sha',
  'cardData',
  'license',
  'license_name',
  'license_link',
  'tags',
  'gated',
  'disabled',
  'base_model',
  'base_model_relation',
  'pipeline_tag',
  'siblings',
  'rfilename',
  'createdAt',
  'extra_gated_eu_disallowed',
  '__proto__',
  'constructor',
];
const EXPRESSION_WORDS = [
  ' AND ',
  ' OR ',
  ' WITH ',
  '(',
  ')',
  'MIT',
  'Apache-2.0',
  'llama3.1',
  'GPL-3.0-or-later',
  '+',
  'LicenseRef-x',
  'nobody-knows',
];
const CONTROL = /\p{Cc}/u;

const lookup = createLookup(TEST_CATALOG);
const keys = TEST_CATALOG.licenses.map(({ key }) => key);

export const KNOWLEDGE = [
  fuzzClass<unknown>({
    name: 'Hub: answers',
    share: 4,
    values: valueOf(HUB_KEYS).map((value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { id: 'acme/one', ...value }
        : value,
    ),
    check(value) {
      const body = JSON.stringify(value);
      readHubError(body);
      const facts = readHubFacts(body);
      if (facts === undefined) return;
      must(/^[\w.-]{1,96}(?:\/[\w.-]{1,96})?$/.test(facts.id), 'an id is one');
      for (const text of [
        facts.licenseName,
        facts.licenseLink,
        facts.task,
        facts.created,
        facts.revision,
        ...facts.licenses,
      ])
        must(text === null || !CONTROL.test(text), () => `no control character: ${JSON.stringify(text)}`);
      const reading = readEndpoint('https://huggingface.co', true);
      if ('endpoint' in reading) claimFromHub(facts, 0, reading.endpoint);
    },
  }),
  fuzzClass<string>({
    name: 'Hub: answers that are no JSON',
    share: 1,
    values: soup(['{"id":"a/b"', '}', ',"tags":[', '"license:mit"', ']'], 10),
    check(body) {
      readHubFacts(body);
      readHubError(body);
    },
  }),
  fuzzClass<string>({
    name: 'Hub: addresses and redirects',
    share: 3,
    values: soup(
      [
        'https://',
        'http://',
        'huggingface.co',
        'localhost',
        '127.0.0.1',
        '@',
        ':',
        '/',
        '..',
        '%2e',
        '?',
        '#',
        '\\',
        'user',
      ],
      8,
    ),
    check(text) {
      const reading = readEndpoint(text, true);
      if ('refused' in reading) return;
      const { endpoint } = reading;
      const url = new URL(endpoint.origin + endpoint.basePath);
      must(
        url.username === '' && url.password === '' && url.search === '' && url.hash === '',
        'an address carries nothing else',
      );
      must(
        endpoint.secure || /^(localhost|.*\.localhost|127\.|\[::1\])/.test(url.hostname),
        'only this machine is asked without encryption',
      );
    },
  }),
  fuzzClass<string>({
    name: 'Hub: where a redirect leads',
    share: 2,
    values: soup(
      ['https://huggingface.co', '/', '//', '\\', '@', 'evil.example', '..', '%2e', 'api/models', '?'],
      6,
    ),
    check(location) {
      const reading = readEndpoint('https://huggingface.co', true);
      if ('refused' in reading) throw new Error('the Hub is refused');
      const path = redirectPath(location, reading.endpoint);
      if (path !== undefined)
        must(
          new URL(reading.endpoint.origin + path).origin === reading.endpoint.origin,
          () => `${path} stays on the Hub`,
        );
    },
  }),
  fuzzClass<string>({
    name: 'Hub: limits of rate',
    share: 1,
    values: soup(['"api";r=', '0', ';t=', '300', 'q=', '-1', '1e9'], 6),
    check(header) {
      readRateLimit(header);
      const seconds = waitSeconds({ 'retry-after': header, ratelimit: header });
      must(seconds >= 0 && Number.isFinite(seconds), 'a wait has an end');
    },
  }),
  fuzzClass<string>({
    name: 'licenses: expressions',
    share: 3,
    values: soup(EXPRESSION_WORDS, 8),
    check(text) {
      const read = readLicense(text, TEST_CATALOG);
      must(read.kind === 'license' || read.parts.length === 2, 'a license, or two of them');
    },
  }),
  fuzzClass<readonly [string, string, (typeof RELATIONS)[number]]>({
    name: 'licenses: pairs of names',
    share: 3,
    values: fc.tuple(
      fc.oneof(fc.constantFrom(...keys), soup(EXPRESSION_WORDS, 5)),
      fc.oneof(fc.constantFrom(...keys), soup(EXPRESSION_WORDS, 5)),
      fc.constantFrom(...RELATIONS),
    ),
    check([upstream, downstream, relation]) {
      const pair = { upstream, downstream, relation };
      const { verdict } = judgeNames(pair, TEST_CATALOG);
      mustEqual(judgeNames(pair, TEST_CATALOG).verdict, verdict, 'the same each time');
      // A choice of the licensor's between a license and itself is that license.
      mustEqual(
        judgeNames({ ...pair, upstream: `(${upstream}) OR (${upstream})` }, TEST_CATALOG).verdict,
        judgeNames({ ...pair, upstream: `(${upstream}) AND (${upstream})` }, TEST_CATALOG).verdict,
        'itself or itself is itself and itself',
      );
    },
  }),
  fuzzClass<readonly [string, string, (typeof RELATIONS)[number], number]>({
    name: 'licenses: pairs of records',
    share: 3,
    values: fc.tuple(
      fc.constantFrom(...keys),
      fc.constantFrom(...keys),
      fc.constantFrom(...RELATIONS),
      fc.nat(2),
    ),
    check([one, other, relation, form]) {
      const [upstream, downstream] = [TEST_CATALOG.license(one), TEST_CATALOG.license(other)];
      if (upstream === undefined || downstream === undefined) throw new Error('a license is gone');
      const judged = judge({
        upstream,
        downstream,
        relation,
        ...(form === 1 && {
          use: {
            purpose: 'commercial',
            distribution: 'service',
            regions: ['EU'],
            monthlyActiveUsers: 10,
            annualRevenueUsd: 10,
            trainsOnOutputs: true,
          },
        }),
      } as Parameters<typeof judge>[0]);
      must(judged.reasons.length > 0 || judged.verdict === 'ok', 'a verdict that is not ok has a reason');
      must(Number.isFinite(gravity(judged.verdict)), 'a verdict has a rank');
    },
  }),
  fuzzClass<string>({
    name: 'licenses: running text',
    share: 1,
    values: soup(
      [
        'MIT License',
        'Permission is hereby granted, free of charge',
        'Apache License Version 2.0',
        'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT',
        'Creative Commons ',
        'non-commercial',
      ],
      12,
    ),
    check(text) {
      recognizeText(text);
    },
  }),
  fuzzClass<readonly [string, (typeof REGISTRIES)[number] | null]>({
    name: 'names: looked up',
    share: 4,
    values: fc.tuple(
      soup(
        [
          'meta-llama/',
          'Llama-3.1-8B-Instruct',
          'gpt-4o',
          ':latest',
          '-GGUF',
          'azure/',
          'bedrock/',
          '@',
          '-2024-08-06',
          'us.',
          'hf.co/',
        ],
        5,
      ),
      fc.constantFrom(null, ...REGISTRIES),
    ),
    check([name, registry]) {
      const found = lookup.find(name, registry ?? undefined);
      mustEqual(lookup.find(name, registry ?? undefined)?.id, found?.id, 'the same each time');
      if (found?.license.effective === undefined || found?.license.effective === null) return;
      must(found.license.effective.key !== '', 'a license has a key');
    },
  }),
  fuzzClass<readonly [string, readonly string[]]>({
    name: 'suggestions and digests',
    share: 1,
    values: fc.tuple(soup([], 3), fc.array(soup([], 3), { maxLength: 4 })),
    check([word, candidates]) {
      const found = closest(word, candidates);
      must(found === undefined || candidates.includes(found), 'a suggestion is a candidate');
      must(hashText(word) === hashText(word), 'a digest is the same each time');
    },
  }),
];
