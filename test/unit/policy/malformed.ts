/**
 * Policies with one thing wrong each. `«»` marks the place that must be named. `schema: false` marks what a JSON schema cannot see:
 * the text itself, or what the schema's language has no word for.
 */
export interface Malformed {
  readonly name: string;
  readonly text: string;
  /** Part of the message. */
  readonly says: string;
  readonly schema?: false;
}

const SYNTAX = { schema: false } as const;

export const MALFORMED: readonly Malformed[] = [
  // What detection is told
  {
    name: 'a registry that nobody knows',
    text: 'version: 1\ndetect: { keys: { engine: «ollamma» } }\n',
    says: 'ollama',
  },
  {
    name: 'a call with blanks in it',
    text: 'version: 1\ndetect: { loaders: { «load the model»: openai } }\n',
    says: 'has no blanks',
  },
  // The text
  {
    name: 'an open bracket',
    text: 'version: 1\nlicenses: { deny: [gemm«a\n»',
    says: 'Not valid YAML',
    ...SYNTAX,
  },
  {
    name: 'a tab as indentation',
    text: 'version: 1\nuse:\n«\t»purpose: commercial\n',
    says: 'Not valid YAML',
    ...SYNTAX,
  },
  {
    name: 'a wide blank as indentation',
    text: 'version: 1\nuse:\n«\u3000purpose»: commercial\n',
    says: 'The blank before "purpose" is U+3000',
  },
  {
    name: 'a wide colon behind a key',
    text: 'version«：» 1\nuse:\n  purpose: internal\n',
    says: '"：" is a full-width character, which YAML takes for a letter: write ":"',
    ...SYNTAX,
  },
  {
    name: 'a wide colon in the last line',
    text: 'version: 1\nuse:\n  «purpose：internal»\n',
    says: 'write ":"',
  },
  { name: 'a wide colon in brackets', text: 'version: 1\nuse: { «purpose：internal» }\n', says: 'write ":"' },
  {
    name: 'a wide bracket',
    text: 'version: 1\nuse: «｛» purpose: internal ｝\n',
    says: 'write "{"',
    ...SYNTAX,
  },
  { name: 'a wide comma', text: 'version: 1\nuse: { regions: [«JP，US»] }\n', says: 'write ","' },
  { name: 'wide quotes', text: 'version: 1\nuse: { purpose: «「internal」» }\n', says: 'write """' },
  {
    name: 'a wide mark of a comment',
    text: 'version: 1\nuse:\n  purpose: «internal　＃社内»\n',
    says: 'write "#"',
  },
  {
    name: 'wide digits',
    text: 'version: 1\nuse: { monthlyActiveUsers: «５０００» }\n',
    says: '"５" is a full-width character',
  },
  {
    name: 'a long text with wide marks in it',
    text: `version: 1\nexceptions:\n  - model: gpt-4o\n    reason: «${'試験、'.repeat(1_000)}»\n`,
    says: 'longer than',
    ...SYNTAX,
  },
  {
    name: 'a list of seats',
    text: 'version: 1\nuse: { seat: «[DE, US]» }\n',
    says: 'One value is expected here, and no list',
  },
  {
    name: 'commas in a number',
    text: 'version: 1\nuse: { annualRevenue: { JPY: 1,«800»,000,000 } }\n',
    says: 'A whole number is expected here, as in 50_000',
    ...SYNTAX,
  },
  {
    name: 'an open quote',
    text: 'version: 1\nextends: "base.yam«l\n»',
    says: 'Not valid YAML: a closing bracket or quote',
    ...SYNTAX,
  },
  {
    name: 'two colons in a line',
    text: 'version: 1\nuse: «p»urpose: commercial\n',
    says: 'Not valid YAML',
    ...SYNTAX,
  },
  { name: 'a stray bracket', text: 'version: 1\nrules: «]»\n', says: 'Not valid YAML', ...SYNTAX },
  {
    name: 'an unknown escape',
    text: 'version: 1\nextends: "«\\»q.yaml"\n',
    says: 'Not valid YAML',
    ...SYNTAX,
  },
  {
    name: 'wrong indentation',
    text: 'version: 1\nuse:\n  purpose: commercial\n« »regions: [JP]\n',
    says: 'Not valid YAML',
    ...SYNTAX,
  },
  {
    name: 'a second document',
    text: 'version: 1\n«---»\nversion: 1\n',
    says: 'one YAML document',
    ...SYNTAX,
  },
  { name: 'an empty file', text: '«»', says: 'The policy is empty', ...SYNTAX },
  { name: 'comments only', text: '«»# to be written\n', says: 'The policy is empty', ...SYNTAX },
  { name: 'a list', text: '«- version\n- 1\n»', says: 'Keys and values' },
  { name: 'a word', text: '«allowed»', says: 'Keys and values' },
  { name: 'a number', text: '«1»', says: 'Keys and values' },
  {
    name: 'JSON that is cut off',
    text: '{ "version": 1, "licenses": { "deny": ["gemma"«] \n»',
    says: 'Not valid YAML',
    ...SYNTAX,
  },
  { name: 'a byte order mark before an error', text: '\uFEFFversion: «2»\n', says: 'not one of: 1' },
  { name: 'CRLF before an error', text: 'version: 1\r\nuse:\r\n  purpose: «fun»\r\n', says: 'not one of' },
  {
    name: 'an emoji before an error',
    text: '# 🦙🇯🇵\nversion: 1\nuse: { purpose: «fun» }\n',
    says: 'not one of',
  },

  // What plain data does not have
  {
    name: 'a tag of the language',
    text: 'version: 1\nuse: { purpose: !!js/function «"x"» }\n',
    says: 'plain data',
    ...SYNTAX,
  },
  {
    name: 'a tag of its own',
    text: 'version: 1\nlicenses: !include «other.yaml»\n',
    says: 'plain data',
    ...SYNTAX,
  },
  {
    name: 'a binary value',
    text: 'version: 1\nuse: { purpose: !!binary «aGk=» }\n',
    says: 'plain data',
    ...SYNTAX,
  },
  {
    name: 'an alias of nothing',
    text: 'version: 1\nlicenses: { deny: «*gone» }\n',
    says: 'Nothing is called "gone"',
    ...SYNTAX,
  },
  {
    name: 'an alias that contains itself',
    text: 'version: 1\nlicenses: &a { deny: [«*a»] }\n',
    says: 'contains itself',
    ...SYNTAX,
  },
  {
    name: 'a merge key',
    text: 'version: 1\nuse: &u { purpose: commercial }\nrequire: { «<<»: *u }\n',
    says: 'no key "<<"',
  },
  {
    name: 'a key that is a list',
    text: 'version: 1\n? «[a, b]»\n: 1\n',
    says: 'A key must be a word',
    ...SYNTAX,
  },
  {
    name: 'a key twice',
    text: 'version: 1\nlicenses: { deny: [gemma] }\n«licenses»: { allow: [gemma] }\n',
    says: 'written twice',
    ...SYNTAX,
  },
  {
    name: 'a key twice, deep down',
    text: 'version: 1\nrules:\n  license/denied: error\n  «license/denied»: off\n',
    says: 'written twice',
    ...SYNTAX,
  },
  {
    name: 'a prototype key',
    text: 'version: 1\n«__proto__»: { licenses: {} }\n',
    says: 'no key "__proto__"',
    ...SYNTAX,
  },
  {
    name: 'a constructor key',
    text: 'version: 1\nuse: { «constructor»: {} }\n',
    says: 'no key "constructor"',
  },
  {
    name: 'a prototype key where keys are free',
    text: 'version: 1\nrules: { «__proto__»: off }\n',
    says: 'no rule "__proto__"',
    ...SYNTAX,
  },

  // Keys
  { name: 'no version', text: '«licenses»: { deny: [gemma] }\n', says: 'The key "version" is missing' },
  { name: 'a version of the future', text: 'version: «2»\n', says: '"2" is not one of: 1' },
  { name: 'a version in quotes', text: 'version: «"1"»\n', says: 'not one of: 1' },
  { name: 'an unknown key', text: 'version: 1\n«owner»: me\n', says: 'known are' },
  {
    name: 'British spelling',
    text: 'version: 1\n«licences»: { deny: [gemma] }\n',
    says: 'did you mean "licenses"?',
  },
  {
    name: 'a key in capitals',
    text: 'version: 1\n«Licenses»: { deny: [gemma] }\n',
    says: 'did you mean "licenses"?',
  },
  {
    name: 'an unknown key of use',
    text: 'version: 1\nuse:\n  «region»: [JP]\n',
    says: 'did you mean "regions"?',
  },
  {
    name: 'an unknown key of licenses',
    text: 'version: 1\nlicenses: { «denied»: [gemma] }\n',
    says: 'known are: allow, warn, deny, unknown',
  },
  {
    name: 'an unknown key of origins',
    text: 'version: 1\norigins: { «block»: [CN] }\n',
    says: 'no key "block"',
  },
  {
    name: 'an unknown key of require',
    text: 'version: 1\nrequire: { «opennes»: open-weights }\n',
    says: 'did you mean "openness"?',
  },
  {
    name: 'an unknown key of ignore',
    text: 'version: 1\nignore: { «path»: [a] }\n',
    says: 'did you mean "paths"?',
  },
  {
    name: 'an unknown key of an exception',
    text: 'version: 1\nexceptions:\n  - model: a\n    reason: b\n    «until»: 2027-01-01\n',
    says: 'no key "until"',
  },
  {
    name: 'an unknown key of a model',
    text: 'version: 1\nmodels: { a/b: { «licence»: mit } }\n',
    says: 'did you mean "license"?',
  },
  {
    name: 'an exception without a model',
    text: 'version: 1\nexceptions:\n  - «reason»: b\n',
    says: '"model" is missing',
  },
  {
    name: 'an exception without a reason',
    text: 'version: 1\nexceptions:\n  - «model»: a\n',
    says: '"reason" is missing',
  },

  // Types
  { name: 'use as a word', text: 'version: 1\nuse: «commercial»\n', says: 'Keys and values' },
  { name: 'licenses as a list', text: 'version: 1\nlicenses: «[gemma]»\n', says: 'Keys and values' },
  { name: 'deny as a word', text: 'version: 1\nlicenses: { deny: «gemma» }\n', says: 'A list is expected' },
  {
    name: 'deny as a map',
    text: 'version: 1\nlicenses: { deny: «{ gemma: true }» }\n',
    says: 'A list is expected',
  },
  {
    name: 'a list in a list',
    text: 'version: 1\nlicenses: { deny: [«[gemma]»] }\n',
    says: 'One value is expected',
  },
  {
    name: 'a number for a licence',
    text: 'version: 1\nlicenses: { deny: [«3»] }\n',
    says: 'put "3" in quotes',
  },
  {
    name: 'nothing for a licence',
    text: 'version: 1\nlicenses:\n  deny:\n    -«»\n    - mit\n',
    says: 'A value is missing',
  },
  { name: 'an empty licence', text: 'version: 1\nlicenses: { deny: [«""»] }\n', says: 'The text is empty' },
  {
    name: 'a word for a number',
    text: 'version: 1\nuse: { monthlyActiveUsers: «many» }\n',
    says: 'A whole number',
  },
  {
    name: 'a fraction for users',
    text: 'version: 1\nuse: { monthlyActiveUsers: «1.5» }\n',
    says: 'A whole number',
  },
  {
    name: 'a negative revenue',
    text: 'version: 1\nuse: { annualRevenueUsd: «-1» }\n',
    says: 'A whole number',
  },
  {
    name: 'a duty that no license asks',
    text: 'version: 1\nduties: [{ model: a/b, done: [«name-prefx»], how: checked }]\n',
    says: 'did you mean "name-prefix"?',
  },
  {
    name: 'duties without a word on how',
    text: 'version: 1\nduties: [{ «model»: a/b, done: [name-prefix] }]\n',
    says: 'The key "how" is missing',
  },
  {
    name: 'a revenue in a currency that no key has',
    text: 'version: 1\nuse: { «annualRevenueJpy»: 7_500_000_000 }\n',
    says: 'did you mean "annualRevenue"?',
  },
  {
    name: 'a number with a unit',
    text: 'version: 1\nuse: { annualRevenueUsd: «2M» }\n',
    says: 'A whole number',
  },
  {
    name: 'a number too large to count',
    text: 'version: 1\nuse: { annualRevenueUsd: «99999999999999999999» }\n',
    says: 'A whole number',
  },
  {
    name: 'a word for yes or no',
    text: 'version: 1\nuse: { trainsOnOutputs: «no» }\n',
    says: 'true or false',
  },
  { name: 'a key without a value', text: 'version: 1\nuse: { purpose: «»}\n', says: 'A value is missing' },
  { name: 'rules as a list', text: 'version: 1\nrules: «[license/denied]»\n', says: 'Keys and values' },
  {
    name: 'exceptions as a map',
    text: 'version: 1\nexceptions: «{ model: a, reason: b }»\n',
    says: 'A list is expected',
  },
  { name: 'an exception as a word', text: 'version: 1\nexceptions: [«gpt-4o»]\n', says: 'Keys and values' },
  { name: 'models as a list', text: 'version: 1\nmodels: «[a/b]»\n', says: 'Keys and values' },
  { name: 'a model as a word', text: 'version: 1\nmodels: { a/b: «mit» }\n', says: 'Keys and values' },
  {
    name: 'a reason that is a list',
    text: 'version: 1\nexceptions: [{ model: a, reason: «[b]» }]\n',
    says: 'One value is expected',
  },
  {
    name: 'a digest of another length',
    text: 'version: 1\ninventory: { datasets: { a: { sha256: «abc» } } }\n',
    says: '64 hexadecimal digits',
  },
  {
    name: 'a fact that no bill of materials has',
    text: 'version: 1\ninventory: { «autor»: Acme }\n',
    says: 'did you mean "author"?',
  },

  // Words
  {
    name: 'an unknown purpose',
    text: 'version: 1\nuse: { purpose: «comercial» }\n',
    says: 'did you mean "commercial"?',
  },
  {
    name: 'an unknown distribution',
    text: 'version: 1\nuse: { distribution: «saas» }\n',
    says: 'not one of: none, service, product, weights',
  },
  {
    name: 'an unknown openness',
    text: 'version: 1\nrequire: { openness: «open» }\n',
    says: 'not one of: api-only',
  },
  {
    name: 'an unknown severity',
    text: 'version: 1\nrules: { license/denied: «warn» }\n',
    says: 'not one of: error',
  },
  {
    name: 'an unknown severity of what is unknown',
    text: 'version: 1\nlicenses: { unknown: «allow» }\n',
    says: 'not one of: error',
  },
  {
    name: 'an unknown rule',
    text: 'version: 1\nrules: { «license/denyed»: error }\n',
    says: 'did you mean "license/denied"?',
  },
  {
    name: 'an unknown rule of an exception',
    text: 'version: 1\nexceptions: [{ model: a, reason: b, rules: [«denied»] }]\n',
    says: 'no rule "denied"',
  },
  {
    name: 'an unknown category',
    text: 'version: 1\nlicenses: { deny: [«category:noncommercial»] }\n',
    says: 'did you mean "non-commercial"?',
  },
  {
    name: 'a category like no other',
    text: 'version: 1\nlicenses: { deny: [«category:community»] }\n',
    says: 'there are permissive, weak-copyleft, copyleft',
  },
  { name: 'an unknown country', text: 'version: 1\nuse: { regions: [«XX»] }\n', says: 'ISO 3166-1' },
  {
    name: 'a country by its name',
    text: 'version: 1\norigins: { deny: [«China»] }\n',
    says: 'did you mean "CN"?',
  },
  {
    name: 'a country by its Japanese name',
    text: 'version: 1\nuse: { regions: [«日本»] }\n',
    says: 'did you mean "JP"?',
  },
  {
    name: 'the United Kingdom as people write it',
    text: 'version: 1\nuse: { regions: [«UK»] }\n',
    says: 'did you mean "GB"?',
  },
  {
    name: 'the Union as the origin of a model',
    text: 'version: 1\nmodels: { a/b: { origin: «EU» } }\n',
    says: 'ISO 3166-1',
  },
  {
    name: 'a date that does not exist',
    text: 'version: 1\nexceptions: [{ model: a, reason: b, expires: «2027-02-30» }]\n',
    says: 'no day 2027-02-30',
  },
  {
    name: 'a date with another order',
    text: 'version: 1\nexceptions: [{ model: a, reason: b, expires: «31.3.2027» }]\n',
    says: 'YYYY-MM-DD',
  },
  {
    name: 'a date with a time',
    text: 'version: 1\nexceptions: [{ model: a, reason: b, expires: «2027-03-31T00:00:00Z» }]\n',
    says: 'YYYY-MM-DD',
  },
  {
    name: 'a year as a date',
    text: 'version: 1\nexceptions: [{ model: a, reason: b, expires: «2027» }]\n',
    says: 'put "2027" in quotes',
  },
  {
    name: 'a glob that is turned round',
    text: 'version: 1\nignore: { paths: [«"!src/**"»] }\n',
    says: 'turned round',
  },
  {
    name: 'a glob that is endless',
    text: `version: 1\nignore: { paths: [«${'a*'.repeat(200)}»] }\n`,
    says: 'at most 300',
  },
  {
    name: 'a model id with blanks',
    text: 'version: 1\nmodels: { «my model»: { license: mit } }\n',
    says: 'has no blanks',
  },
  {
    name: 'an absolute path to build on',
    text: 'version: 1\nextends: [«/etc/policy.yaml»]\n',
    says: 'its own workspace',
  },
  {
    name: 'an address to build on',
    text: 'version: 1\nextends: [«https://example.org/policy.yaml»]\n',
    says: 'its own workspace',
  },
  {
    name: 'a path of another system to build on',
    text: 'version: 1\nextends: [«..\\base.yaml»]\n',
    says: 'its own workspace',
  },
  {
    name: 'a file of another kind to build on',
    text: 'version: 1\nextends: «base.json»\n',
    says: '.yaml file',
  },
];

/** Marked text without its marks, and the range they enclose. */
export function unmark(marked: string): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
} {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return { text: marked.replace('«', '').replace('»', ''), start, end };
}
