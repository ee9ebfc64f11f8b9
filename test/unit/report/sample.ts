import type { LicenseSummary, Model } from '../../../src/core/model';
import type {
  AuditReport,
  ReportedFinding,
  ReportedReference,
  ReportedService,
} from '../../../src/core/report/auditReport';

export const APACHE: LicenseSummary = {
  key: 'apache-2.0',
  spdx: 'Apache-2.0',
  name: 'Apache License 2.0',
  url: 'https://www.apache.org/licenses/LICENSE-2.0',
  category: 'permissive',
  commercialUse: 'yes',
};
export const LLAMA: LicenseSummary = {
  key: 'llama3.1',
  spdx: 'LicenseRef-llama3.1',
  name: 'Llama 3.1 Community License',
  url: 'https://example.org/llama',
  category: 'community-restricted',
  commercialUse: 'conditional',
};
export const NONE_STATED_LICENSE: LicenseSummary = {
  key: 'none-stated',
  spdx: null,
  name: 'No license stated',
  url: null,
  category: 'none-stated',
  commercialUse: 'unknown',
};

export function model(id: string, more: Partial<Model> = {}): Model {
  return {
    id,
    name: id,
    registry: 'huggingface',
    aliases: [],
    publisher: { id: 'acme', name: 'Acme', country: 'JP' },
    origin: [{ model: id, organization: 'acme', country: 'JP' }],
    openness: { level: 'open-weights', components: { weights: true } },
    license: { declared: APACHE, effective: APACHE },
    lineage: [],
    task: 'text-generation',
    parameters: 7e9,
    released: '2024-07-23',
    gated: false,
    status: { state: 'active' },
    copyOf: null,
    contradictions: [],
    evidence: [],
    ...more,
  };
}

export function reference(
  path: string,
  line: number,
  id: string,
  more: Partial<ReportedReference> = {},
): ReportedReference {
  return {
    path,
    line,
    column: 5,
    endLine: line,
    endColumn: 5 + id.length,
    text: id,
    id,
    registry: 'huggingface',
    role: 'loads',
    where: 'code',
    confidence: 'high',
    revision: null,
    model: id,
    ...more,
  };
}

export function finding(
  rule: string,
  path: string,
  line: number,
  more: Partial<ReportedFinding> = {},
): ReportedFinding {
  return {
    rule,
    severity: 'error',
    path,
    line,
    column: 5,
    endLine: line,
    endColumn: 9,
    message: `What ${rule} says.`,
    model: null,
    fixes: [],
    ...more,
  };
}

export function service(id: string, more: Partial<ReportedService> = {}): ReportedService {
  return {
    host: 'openai',
    id,
    model: id,
    operator: 'openai',
    country: 'US',
    terms: 'openai-terms',
    status: 'active',
    endsOn: null,
    name: 'OpenAI',
    operatorName: 'OpenAI',
    region: null,
    termsName: 'OpenAI Terms',
    termsUrl: 'https://example.org/terms',
    endpoints: ['api.openai.com', '*.api.openai.com'],
    successor: null,
    source: null,
    places: [{ path: 'a.py', line: 1, column: 5 }],
    ...more,
  };
}

export function report(more: Partial<AuditReport> = {}): AuditReport {
  return {
    schema: 1,
    tool: { name: 'model-license-lens', version: '1.2.3', catalogDate: '2026-11-24' },
    policy: { path: null },
    policies: [],
    ignores: [],
    stats: { filesScanned: 3, bytesScanned: 300, filesSkipped: [], filesPartlyRead: [], complete: true },
    references: [],
    runtimeChoices: [],
    models: [],
    services: [],
    findings: [],
    obligations: [],
    licenses: [],
    ...more,
  };
}

/** One of everything that the formats have to tell apart, and text that tries to break out of each. */
export const SAMPLE: AuditReport = report({
  policy: { path: '.model-policy.yaml' },
  policies: [
    {
      path: '.model-policy.yaml',
      valid: true,
      exceptions: [
        {
          model: 'acme/*',
          rules: ['license/denied'],
          reason: 'a|b <script>',
          approvedBy: null,
          expires: '2030-01-01',
        },
      ],
    },
  ],
  services: [
    service('gpt-9', {
      status: 'deprecated',
      endsOn: '2027-01-01',
      successor: 'gpt-10',
      region: 'EU',
      places: [{ path: 'b c.ts', line: 2, column: 5 }],
    }),
  ],
  ignores: [{ path: 'a|b.py', line: 7, rules: ['license/denied'], reason: 'a|b <script>' }],
  stats: {
    filesScanned: 4,
    bytesScanned: 4_000,
    complete: false,
    filesSkipped: [
      { path: 'node_modules/', reason: 'code of a dependency' },
      { path: 'x.lock', reason: 'lock file' },
    ],
    filesPartlyRead: [{ path: 'odd.py', reason: '2 characters are not valid UTF-8' }],
  },
  references: [
    reference('=cmd.py', 1, '=HYPERLINK("http://x")', { model: null }),
    reference('a.py', 3, 'acme/base', { revision: 'A'.repeat(40) }),
    reference('a.py', 4, 'acme/tuned'),
    reference('a.py', 9, '</script><b>|`x`', { model: null, role: 'mentions', where: 'comment' }),
    reference('b c.ts', 2, 'gpt-9', { registry: 'openai', role: 'calls' }),
    reference('b c.ts', 7, 'acme/silent'),
  ],
  runtimeChoices: [
    {
      path: 'a.py',
      line: 20,
      column: 1,
      endLine: 20,
      endColumn: 9,
      loader: 'from_pretrained',
      expression: 'args.model|x',
    },
  ],
  models: [
    model('acme/base'),
    model('acme/silent', {
      license: { declared: NONE_STATED_LICENSE, effective: null },
      released: null,
      publisher: null,
      origin: [],
    }),
    model('acme/tuned', {
      license: { declared: APACHE, effective: LLAMA },
      lineage: [
        { model: 'meta/llama', relation: 'finetune', license: 'llama3.1' },
        { model: 'acme/base', relation: 'merge', license: 'apache-2.0' },
      ],
      origin: [
        { model: 'acme/tuned', organization: 'acme', country: 'JP' },
        { model: 'meta/llama', organization: 'meta', country: 'US' },
      ],
    }),
    model('gpt-9', {
      registry: 'openai',
      openness: { level: 'api-only', components: { weights: false } },
      publisher: { id: 'openai', name: 'OpenAI', country: 'US' },
      license: { declared: null, effective: null },
      origin: [{ model: 'gpt-9', organization: 'openai', country: 'US' }],
    }),
  ],
  findings: [
    finding('license/denied', 'a.py', 4, {
      model: 'acme/tuned',
      message: 'acme/tuned: <b>Llama</b> | not allowed.',
    }),
    finding('model/unpinned-revision', 'a.py', 4, { model: 'acme/tuned', severity: 'information' }),
    finding('license/none-stated', 'b c.ts', 7, { model: 'acme/silent', severity: 'warning' }),
  ],
});
