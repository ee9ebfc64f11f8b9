import { describe, expect, it } from 'vitest';
import { AT_RUN_TIME } from '../../../src/core/detect/uses/client/asked';
import { namedByProvider, namedBySetting } from '../../../src/core/detect/uses/nameAlone';
import { ownAddress, setTo } from '../../../src/core/detect/uses/ownAddress';
import { createClaimStore, type ModelClaim } from '../../../src/core/lookup/claim';
import { message } from '../../../src/core/message';
import { evaluate } from '../../../src/core/policy/evaluate';
import { REFERENCE_RULES } from '../../../src/core/policy/rules';
import type { Context, Role, Severity } from '../../../src/core/vocabulary';
import type { Evidence } from '../../../src/core/model';
import type { Lookup } from '../../../src/core/lookup/lookup';
import {
  codes,
  contextOf,
  detection,
  findingOf,
  judged,
  reference,
  TODAY,
  words,
  type Scenario,
  each,
} from './support';

/**
 * model × policy × relation → finding. `finds` is the severity, or `null` where the rule must stay silent; `says` is part of the
 * message. Every rule has cases in which it speaks and in which it does not; that an exception silences it is tested for all below.
 */
interface Case extends Scenario {
  readonly model: string;
  readonly policy?: string;
  readonly finds: Severity | null;
  readonly says?: string;
  readonly clause?: RegExp;
  /** That no fact of the model decides, but the terms of the host. */
  readonly isOfHost?: true;
}

const LLAMA31 = 'meta-llama/Llama-3.1-8B-Instruct';
const LLAMA3 = 'meta-llama/Meta-Llama-3-8B';
const LLAMA32_VISION = 'meta-llama/Llama-3.2-11B-Vision-Instruct';
const LLAMA32_TEXT = 'meta-llama/Llama-3.2-1B';
const LLAMA4 = 'meta-llama/Llama-4-Scout-17B-16E-Instruct';
const MISTRAL = 'mistralai/Mistral-7B-Instruct-v0.3';
const QWEN = 'Qwen/Qwen3-8B';
const COMMAND_R = 'CohereLabs/c4ai-command-r-v01';
const GEMMA = 'google/gemma-2-9b-it';
const HUNYUAN = 'tencent/HunyuanVideo';
const SD15 = 'runwayml/stable-diffusion-v1-5';
const RELABELLED = 'someone/llama-in-apache';
/** Copies by their names: one without a record, and one that states another license than its original. */
const COPY = 'stranger/Llama-3.1-8B-Instruct-AWQ';
const RELABELLED_COPY = 'someone/Llama-3.1-8B-Instruct-GGUF';
const CALLED = { role: 'calls' } as const;
const ASKED_HERE = {
  registry: 'other',
  role: 'loads',
  reference: { host: 'self', why: [ownAddress('http://vllm:8000/v1')] },
} as const;
const CALLED_AT_BEDROCK = { role: 'calls', reference: { host: 'bedrock' } } as const;
const CALLED_AT_OPEN = { role: 'calls', reference: { why: [AT_RUN_TIME] } } as const;
/** A gateway of the project's own network, and weights that run there. */
const AT_OWN_GATEWAY = {
  role: 'calls',
  reference: { host: null, why: [ownAddress('http://litellm.acme.internal:4000/v1')] },
} as const;
const BY_VARIABLE = {
  role: 'calls',
  reference: { host: null, why: [setTo('OPENAI_BASE_URL', 'http://litellm:4000/v1')] },
} as const;
const AT_OWN_QWEN = {
  role: 'loads',
  reference: { host: 'self', why: [ownAddress('http://qwen.acme.internal:8000/v1')] },
} as const;
const AT_OWN_SERVER = {
  role: 'loads',
  reference: { host: 'self', why: [ownAddress('http://openai:8080/v1')] },
} as const;
const UNKNOWN_HOST = { role: 'calls', reference: { host: 'llm.partner.example' } } as const;
const ROUTED = { role: 'calls', registry: 'other', reference: { host: 'openrouter' } } as const;
const ROUTED_TO_ALIBABA = {
  ...ROUTED,
  reference: { host: 'openrouter', passedTo: ['alibaba'] },
} as const;
/** A client that the program also gives the address of another host. */
const OR_AT_ALIBABA = { role: 'calls', reference: { host: 'groq', otherHosts: ['alibaba'] } } as const;
const ROUTED_TO_OPENAI = { ...ROUTED, reference: { host: 'openrouter', passedTo: ['openai'] } } as const;
const CALLED_THROUGH = { role: 'calls', reference: { via: 'alibaba' } } as const;
/** A profile that sends a request to any of several countries. */
const APAC = { model: 'apac.anthropic.claude-x-v1:0', registry: 'bedrock', ...CALLED } as const;
const MADE_OF_LLAMA = `describe: { acme/made: { base: ${LLAMA31} } }`;
const FLUX_SERVED = { model: 'black-forest-labs/FLUX.1-dev', role: 'serves' } as const;
const EUROPE = { ...APAC, model: 'eu.anthropic.claude-x-v1:0' } as const;
/** Called through a client whose address the text does not tell. */
const IN_YEN = 'describe: { acme/yen-7b: { license: plamo-community } }\n';
const CALLED_SOMEWHERE = { role: 'calls', reference: { host: null } } as const;

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'model/unknown': [
    { model: 'Qwen/Qwne3-8B', policy: 'version: 1', finds: 'warning', says: 'Did you mean Qwen/Qwen3-8B?' },
    { model: 'Qwen/Qwne3-8B', finds: 'information' },
    { model: 'Qwen/Qwen4-8B', policy: 'version: 1', finds: null },
    {
      model: 'meta-Ilama/Llama-3.1-8B-Instruct',
      policy: 'version: 1',
      finds: 'warning',
      says: 'is not meta-llama',
    },
    { model: QWEN, policy: 'version: 1', finds: null },
    { model: 'nobody/nothing', policy: 'version: 1', finds: null },
    { model: 'Qwen/Qwne3-8B', policy: 'describe: { Qwen/Qwne3-8B: { license: mit } }', finds: null },
    // So is what the project's own server offers, and a profile that an account made.
    { model: 'house-chat', policy: 'version: 1', finds: 'information', ...ASKED_HERE },
    {
      model: 'house-chat',
      policy: 'licenses: { unknown: error }',
      finds: 'error',
      says: "Which model this project's own server runs as house-chat",
      ...ASKED_HERE,
    },
    { model: 'house-chat', policy: 'describe: { house-chat: { license: mit } }', finds: null, ...ASKED_HERE },
    { model: 'house-chat', finds: null, ...ASKED_HERE },
    // A folder of Vosk's has the name of its model.
    { model: 'vosk-model-en-us-0.22', policy: 'version: 1', finds: null, ...ASKED_HERE },
    {
      model: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab12',
      policy: 'version: 1',
      finds: 'information',
      says: 'at Amazon Bedrock runs is not known',
      registry: 'bedrock',
      ...CALLED,
    },
    // The name of a deployment is its owner's: which model it runs has to be said.
    { model: 'house-chat', policy: 'version: 1', finds: 'information', registry: 'azure', ...CALLED },
    {
      model: 'house-chat',
      policy: 'licenses: { unknown: error }',
      finds: 'error',
      says: 'Which model the deployment house-chat',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'house-chat',
      policy: 'licenses: { unknown: error }\ndescribe: { house-chat: { license: mit } }',
      finds: null,
      registry: 'azure',
      ...CALLED,
    },
    // The day on which its host ends a model of that name does not say what that is.
    { model: 'aged-7b', policy: 'version: 1', finds: 'information', registry: 'azure', ...CALLED },
    { model: 'current-7b', policy: 'version: 1', finds: null, registry: 'azure', ...CALLED },
    // That it begins as a maker's names do says nothing. What deploys it, or the policy, does.
    { model: 'gpt-4o-house', policy: 'version: 1', finds: 'information', registry: 'azure', ...CALLED },
    {
      model: 'gpt-4o-house',
      policy: 'licenses: { unknown: error, allow: [mit] }',
      finds: 'error',
      says: 'Which model the deployment gpt-4o-house',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'house-chat',
      policy: 'describe: { house-chat: { is: Qwen/Qwen3-8B } }',
      finds: null,
      ...ASKED_HERE,
    },
    {
      model: 'gpt-4o-house',
      policy: 'licenses: { unknown: error }\ndescribe: { gpt-4o-house: { is: gtp-4o } }',
      finds: 'error',
      says: 'Nothing is known of gtp-4o',
      registry: 'azure',
      ...CALLED,
    },
    // A slip in what the policy states leaves it as open as it was.
    {
      model: 'gpt-4o-house',
      policy: 'licenses: { unknown: error }\ndescribe: { gpt-4o-house: { base: gtp-4o } }',
      finds: 'error',
      says: 'Nothing is known of gtp-4o, the base of gpt-4o-house',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'gpt-4o-house',
      policy: 'describe: { gpt-4o-house: { base: gtp-4o, license: openai-terms } }',
      finds: 'information',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'gpt-4o-house',
      policy: 'licenses: { unknown: error }\ndescribe: { gpt-4o-house: { base: openai/gpt-4o } }',
      finds: null,
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'gpt-4o-house',
      policy: 'licenses: { unknown: error }',
      finds: null,
      registry: 'azure',
      ...CALLED,
      reference: { host: 'azure', isDeployed: true },
    },
    {
      model: 'gpt-4o-0513',
      policy: 'licenses: { unknown: error }',
      finds: null,
      registry: 'azure',
      ...CALLED,
    },
  ],
  'model/denied': [
    {
      model: 'house-chat',
      policy:
        'models: { deny: ["*abliterated*"] }\ndescribe: { house-chat: { is: acme/Thing-abliterated-9 } }',
      finds: 'error',
      says: 'The policy denies',
      ...ASKED_HERE,
    },
    {
      model: 'house-chat',
      policy: 'models: { deny: ["*abliterated*"] }\ndescribe: { house-chat: { is: acme/thing-9 } }',
      finds: null,
      ...ASKED_HERE,
    },
    {
      model: LLAMA31,
      policy: 'models: { deny: ["meta-llama/*"] }',
      finds: 'error',
      says: 'The policy denies',
    },
    { model: LLAMA31, policy: 'models: { deny: ["*instruct*"] }', finds: 'error' },
    { model: LLAMA31, policy: 'models: { deny: ["*abliterated*"] }', finds: null },
    { model: LLAMA31, policy: 'models: { allow: ["mistralai/*"] }', finds: 'error', says: 'is not among' },
    { model: MISTRAL, policy: 'models: { allow: ["mistralai/*"] }', finds: null },
    {
      model: MISTRAL,
      policy: 'models: { allow: ["mistralai/*"], deny: ["**/Mistral-7B*"] }',
      finds: 'error',
    },
    { model: 'mistral:7b', registry: 'ollama', policy: 'models: { allow: ["mistralai/*"] }', finds: null },
    { model: 'nobody/nothing', policy: 'models: { allow: ["mistralai/*"] }', finds: 'error' },
    {
      model: RELABELLED_COPY,
      policy: 'models: { deny: ["meta-llama/*"] }',
      finds: 'error',
      says: 'is a copy of',
    },
    { model: COPY, policy: 'models: { deny: ["meta-llama/*"] }', finds: 'warning', says: 'is a copy of' },
    {
      model: RELABELLED,
      policy: 'models: { deny: ["meta-llama/*"] }',
      finds: 'warning',
      says: 'is made from',
    },
    { model: RELABELLED, policy: 'models: { deny: ["mistralai/*"] }', finds: null },
    { model: LLAMA31, finds: null },
  ],
  'license/conditional-right': [
    {
      model: 'someone/registered-use',
      policy: 'use: { purpose: commercial }',
      finds: 'warning',
      says: 'Use of someone/registered-use needs a registration with its publisher first',
    },
    { model: 'someone/registered-use', policy: 'use: { purpose: internal }', finds: 'warning' },
    { model: 'someone/registered-use', policy: 'use: { purpose: research }', finds: 'information' },
    { model: 'someone/registered-use', policy: 'version: 1', finds: null },
    { model: 'someone/registered-use', policy: 'use: { purpose: commercial }', ...CALLED, finds: null },
    {
      model: 'someone/hosting-by-agreement',
      policy: 'use: { purpose: commercial, distribution: service }',
      finds: 'warning',
      says: 'needs an agreement with its publisher first',
      clause: /s\.2\.2/,
    },
    {
      model: 'someone/hosting-by-agreement',
      policy: 'use: { purpose: commercial }',
      role: 'serves',
      finds: 'information',
    },
    {
      model: 'someone/hosting-by-agreement',
      policy: 'use: { purpose: commercial, distribution: none }',
      role: 'serves',
      finds: null,
    },
    {
      model: 'someone/hosting-by-agreement',
      policy: 'use: { purpose: commercial, distribution: service }',
      ...CALLED,
      finds: null,
    },
    {
      model: 'someone/hosting-by-agreement',
      policy: 'use: { purpose: research, distribution: service }',
      finds: 'information',
    },
    {
      model: 'someone/registered-commerce',
      policy: 'use: { purpose: commercial }',
      finds: 'warning',
      says: 'Commercial use of someone/registered-commerce needs a registration',
    },
    { model: 'someone/registered-commerce', policy: 'use: { purpose: research }', finds: null },
    { model: MISTRAL, policy: 'use: { purpose: commercial, distribution: service }', finds: null },
    { model: 'someone/hosting-by-agreement', finds: null },
  ],
  'license/copyleft': [
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: none }',
      finds: 'information',
      says: 'Affero',
    },
    { model: 'someone/agpl-detector', policy: 'version: 1', finds: 'information' },
    { model: 'someone/agpl-detector', policy: 'use: { distribution: service }', finds: null },
    { model: 'someone/agpl-detector', policy: 'use: { distribution: product }', finds: null },
    { model: MISTRAL, policy: 'version: 1', finds: null },
    { model: 'someone/agpl-detector', finds: null },
  ],
  'lineage/probable': [
    {
      model: 'someone/chat-llama-3.1-8b',
      policy: 'version: 1',
      finds: 'information',
      says: 'suggests that it is made from a model under Llama 3.1',
    },
    { model: 'nobody/Story-Llama3.1-70B', policy: 'version: 1', finds: 'information' },
    {
      model: 'nobody/Story-Llama3.1-70B',
      policy: 'version: 1',
      finds: 'information',
      registry: 'nvidia',
      role: 'serves',
    },
    {
      model: 'nobody/Story-Llama3.1-70B',
      policy: 'version: 1',
      finds: null,
      registry: 'nvidia',
      ...CALLED,
    },
    { model: 'someone/chat-llama-3.1-8b', policy: 'version: 1', ...CALLED, finds: null },
    { model: 'someone/chat-llama-3.1-8b', finds: null },
    { model: LLAMA31, policy: 'version: 1', finds: null },
    { model: COPY, policy: 'version: 1', finds: null },
    { model: 'nobody/tinyllama-3.1', policy: 'version: 1', finds: null },
  ],
  'license/denied': [
    {
      model: 'someone/two-licenses',
      policy: 'licenses: { deny: [gemma] }',
      finds: 'error',
      says: 'someone/two-licenses is under a license the policy denies: Gemma',
    },
    { model: 'someone/two-licenses', policy: 'licenses: { allow: [apache-2.0, llama3.3] }', finds: 'error' },
    {
      model: 'someone/two-licenses',
      policy: 'licenses: { allow: [apache-2.0, llama3.3, gemma] }',
      finds: null,
    },
    {
      model: LLAMA31,
      policy: 'licenses: { deny: [llama3.1] }',
      finds: 'error',
      says: 'a license the policy denies: Llama 3.1',
    },
    { model: LLAMA31, policy: 'licenses: { deny: ["Llama 3.1 Community License"] }', finds: 'error' },
    { model: LLAMA31, policy: 'licenses: { deny: ["category:community-restricted"] }', finds: 'error' },
    {
      model: LLAMA31,
      policy: 'licenses: { allow: ["category:permissive"] }',
      finds: 'error',
      says: 'not among those the policy allows',
    },
    {
      model: LLAMA31,
      policy: 'licenses: { allow: [llama3.1], deny: ["category:community-restricted"] }',
      finds: null,
    },
    {
      model: LLAMA31,
      policy: 'licenses: { deny: [llama3.1], allow: ["category:community-restricted"] }',
      finds: 'error',
    },
    { model: LLAMA31, policy: 'licenses: { warn: [llama3.1], allow: [mit] }', finds: null },
    { model: LLAMA31, policy: 'licenses: { deny: [llama3] }', finds: null },
    { model: MISTRAL, policy: 'licenses: { allow: [Apache-2.0] }', finds: null },
    { model: MISTRAL, policy: 'licenses: { allow: ["category:permissive"] }', finds: null },
    { model: MISTRAL, policy: 'licenses: { allow: [mit] }', finds: 'error' },
    {
      model: RELABELLED,
      policy: 'licenses: { deny: [llama3.1] }',
      finds: 'error',
      says: `made from ${LLAMA31}, whose license the policy denies`,
    },
    {
      model: RELABELLED,
      policy: 'licenses: { allow: [apache-2.0] }',
      finds: 'error',
      says: `made from ${LLAMA31}`,
    },
    {
      model: COPY,
      policy: 'licenses: { deny: [llama3.1] }',
      finds: 'warning',
      says: `made from ${LLAMA31}, whose license the policy denies`,
    },
    { model: COPY, policy: 'licenses: { allow: [llama3.1] }', finds: null },
    {
      model: 'gpt-4o',
      policy: 'licenses: { deny: ["category:proprietary-api"] }',
      finds: 'error',
      ...CALLED,
    },
    {
      model: COMMAND_R,
      policy: 'licenses: { deny: ["category:non-commercial"] }',
      finds: 'information',
      says: 'the terms of the service that runs them decide',
      ...CALLED,
    },
    {
      model: LLAMA31,
      policy: 'licenses: { allow: ["category:permissive"] }',
      finds: 'information',
      says: 'the terms of the service that runs them decide',
      ...CALLED,
    },
    {
      model: COMMAND_R,
      policy: 'licenses: { deny: ["category:non-commercial"] }',
      finds: 'warning',
      says: 'where this project does, the policy denies its license',
      ...CALLED_SOMEWHERE,
    },
    {
      model: LLAMA31,
      policy: 'licenses: { allow: ["category:permissive"] }',
      finds: 'warning',
      says: 'where this project does, its license is not among',
      ...CALLED_SOMEWHERE,
    },
    { model: 'gpt-4o', policy: 'licenses: { allow: ["category:permissive"] }', finds: 'error', ...CALLED },
    // At a host of somebody else its terms stand in the place of the contract with the maker.
    {
      model: 'gpt-4o',
      policy: 'licenses: { deny: [amazon-terms] }',
      finds: 'error',
      isOfHost: true,
      says: 'gpt-4o is called under terms the policy denies: AWS Service Terms',
      ...CALLED_AT_BEDROCK,
    },
    { model: 'gpt-4o', policy: 'licenses: { deny: [amazon-terms] }', finds: null, ...CALLED },
    {
      model: 'gpt-4o',
      policy: 'licenses: { allow: [amazon-terms] }',
      finds: 'error',
      says: 'OpenAI Services Agreement; the terms of Amazon Bedrock hold callers to that license',
      ...CALLED_AT_BEDROCK,
    },
    // How sure the license of the model is says nothing of the terms of the host.
    {
      model: 'someone/guessed-mit',
      policy: 'licenses: { deny: [snowflake-terms] }',
      finds: 'error',
      isOfHost: true,
      role: 'calls',
      reference: { host: 'groq' },
    },
    { model: LLAMA31, policy: 'licenses: { deny: [amazon-terms] }', finds: null },
    {
      model: LLAMA31,
      policy: 'licenses: { deny: [snowflake-terms] }',
      finds: 'error',
      isOfHost: true,
      says: 'is called under terms the policy denies',
      role: 'calls',
      reference: { host: 'groq' },
    },
    // Terms beside the license of weights have to be named.
    {
      model: MISTRAL,
      policy: 'licenses: { deny: ["category:proprietary-api"] }',
      finds: null,
      role: 'calls',
      reference: { host: 'groq' },
    },
    {
      model: MISTRAL,
      policy: 'licenses: { allow: ["category:permissive"] }',
      finds: null,
      role: 'calls',
      reference: { host: 'groq' },
    },
    { model: 'someone/no-license', policy: 'licenses: { deny: ["category:none-stated"] }', finds: 'error' },
    { model: 'someone/no-license', policy: 'licenses: { allow: [mit] }', finds: null },
    { model: 'nobody/nothing', policy: 'licenses: { allow: [mit] }', finds: null },
    {
      model: LLAMA31,
      policy: 'licenses: { deny: [llama3.1] }\nrules: { license/denied: warning }',
      finds: 'warning',
    },
    { model: LLAMA31, policy: 'licenses: { deny: [llama3.1] }\nrules: { license/denied: off }', finds: null },
    { model: LLAMA31, policy: 'licenses: { deny: [llama3.1] }', role: 'mentions', finds: null },
    {
      model: LLAMA31,
      policy: 'licenses: { deny: [llama3.1] }',
      reference: { confidence: 'low' },
      finds: 'information',
    },
    { model: LLAMA31, finds: null },
  ],
  'license/warned': [
    { model: GEMMA, policy: 'licenses: { warn: [gemma] }', finds: 'warning', says: 'asks to review: Gemma' },
    {
      model: GEMMA,
      policy: 'licenses: { warn: [gemma] }',
      finds: 'information',
      says: 'the terms of the service that runs them decide',
      ...CALLED,
    },
    {
      model: GEMMA,
      policy: 'licenses: { warn: [gemma] }',
      finds: 'warning',
      says: 'where this project does, the policy wants its license looked at',
      ...CALLED_SOMEWHERE,
    },
    { model: 'gpt-4o', policy: 'licenses: { warn: [openai-terms] }', finds: 'warning', ...CALLED },
    {
      model: LLAMA31,
      policy: 'licenses: { warn: [amazon-terms] }',
      finds: 'warning',
      isOfHost: true,
      says: 'is called under terms the policy asks to review: AWS Service Terms',
      ...CALLED_AT_BEDROCK,
    },
    { model: RELABELLED, policy: 'licenses: { warn: [llama3.1] }', finds: 'warning', says: 'made from' },
    { model: GEMMA, policy: 'licenses: { warn: [gemma], deny: [gemma] }', finds: null },
    {
      model: GEMMA,
      policy:
        'licenses: { warn: ["category:responsible-ai", "category:community-restricted"], allow: [gemma] }',
      finds: null,
    },
    { model: MISTRAL, policy: 'licenses: { warn: [gemma] }', finds: null },
    { model: GEMMA, finds: null },
  ],
  'license/non-commercial': [
    {
      model: COMMAND_R,
      policy: 'use: { purpose: commercial }',
      finds: 'warning',
      says: 'where this project does, it is not for commercial use',
      ...CALLED_SOMEWHERE,
    },
    {
      model: 'someone/listed-nc',
      policy: 'use: { purpose: commercial }',
      finds: 'warning',
      says: 'known from a list only, so a warning: confirm it under `describe`',
    },
    {
      model: 'someone/listed-nc',
      policy: 'use: { purpose: commercial }\nrules: { license/non-commercial: error }',
      finds: 'error',
      says: 'known from a list only',
    },
    {
      model: 'someone/guessed-nc',
      policy: 'use: { purpose: commercial }\nrules: { license/non-commercial: error }',
      finds: 'warning',
      says: 'inferred from its family, so a warning: confirm it under `describe`',
    },
    {
      model: 'someone/guessed-nc',
      policy: 'use: { purpose: commercial }\nrules: { license/non-commercial: information }',
      finds: 'information',
      says: 'inferred from its family; the card was not read',
    },
    {
      model: 'someone/guessed-nc',
      policy: 'use: { purpose: commercial }',
      finds: 'warning',
      says: 'inferred from its family, so a warning',
    },
    {
      model: COMMAND_R,
      policy: 'use: { purpose: commercial }',
      finds: 'error',
      says: 'not for commercial use',
      clause: /s\.2\.a/,
    },
    { model: COMMAND_R, policy: 'use: { purpose: internal }', finds: 'warning' },
    { model: COMMAND_R, policy: 'version: 1', finds: 'warning' },
    { model: COMMAND_R, policy: 'use: { purpose: research }', finds: null },
    { model: COMMAND_R, policy: 'use: { purpose: personal }', finds: null },
    {
      model: 'apple/research-only',
      policy: 'use: { purpose: commercial }',
      finds: 'error',
      says: 'for research only',
    },
    { model: 'apple/research-only', policy: 'use: { purpose: personal }', finds: 'warning' },
    { model: 'apple/research-only', policy: 'use: { purpose: research }', finds: null },
    {
      model: 'mistralai/Mistral-Large-Instruct-2407',
      policy: 'use: { purpose: commercial }',
      finds: 'error',
      says: 'Mistral AI Research License',
    },
    { model: 'LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct', policy: 'use: { purpose: commercial }', finds: 'error' },
    { model: 'black-forest-labs/FLUX.1-dev', policy: 'use: { purpose: commercial }', finds: 'error' },
    {
      model: COMMAND_R,
      policy: 'use: { purpose: commercial }',
      role: 'calls',
      finds: 'information',
      says: 'the terms of the service',
    },
    { model: COMMAND_R, role: 'calls', finds: null },
    { model: COMMAND_R, finds: 'information' },
    { model: MISTRAL, policy: 'use: { purpose: commercial }', finds: null },
    { model: LLAMA31, policy: 'use: { purpose: commercial }', finds: null },
    { model: MISTRAL, finds: null },
  ],
  'license/unknown': [
    {
      model: 'house-chat',
      policy: 'licenses: { unknown: error }\ndescribe: { house-chat: { is: Qwen/Qwen3-8B } }',
      finds: null,
      ...ASKED_HERE,
    },
    {
      model: 'house-chat',
      policy: 'licenses: { unknown: error }\ndescribe: { house-chat: { is: Qwen/Qwne3-8B } }',
      finds: 'error',
      ...ASKED_HERE,
    },
    {
      model: 'house-chat',
      policy: 'licenses: { unknown: error }\ndescribe: { house-chat: { base: Qwen/Qwen3-8B } }',
      finds: 'error',
      says: '`is` in its place where it is Qwen/Qwen3-8B unchanged',
      ...ASKED_HERE,
    },
    {
      model: 'acme/made',
      policy: 'describe: { acme/made: { license: mit, base: Qwen/Qwne3-8B } }',
      finds: 'warning',
      says: 'Nothing is recorded of Qwen/Qwne3-8B, from which acme/made is made',
    },
    {
      model: 'acme/made',
      policy: 'licenses: { unknown: error }\ndescribe: { acme/made: { license: mit, base: nobody/nothing } }',
      finds: 'error',
    },
    {
      model: 'acme/made',
      policy:
        'describe: { acme/made: { license: mit, base: acme/y }, acme/y: { license: mit, base: nobody/nothing } }',
      finds: 'warning',
      says: 'nobody/nothing',
    },
    {
      model: 'acme/made',
      policy: 'describe: { acme/made: { license: mit, base: Qwen/Qwen3-8B } }',
      finds: null,
    },
    {
      model: 'acme/made',
      policy: 'describe: { acme/made: { license: mit, base: acme/y }, acme/y: { license: apache-2.0 } }',
      finds: null,
    },
    { model: COPY, policy: 'version: 1', finds: 'information', says: 'of which it is a copy, is' },
    { model: COPY, policy: 'licenses: { unknown: warning }', finds: 'information' },
    { model: COPY, policy: 'licenses: { unknown: error }', finds: 'warning' },
    { model: 'someone/guessed-mit', policy: 'licenses: { allow: [mit] }', finds: 'information' },
    { model: 'someone/guessed-mit', policy: 'licenses: { unknown: warning }', finds: 'warning' },
    { model: 'someone/guessed-mit', policy: 'licenses: { unknown: error }', finds: 'warning' },
    { model: 'someone/guessed-mit', policy: 'licenses: { unknown: off }', finds: null },
    // Whose terms decide at a host is no knowledge of the model: the verdict on it says so.
    {
      model: 'someone/guessed-mit',
      policy: 'version: 1',
      ...CALLED,
      finds: 'hint',
      says: 'but whose name it is',
    },
    {
      model: 'aged-7b',
      policy: 'version: 1',
      registry: 'other',
      ...CALLED_AT_BEDROCK,
      finds: 'hint',
      says: 'Nothing is known of aged-7b but its dates at',
    },
    { model: 'someone/no-tag', policy: 'version: 1', finds: 'warning', says: 'its card was not read' },
    { model: 'stranger/Llama-3.1-8B-Instruct-heretic-AWQ', policy: 'version: 1', finds: 'warning' },
    {
      model: 'nobody/Story-Llama3.1-70B',
      policy: 'version: 1',
      finds: 'warning',
      says: 'its name suggests that it is made from a model under Llama 3.1',
    },
    {
      model: 'nobody/nothing',
      policy: 'version: 1',
      finds: 'warning',
      says: 'Nothing is known of nobody/nothing',
    },
    { model: 'nobody/nothing', policy: 'licenses: { unknown: error }', finds: 'error' },
    { model: 'nobody/nothing', policy: 'licenses: { unknown: off }', finds: null },
    // The terms of a base are known; what the weights themselves are under is not.
    { model: 'acme/made', policy: `licenses: { unknown: error }\n${MADE_OF_LLAMA}`, finds: 'error' },
    { model: 'acme/made', policy: `licenses: { unknown: off }\n${MADE_OF_LLAMA}`, finds: null },
    { model: 'acme/made', policy: MADE_OF_LLAMA, finds: null },
    // A word that only its key tells to be a model may be one of a service, or a choice.
    { model: 'house-chat-v2', policy: 'version: 1', registry: 'other', finds: 'hint' },
    { model: 'house-chat-v2', policy: 'version: 1', finds: 'hint' },
    // A word that says that there is no name is none of a model, but where the policy asks about what is unknown.
    ...['unknown', 'none', 'not_set'].map((model) => ({
      model,
      policy: 'version: 1',
      registry: 'openai' as const,
      role: 'calls' as const,
      finds: 'hint' as const,
    })),
    {
      model: 'unknown',
      policy: 'licenses: { unknown: error }',
      registry: 'openai',
      role: 'calls',
      finds: 'error',
    },
    { model: 'unknown-house', policy: 'version: 1', registry: 'openai', role: 'calls', finds: 'warning' },
    { model: 'acme/unknown', policy: 'version: 1', finds: 'warning' },
    { model: 'plugin:com.acme.stt:parakeet-tdt-0.6b', policy: 'version: 1', finds: 'hint' },
    // Neither does the spelling of a service say more of what is loaded, nor the form of Ollama's names elsewhere.
    {
      model: 'llama-house',
      registry: 'groq',
      policy: 'version: 1',
      reference: { evidence: ['key:model'] },
      finds: 'hint',
    },
    {
      model: 'house-v3.1',
      registry: 'ollama',
      policy: 'version: 1',
      reference: { evidence: ['form:ollama'] },
      finds: 'hint',
    },
    {
      model: 'house-v3.1',
      registry: 'ollama',
      policy: 'version: 1',
      reference: { evidence: ['key:OLLAMA_MODEL'] },
      finds: 'warning',
    },
    {
      model: 'house:7b',
      registry: 'ollama',
      policy: 'version: 1',
      reference: { evidence: ['form:ollama'] },
      finds: 'warning',
    },
    {
      model: 'house-v3.1',
      registry: 'ollama',
      policy: 'licenses: { unknown: error }',
      reference: { evidence: ['form:ollama'] },
      finds: 'error',
    },
    // Whoever answers at an address calls a model as it likes.
    {
      model: 'claude-house',
      registry: 'anthropic',
      policy: 'version: 1',
      reference: { role: 'calls', host: 'llm.acme.example' },
      finds: 'hint',
    },
    {
      model: 'nobody/nothing',
      policy: 'version: 1',
      reference: { role: 'calls', host: 'llm.acme.example' },
      finds: 'warning',
    },
    { model: 'house-chat-v2', policy: 'licenses: { unknown: error }', finds: 'error' },
    { model: 'house-chat-v2', policy: 'licenses: { unknown: warning }', finds: 'warning' },
    { model: 'house-chat.gguf', policy: 'version: 1', registry: 'local', finds: 'warning' },
    { model: 'house-chat:7b', policy: 'version: 1', registry: 'ollama', finds: 'warning' },
    {
      model: 'house-chat-v2',
      policy: 'version: 1',
      reference: { evidence: ['loader:transformers.from_pretrained'] },
      finds: 'warning',
    },
    { model: 'someone/other-license', policy: 'version: 1', finds: 'warning', says: 'only says "other"' },
    { model: 'someone/rail-family', policy: 'version: 1', finds: 'warning', says: 'family of licenses' },
    { model: 'someone/other-license', policy: 'version: 1', ...CALLED, finds: null },
    { model: 'nobody/nothing', policy: 'version: 1', ...CALLED, finds: 'warning' },
    {
      model: 'acme/chat',
      policy: 'describe: { acme/chat: { origin: JP } }',
      finds: 'warning',
      says: 'and the terms under which it is called were not read',
      reference: { host: 'llm.acme.example' },
      ...CALLED,
    },
    // At a known host it is the verdict that says so.
    {
      model: 'acme/chat',
      policy: 'describe: { acme/chat: { origin: JP } }',
      finds: 'hint',
      says: 'and the terms under which it is called were not read',
      reference: { host: 'alibaba' },
      ...CALLED,
    },
    {
      model: 'acme/chat',
      policy: 'describe: { acme/chat: { origin: JP } }\nlicenses: { unknown: warning }',
      finds: 'warning',
      reference: { host: 'alibaba' },
      ...CALLED,
    },
    {
      model: 'acme/chat',
      policy: 'describe: { acme/chat: { origin: JP } }',
      finds: null,
      reference: { host: 'bedrock' },
      ...CALLED,
    },
    {
      model: 'acme/support-7b',
      policy: 'models: { acme/support-7b: { license: proprietary } }',
      finds: null,
    },
    { model: 'acme/support-7b', policy: 'models: { acme/support-7b: { origin: JP } }', finds: 'warning' },
    { model: MISTRAL, policy: 'version: 1', finds: null },
    { model: 'someone/no-license', policy: 'version: 1', finds: null },
    { model: 'nobody/nothing', finds: null },
  ],
  'license/none-stated': [
    { model: 'someone/no-tag', policy: 'version: 1', finds: null },
    { model: 'someone/no-license', policy: 'version: 1', finds: 'warning', says: 'states no license' },
    { model: 'someone/no-license', policy: 'licenses: { unknown: error }', finds: 'error' },
    { model: 'someone/no-license', policy: 'licenses: { unknown: off }', finds: null },
    {
      model: 'someone/no-license',
      policy: 'licenses: { unknown: error }\nrules: { license/none-stated: hint }',
      finds: 'hint',
    },
    { model: 'someone/other-license', policy: 'version: 1', finds: null },
    { model: 'someone/no-license', finds: null },
  ],
  'license/code-weights-differ': [
    {
      model: 'facebook/musicgen-small',
      policy: 'version: 1',
      finds: 'information',
      says: 'under MIT License, but its weights are under Creative Commons',
    },
    {
      model: 'facebook/musicgen-small',
      policy: 'rules: { license/code-weights-differ: warning }',
      finds: 'warning',
    },
    { model: 'facebook/musicgen-small', policy: 'version: 1', role: 'calls', finds: null },
    { model: MISTRAL, policy: 'version: 1', finds: null },
    { model: 'nobody/nothing', policy: 'version: 1', finds: null },
    { model: 'facebook/musicgen-small', finds: null },
  ],
  'license/threshold': [
    {
      model: LLAMA31,
      policy: 'use: { monthlyActiveUsers: 800_000_000 }',
      finds: 'warning',
      says: 'above 700M MAU in the month before the release that its license came with',
      clause: /^s\.2$/,
    },
    { model: LLAMA31, policy: 'use: { monthlyActiveUsers: 700_000_000 }', finds: null },
    {
      model: LLAMA31,
      policy: 'use: { purpose: commercial }',
      finds: null,
    },
    {
      model: LLAMA31,
      policy: 'use: { purpose: commercial }',
      finds: null,
    },
    {
      model: 'moonshotai/Kimi-K2-Instruct',
      policy: 'use: { purpose: commercial, monthlyActiveUsers: 50_000 }',
      finds: null,
    },
    {
      model: 'mistralai/Devstral-2-123B-Instruct-2512',
      policy: 'use: { purpose: commercial }',
      finds: null,
    },
    {
      model: 'Qwen/Qwen2.5-72B-Instruct',
      policy: 'use: { purpose: commercial }',
      finds: null,
    },
    { model: LLAMA31, policy: 'use: { purpose: research }', finds: null },
    {
      model: 'Qwen/Qwen2.5-72B-Instruct',
      policy: 'use: { purpose: commercial, monthlyActiveUsers: 100_000_001 }',
      finds: 'error',
      says: '100M MAU',
    },
    {
      model: 'Qwen/Qwen2.5-72B-Instruct',
      policy: 'use: { purpose: commercial, monthlyActiveUsers: 100_000_000 }',
      finds: null,
    },
    { model: HUNYUAN, policy: 'use: { monthlyActiveUsers: 150_000_000 }', finds: 'warning', clause: /s\.4/ },
    // What a currency is worth in another one is nothing that a license says.
    {
      model: 'acme/yen-7b',
      policy: `${IN_YEN}use: { purpose: commercial, annualRevenue: { JPY: 7_500_000_000 } }`,
      finds: 'error',
      says: 'needs a license of its own: its limit is JPY 1000M/year, and the policy states JPY 7500M/year',
    },
    {
      model: 'acme/yen-7b',
      policy: `${IN_YEN}use: { purpose: commercial, annualRevenue: { JPY: 900_000_000 } }`,
      finds: null,
    },
    {
      model: 'acme/yen-7b',
      policy: `${IN_YEN}use: { purpose: commercial, annualRevenueUsd: 3_000_000 }`,
      finds: 'warning',
      says: 'has a limit of JPY 1000M/year, and the policy states revenue in another currency: state `use.annualRevenue.JPY`',
    },
    { model: 'acme/yen-7b', policy: `${IN_YEN}use: { purpose: commercial }`, finds: null },
    {
      model: 'stabilityai/stable-diffusion-3-medium',
      policy: 'use: { annualRevenue: { USD: 1_000_001 } }',
      finds: 'error',
    },
    {
      model: 'stabilityai/stable-diffusion-3-medium',
      policy: 'use: { annualRevenue: { JPY: 7_500_000_000 } }',
      finds: 'warning',
      says: 'use.annualRevenue.USD',
    },
    {
      model: 'stabilityai/stable-diffusion-3-medium',
      policy: 'use: { annualRevenueUsd: 1_000_001 }',
      finds: 'error',
      says: 'USD 1M/year',
    },
    {
      model: 'stabilityai/stable-diffusion-3-medium',
      policy: 'use: { annualRevenueUsd: 999_999 }',
      finds: null,
    },
    {
      model: 'stabilityai/stable-diffusion-3-medium',
      policy: 'use: { purpose: commercial }',
      finds: null,
    },
    {
      model: 'mistralai/Devstral-2-123B-Instruct-2512',
      policy: 'use: { annualRevenueUsd: 250_000_000 }',
      finds: 'error',
      says: 'its limit is USD 20M/month, and the policy states USD 20.833333M/month',
    },
    {
      model: 'mistralai/Devstral-2-123B-Instruct-2512',
      policy: 'use: { annualRevenueUsd: 200_000_000 }',
      finds: null,
    },
    {
      model: 'moonshotai/Kimi-K2-Instruct',
      policy: 'use: { monthlyActiveUsers: 200_000_000, annualRevenueUsd: 1 }',
      finds: 'information',
      says: 'must be credited',
    },
    {
      model: 'moonshotai/Kimi-K2-Instruct',
      policy: 'use: { monthlyActiveUsers: 1000, annualRevenueUsd: 1000 }',
      finds: null,
    },
    { model: RELABELLED, policy: 'use: { monthlyActiveUsers: 800_000_000 }', finds: 'warning' },
    { model: LLAMA31, policy: 'use: { monthlyActiveUsers: 800_000_000 }', role: 'calls', finds: null },
    {
      model: MISTRAL,
      policy: 'use: { monthlyActiveUsers: 800_000_000, annualRevenueUsd: 9_000_000_000 }',
      finds: null,
    },
    { model: LLAMA31, finds: null },
  ],
  'license/region': [
    // The limit of Llama is about who is licensed, not about where a product is offered.
    { model: LLAMA4, policy: 'use: { regions: [US, EU], seat: US }', finds: null },
    {
      model: LLAMA4,
      policy: 'use: { regions: [US], seat: DE }',
      finds: 'error',
      says: 'not licensed in DE (',
    },
    {
      model: LLAMA4,
      policy: 'use: { regions: [US, EU] }',
      finds: 'error',
      says: 'not licensed in EU to who is domiciled or seated there; state `use.seat`',
    },
    { model: 'tencent/HunyuanVideo', policy: 'use: { regions: [KR], seat: US }', finds: 'error' },
    {
      model: LLAMA4,
      policy: 'use: { regions: [EU] }',
      finds: 'warning',
      says: 'where this project does, it is not licensed in EU',
      ...CALLED_SOMEWHERE,
    },
    {
      model: LLAMA4,
      policy: 'use: { regions: [EU] }',
      finds: 'error',
      says: 'not licensed in EU',
      clause: /Acceptable Use Policy/,
    },
    { model: LLAMA4, policy: 'use: { regions: [JP, DE] }', finds: 'error', says: 'not licensed in DE' },
    { model: LLAMA4, policy: 'use: { regions: [JP, GB, US] }', finds: null },
    { model: LLAMA4, policy: 'version: 1', finds: null },
    { model: LLAMA32_VISION, policy: 'use: { regions: [FR] }', finds: 'error' },
    { model: LLAMA32_TEXT, policy: 'use: { regions: [FR] }', finds: null },
    { model: LLAMA31, policy: 'use: { regions: [EU] }', finds: null },
    {
      model: 'meta-llama/Llama-4-Unsaid',
      policy: 'use: { regions: [EU] }',
      finds: 'error',
      says: 'not licensed in EU',
    },
    {
      model: 'someone/llama-3.2-unsaid',
      policy: 'use: { regions: [EU] }',
      finds: 'warning',
      says: 'depends on whether it takes more than text',
    },
    { model: 'someone/llama-3.2-3b', policy: 'use: { regions: [EU] }', finds: null },
    { model: 'someone/llama-3.3-unsaid', policy: 'use: { regions: [EU] }', finds: null },
    { model: 'someone/seeing-llama-text', policy: 'use: { regions: [EU] }', finds: null },
    {
      model: 'someone/llama-vision-tuned',
      policy: 'use: { regions: [EU] }',
      finds: 'error',
      says: 'not licensed in EU',
    },
    {
      model: 'someone/llama-vision-gguf',
      policy: 'use: { regions: [EU] }',
      finds: 'error',
      says: 'not licensed in EU',
    },
    { model: HUNYUAN, policy: 'use: { regions: [KR] }', finds: 'error', clause: /s\.5/ },
    { model: HUNYUAN, policy: 'use: { regions: [GB] }', finds: 'error' },
    { model: HUNYUAN, policy: 'use: { regions: [IT] }', finds: 'error' },
    { model: HUNYUAN, policy: 'use: { regions: [JP, US] }', finds: null },
    {
      model: 'someone/llama-3.2-unsaid',
      policy: 'use: { regions: [EU] }',
      role: 'calls',
      finds: 'information',
      says: 'If someone/llama-3.2-unsaid takes more than text',
    },
    {
      model: LLAMA4,
      policy: 'use: { regions: [EU] }',
      role: 'calls',
      finds: 'information',
      says: 'the terms of the service',
    },
    {
      model: HUNYUAN,
      policy: 'use: { regions: [EU] }',
      role: 'calls',
      finds: 'information',
      says: 'the terms of the service',
    },
    { model: LLAMA4, finds: null },
  ],
  'license/output-training': [
    {
      model: LLAMA3,
      policy: 'use: { trainsOnOutputs: true }',
      finds: 'error',
      says: 'barred',
      clause: /s\.1\.b\.v/,
    },
    { model: LLAMA31, policy: 'use: { trainsOnOutputs: true }', finds: 'warning', says: 'has conditions' },
    {
      model: 'gpt-4o',
      policy: 'use: { trainsOnOutputs: true }',
      finds: 'warning',
      says: 'may not train models that compete with it or its maker',
      ...CALLED,
    },
    {
      model: 'black-forest-labs/FLUX.1-dev',
      policy: 'use: { trainsOnOutputs: true }',
      finds: 'warning',
      says: 'compete',
      clause: /s\.2\.d/,
    },
    {
      model: LLAMA3,
      policy: 'use: { trainsOnOutputs: true }',
      finds: 'information',
      says: 'the terms of the service that runs them decide',
      ...CALLED,
    },
    { model: HUNYUAN, policy: 'use: { trainsOnOutputs: true }', finds: 'error' },
    { model: LLAMA3, policy: 'use: { trainsOnOutputs: false }', finds: null },
    { model: LLAMA3, policy: 'use: { purpose: commercial }', finds: null },
    { model: QWEN, policy: 'use: { trainsOnOutputs: true }', finds: null },
    { model: LLAMA3, finds: null },
  ],
  'license/use-policy': [
    {
      model: GEMMA,
      policy: 'use: { distribution: product }',
      finds: 'information',
      says: 'users must be bound to',
    },
    { model: LLAMA31, policy: 'use: { distribution: service }', finds: 'hint', says: 'use policy' },
    { model: SD15, policy: 'use: { distribution: weights }', role: 'ships', finds: 'information' },
    // Of several licenses the one whose list has to be passed on, wherever it stands among them.
    {
      model: 'someone/two-licenses',
      policy: 'use: { distribution: service }',
      finds: 'information',
      says: 'users must be bound to: Gemma Terms of Use',
    },
    {
      model: 'pfnet/Two-Licenses-8B-Instruct',
      policy: 'use: { distribution: service }',
      finds: 'information',
      says: 'users must be bound to: Gemma Terms of Use',
    },
    { model: GEMMA, policy: 'use: { distribution: none }', finds: null },
    { model: GEMMA, policy: 'use: { purpose: commercial }', finds: null },
    { model: QWEN, policy: 'use: { distribution: product }', finds: null },
    { model: 'gpt-4o', policy: 'use: { distribution: service }', finds: null, ...CALLED },
    { model: GEMMA, finds: null },
    // Terms of the weights bind who calls them where the terms of the service say so.
    {
      model: LLAMA31,
      policy: 'version: 1',
      finds: 'hint',
      says: 'is called at Amazon Bedrock, whose terms hold callers to the license of the model as well',
      ...CALLED_AT_BEDROCK,
    },
    { model: QWEN, policy: 'version: 1', finds: null, ...CALLED_AT_BEDROCK },
    { model: LLAMA31, finds: null, ...CALLED_AT_BEDROCK },
    { model: LLAMA31, policy: 'version: 1', finds: null, role: 'calls', reference: { host: 'groq' } },
  ],
  'lineage/conflict': [
    // Who runs a product may offer its model as a service; who makes it does not.
    { ...FLUX_SERVED, policy: 'use: { distribution: product }', finds: null },
    {
      ...FLUX_SERVED,
      policy: 'use: { distribution: service }',
      finds: 'error',
      says: 'may not be offered as a',
    },
    {
      ...FLUX_SERVED,
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      finds: 'information',
      says: 'needs a review',
    },
    {
      ...FLUX_SERVED,
      policy: 'use: { distribution: service }',
      projectLicense: 'mit',
      finds: 'error',
      says: 'may not be offered as a service',
    },
    // A product carries what it loads; what a server of its user's gets, only if the product's image has it or gets it.
    {
      model: 'llama3.1:8b',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      registry: 'ollama',
      finds: null,
    },
    {
      model: 'llama3.1:8b',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      registry: 'ollama',
      path: 'deploy/Dockerfile',
      finds: 'error',
      says: 'is shipped under',
    },
    {
      model: 'llama3.1:8b',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      registry: 'ollama',
      path: 'deploy/docker-entrypoint.sh',
      finds: 'error',
      says: 'is shipped under',
    },
    {
      model: 'llama3.1:8b',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      registry: 'ollama',
      path: 'entrypoint/setup.sh',
      finds: null,
    },
    {
      model: LLAMA31,
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      finds: 'error',
      says: 'is shipped under',
    },
    // What is made from a model is under the project's license only where it is given out.
    {
      model: LLAMA31,
      policy: 'use: { distribution: weights }',
      projectLicense: 'apache-2.0',
      role: 'derives',
      finds: 'error',
      says: 'What is made from',
    },
    {
      model: LLAMA31,
      policy: 'use: { distribution: service }',
      projectLicense: 'apache-2.0',
      role: 'derives',
      finds: null,
    },
    {
      model: LLAMA31,
      policy: 'use: { distribution: none }',
      projectLicense: 'apache-2.0',
      role: 'derives',
      finds: null,
    },
    // A server that a client of the product asks has the weights already.
    {
      model: LLAMA31,
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      reference: { why: [message('the address {0} is of this project', 'http://localhost:8000/v1')] },
      finds: null,
    },
    // A name that nothing gets weights by may be for any program; copyleft asks too much for that doubt.
    {
      model: LLAMA31,
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      reference: { why: [namedBySetting('primary_model')] },
      finds: null,
    },
    {
      model: LLAMA31,
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      path: 'Dockerfile',
      reference: { why: [namedBySetting('MODEL_ID')] },
      finds: 'error',
      says: 'is shipped under',
    },
    {
      model: LLAMA31,
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      reference: { why: [namedByProvider('lm_studio')] },
      finds: null,
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      reference: { why: [namedBySetting('primary_model')] },
      finds: 'error',
      says: 'is shipped under',
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit',
      finds: 'error',
      says: 'does not go with the license of this project: mit',
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: product }',
      finds: 'error',
      says: 'does not go with the license of this project: no stated license',
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: product }',
      projectLicense: 'Nordlicht Source License 4',
      finds: 'warning',
      says: 'this project under Nordlicht Source License 4: whether they go together needs a review',
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: product }',
      projectLicense: 'mit OR agpl-3.0',
      finds: 'error',
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: weights }',
      projectLicense: 'UNLICENSED',
      finds: 'error',
      says: 'license of this project: no open license',
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: product }',
      projectLicense: 'agpl-3.0',
      finds: null,
    },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: service }',
      projectLicense: 'mit',
      finds: 'warning',
      says: 'needs a review',
    },
    { model: 'someone/agpl-detector', policy: 'use: { distribution: service }', finds: 'warning' },
    {
      model: 'someone/agpl-detector',
      policy: 'use: { distribution: none }',
      projectLicense: 'mit',
      finds: null,
    },
    { model: MISTRAL, policy: 'use: { distribution: product }', finds: null },
    { model: 'someone/sa-and-rail', policy: 'version: 1', finds: 'error', says: 'cannot' },
    { model: 'someone/sa-and-rail', finds: 'information' },
    { model: 'someone/sa-and-rail', policy: 'version: 1', finds: 'information', ...CALLED },
    { model: 'someone/sa-and-rail', finds: null, ...CALLED },
    {
      model: 'someone/nc-over-llama',
      policy: 'version: 1',
      finds: 'information',
      says: 'has to be looked at',
    },
    {
      model: SD15,
      policy: 'version: 1',
      role: 'ships',
      projectLicense: 'Apache-2.0',
      finds: 'error',
      says: 'does not go with the license of this project: Apache-2.0',
    },
    { model: SD15, policy: 'version: 1', role: 'derives', projectLicense: 'MIT', finds: 'error' },
    { model: SD15, role: 'derives', projectLicense: 'MIT', finds: 'information' },
    { model: SD15, policy: 'version: 1', role: 'loads', projectLicense: 'MIT', finds: null },
    { model: SD15, policy: 'version: 1', role: 'ships', finds: null },
    { model: MISTRAL, policy: 'version: 1', role: 'ships', projectLicense: 'MIT', finds: null },
    {
      model: MISTRAL,
      policy: 'version: 1',
      role: 'derives',
      projectLicense: 'Apache-2.0 OR MIT',
      finds: null,
    },
    {
      model: 'ultralytics/yolo11n',
      policy: 'version: 1',
      role: 'derives',
      projectLicense: 'Apache-2.0',
      finds: 'error',
    },
    {
      model: 'ultralytics/yolo11n',
      policy: 'version: 1',
      role: 'derives',
      projectLicense: 'AGPL-3.0-only',
      finds: null,
    },
    { model: 'someone/qwen-tuned', policy: 'version: 1', finds: null },
  ],
  'lineage/relabelled': [
    {
      model: RELABELLED_COPY,
      finds: 'information',
      says: 'the terms of Llama 3.1 Community License Agreement stay',
    },
    { model: COPY, policy: 'version: 1', finds: null },
    {
      model: RELABELLED,
      policy: 'version: 1',
      finds: 'warning',
      says: `labeled Apache License 2.0, but is made from ${LLAMA31}`,
    },
    { model: RELABELLED, finds: 'information' },
    { model: RELABELLED, policy: 'version: 1', finds: 'information', ...CALLED },
    { model: RELABELLED, finds: null, ...CALLED },
    {
      model: 'someone/gallery-copy',
      policy: 'version: 1',
      finds: 'information',
      says: 'from which it seems to be made, has to be looked at',
    },
    { model: 'someone/gallery-copy', finds: null },
    { model: RELABELLED, policy: 'rules: { lineage/relabelled: error }', finds: 'error' },
    { model: 'someone/qwen-tuned', policy: 'version: 1', finds: null },
    { model: 'someone/nc-over-llama', policy: 'version: 1', finds: null },
    { model: LLAMA31, policy: 'version: 1', finds: null },
  ],
  'openness/below-required': [
    {
      model: 'gpt-4o',
      policy: 'require: { openness: weights-available }',
      finds: 'error',
      says: 'api-only; the policy requires weights-available',
      ...CALLED,
    },
    { model: LLAMA31, policy: 'require: { openness: open-weights }', finds: 'error' },
    { model: LLAMA31, policy: 'require: { openness: weights-available }', finds: null },
    { model: MISTRAL, policy: 'require: { openness: open-weights }', finds: null },
    { model: MISTRAL, policy: 'require: { openness: open-source }', finds: 'error' },
    { model: 'gpt-4o', policy: 'require: { openness: api-only }', finds: null, ...CALLED },
    { model: 'nobody/nothing', policy: 'require: { openness: api-only }', finds: null },
    {
      model: 'nobody/nothing',
      policy: 'require: { openness: weights-available }',
      finds: 'warning',
      says: 'is unknown',
    },
    {
      model: 'acme/x',
      policy: 'require: { openness: open-weights }\nmodels: { acme/x: { openness: open-source } }',
      finds: null,
    },
    { model: 'gpt-4o', policy: 'version: 1', finds: null, ...CALLED },
    { model: 'gpt-4o', finds: null, ...CALLED },
  ],
  'origin/denied': [
    { model: 'pfnet/Qwen-ja', policy: 'origins: { deny: [CN] }', finds: null },
    { model: QWEN, policy: 'origins: { deny: [CN] }', finds: 'error', says: 'comes from Alibaba (CN)' },
    { model: QWEN, policy: 'origins: { deny: [alibaba] }', finds: 'error' },
    {
      model: 'someone/qwen-tuned',
      policy: 'origins: { deny: [CN] }',
      finds: 'error',
      says: `made from ${QWEN}, which comes from Alibaba (CN)`,
    },
    { model: MISTRAL, policy: 'origins: { deny: [EU] }', finds: 'error', says: 'Mistral AI (FR)' },
    { model: MISTRAL, policy: 'origins: { allow: [EU] }', finds: null },
    { model: MISTRAL, policy: 'origins: { allow: [JP, US] }', finds: 'error', says: 'not among the origins' },
    { model: 'gpt-4o', policy: 'origins: { allow: [JP, US] }', finds: null, ...CALLED },
    { model: QWEN, policy: 'origins: { deny: [CN], allow: [alibaba] }', finds: null },
    { model: QWEN, policy: 'origins: { deny: [alibaba], allow: [CN] }', finds: 'error' },
    { model: QWEN, policy: 'origins: { deny: [US] }', finds: null },
    { model: 'placeless/model', policy: 'origins: { allow: [JP] }', finds: null },
    { model: 'placeless/model', policy: 'origins: { allow: [alibaba] }', finds: 'error' },
    {
      model: 'acme/x',
      policy: 'origins: { deny: [CN] }\nmodels: { acme/x: { origin: CN } }',
      finds: 'error',
    },
    { model: QWEN, finds: null },
    // The name of a deployment is its owner's: what it suggests is no fact, and lets nothing pass.
    {
      model: 'gpt-4o-prod',
      policy: 'origins: { deny: [US] }',
      finds: 'warning',
      says: 'The name gpt-4o-prod, which its owner chose, suggests that it comes from OpenAI (US), which the policy denies',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'gpt-4o-prod',
      policy: 'origins: { allow: [JP] }',
      finds: 'warning',
      says: 'which is not among the origins the policy allows',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'gpt-4o-prod',
      policy: 'origins: { allow: [US] }',
      finds: null,
      registry: 'azure',
      ...CALLED,
    },
  ],
  'origin/warned': [
    {
      model: 'gpt-4o-prod',
      policy: 'origins: { allow: [US] }',
      finds: 'warning',
      says: 'Where gpt-4o-prod comes from is unknown',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'gpt-4o-prod',
      policy: 'origins: { deny: [CN] }',
      finds: 'warning',
      says: 'Where gpt-4o-prod comes from is unknown',
      registry: 'azure',
      ...CALLED,
    },
    { model: 'gpt-4o-prod', policy: 'origins: { deny: [US] }', finds: null, registry: 'azure', ...CALLED },
    // At a host that runs its maker's models under their own names, the name tells whose it is.
    { model: 'claude-9', policy: 'origins: { allow: [US] }', finds: null, registry: 'anthropic', ...CALLED },
    { model: QWEN, policy: 'origins: { warn: [CN] }', finds: 'warning' },
    { model: 'someone/qwen-tuned', policy: 'origins: { warn: [CN] }', finds: 'warning', says: 'made from' },
    { model: QWEN, policy: 'origins: { warn: [CN], allow: [alibaba] }', finds: null },
    { model: 'placeless/model', policy: 'origins: { deny: [CN] }', finds: 'warning', says: 'unknown' },
    { model: 'placeless/model', policy: 'origins: { warn: [CN] }', finds: 'information' },
    // Who re-packed a model did not make it.
    { model: 'stranger/Llama-3.1-8B-Instruct-AWQ', policy: 'origins: { deny: [CN] }', finds: 'information' },
    { model: 'stranger/Llama-3.1-8B-Instruct-AWQ', policy: 'origins: { allow: [US] }', finds: 'warning' },
    { model: 'placeless/model', policy: 'origins: { allow: [JP] }', finds: 'warning' },
    { model: 'placeless/model', policy: 'origins: { allow: [alibaba] }', finds: null },
    { model: 'placeless/model', policy: 'origins: { deny: [alibaba] }', finds: null },
    {
      model: 'nobody/nothing',
      policy: 'origins: { allow: [JP] }',
      finds: 'warning',
      says: 'Where nobody/nothing comes from is unknown',
    },
    { model: 'placeless/model', policy: 'origins: { allow: [placeless] }', finds: null },
    // A base at which only the name hints: neither denied nor allowed.
    {
      model: 'pfnet/Qwen-ja',
      policy: 'origins: { deny: [CN] }',
      finds: 'warning',
      says: 'is made from Qwen, which comes from Alibaba (CN)',
    },
    { model: 'pfnet/Qwen-ja', policy: 'origins: { allow: [JP] }', finds: 'warning', says: 'A name suggests' },
    { model: 'pfnet/Qwen-ja', policy: 'origins: { allow: [JP, CN] }', finds: null },
    { model: 'pfnet/Qwen-ja', policy: 'origins: { deny: [US] }', finds: null },
    {
      model: 'nobody/Qwen-tuned',
      policy: 'origins: { deny: [CN] }',
      finds: 'warning',
      says: 'A name suggests that nobody/Qwen-tuned is made from Qwen',
    },
    {
      model: 'pfnet/Qwen-ja',
      policy:
        'describe: { pfnet/Qwen-ja: { base: mistralai/Mistral-7B-Instruct-v0.3 } }\norigins: { deny: [CN] }',
      finds: null,
    },
    { model: 'nobody/nothing', policy: 'version: 1', finds: null },
    { model: MISTRAL, policy: 'origins: { warn: [CN] }', finds: null },
    { model: QWEN, finds: null },
  ],
  'hosting/denied': [
    // The class of a client alone tells no host where its address is one that is not written.
    { model: 'gpt-4o', policy: 'hosting: { allow: [azure] }', finds: 'error', ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { allow: [azure] }', finds: null, ...CALLED_AT_OPEN },
    { model: 'gpt-4o', policy: 'hosting: { deny: [openai] }', finds: null, ...CALLED_AT_OPEN },
    // An address of the own network is one that a list may name, and no other is.
    {
      model: 'gpt-4o',
      policy: 'hosting: { deny: [litellm.acme.internal] }',
      finds: 'error',
      says: 'called at litellm.acme.internal, which the policy denies',
      ...AT_OWN_GATEWAY,
    },
    { model: 'gpt-4o', policy: 'hosting: { deny: [LiteLLM] }', finds: 'error', ...BY_VARIABLE },
    { model: 'gpt-4o', policy: 'hosting: { allow: [azure] }', finds: null, ...AT_OWN_GATEWAY },
    { model: QWEN, policy: 'hosting: { allow: [qwen.acme.internal] }', finds: null, ...AT_OWN_QWEN },
    { model: QWEN, policy: 'hosting: { deny: [qwen.acme.internal] }', finds: 'error', ...AT_OWN_QWEN },
    { model: QWEN, policy: 'hosting: { allow: [acme.internal] }', finds: 'error', ...AT_OWN_QWEN },
    // A service of the cluster may be called like a host.
    { model: QWEN, policy: 'hosting: { allow: [openai] }', finds: 'error', ...AT_OWN_SERVER },
    { model: QWEN, policy: 'hosting: { allow: [litellm.acme.internal] }', finds: 'error' },
    {
      model: QWEN,
      policy: 'hosting: { deny: [CN] }',
      finds: 'error',
      says: 'DashScope (CN)',
      ...ROUTED_TO_ALIBABA,
    },
    {
      model: QWEN,
      policy: 'hosting: { allow: [US] }',
      finds: 'error',
      says: 'DashScope (CN)',
      ...ROUTED_TO_ALIBABA,
    },
    { model: QWEN, policy: 'hosting: { allow: [openrouter] }', finds: null, ...ROUTED_TO_ALIBABA },
    {
      model: QWEN,
      policy: 'hosting: { allow: [openrouter], deny: [CN] }',
      finds: 'error',
      ...ROUTED_TO_ALIBABA,
    },
    // Where the call may go to another host, too, that one counts as the own one does.
    {
      model: QWEN,
      policy: 'hosting: { deny: [CN] }',
      finds: 'error',
      says: 'DashScope (CN)',
      ...OR_AT_ALIBABA,
    },
    {
      model: QWEN,
      policy: 'hosting: { allow: [groq] }',
      finds: 'error',
      says: 'DashScope',
      ...OR_AT_ALIBABA,
    },
    { model: QWEN, policy: 'hosting: { deny: [groq] }', finds: 'error', says: 'Placeless', ...OR_AT_ALIBABA },
    { model: QWEN, policy: 'hosting: { allow: [groq, alibaba] }', finds: null, ...OR_AT_ALIBABA },
    // A geography is not the country that is denied, and is on no list of allowed ones as long as one of its countries is not.
    { ...APAC, policy: 'hosting: { deny: [SG] }', finds: null },
    { ...APAC, policy: 'hosting: { allow: [US, JP] }', finds: 'error', says: 'processed in APAC' },
    { ...APAC, policy: 'hosting: { allow: [US, JP, SG] }', finds: null },
    {
      model: 'qwen-max',
      policy: 'hosting: { deny: [CN] }',
      finds: 'error',
      says: 'called at DashScope (CN), which the policy denies',
      registry: 'alibaba',
      ...CALLED,
    },
    { model: 'gpt-4o', policy: 'hosting: { deny: [openai] }', finds: 'error', ...CALLED },
    // The address of a host is its name as well, that of one region or customer only where the call goes there.
    { model: 'gpt-4o', policy: 'hosting: { deny: [api.openai.com] }', finds: 'error', ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { deny: [OpenAI.com] }', finds: 'error', ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { allow: [api.openai.com] }', finds: null, ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { allow: [eu.api.openai.com] }', finds: 'error', ...CALLED },
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [eu.api.openai.com] }',
      finds: null,
      reference: { region: 'eu.api.openai.com' },
      ...CALLED,
    },
    // A gateway that passes a call on sees it as well.
    {
      model: 'gpt-4o',
      policy: 'hosting: { deny: [alibaba] }',
      finds: 'error',
      says: 'called at DashScope (CN), which the policy denies',
      ...CALLED_THROUGH,
    },
    { model: 'gpt-4o', policy: 'hosting: { deny: [CN] }', finds: 'error', ...CALLED_THROUGH },
    { model: 'gpt-4o', policy: 'hosting: { allow: [openai] }', finds: 'error', ...CALLED_THROUGH },
    { model: 'gpt-4o', policy: 'hosting: { allow: [openai, alibaba] }', finds: null, ...CALLED_THROUGH },
    { model: 'gpt-4o', policy: 'hosting: { deny: [CN, mistral] }', finds: null, ...CALLED },
    // Whoever runs it, requests may be bound to countries.
    {
      ...APAC,
      policy: 'hosting: { processedIn: [US] }',
      finds: 'error',
      says: 'processed in APAC: one of JP, SG, where the policy',
    },
    { ...APAC, policy: 'hosting: { processedIn: [US, JP] }', finds: null },
    { ...APAC, policy: 'hosting: { processedIn: [US, bedrock] }', finds: 'error' },
    { model: QWEN, policy: 'hosting: { processedIn: [JP] }', finds: null },
    // Where it is processed counts beside who runs it.
    {
      model: 'eu.anthropic.claude-x-v1:0',
      policy: 'hosting: { deny: [EU] }',
      finds: 'error',
      says: 'Amazon Bedrock (US) and processed in EU',
      registry: 'bedrock',
      ...CALLED,
    },
    // A region that is set is such a place; without one it stays open.
    {
      model: 'anthropic.claude-x-v1:0',
      policy: 'hosting: { deny: [CN] }',
      finds: 'error',
      says: 'Amazon Bedrock (US) and processed in CN',
      registry: 'bedrock',
      reference: { region: 'cn-north-1' },
      ...CALLED,
    },
    {
      model: 'anthropic.claude-x-v1:0',
      policy: 'hosting: { allow: [US, EU] }',
      finds: null,
      registry: 'bedrock',
      reference: { region: 'eu-central-1' },
      ...CALLED,
    },
    {
      model: 'us.anthropic.claude-x-v1:0',
      policy: 'hosting: { allow: [US] }',
      finds: null,
      registry: 'bedrock',
      ...CALLED,
    },
    {
      model: 'eu.anthropic.claude-x-v1:0',
      policy: 'hosting: { allow: [US] }',
      finds: 'error',
      registry: 'bedrock',
      ...CALLED,
    },
    {
      model: 'eu.anthropic.claude-x-v1:0',
      policy: 'hosting: { allow: [US, EU] }',
      finds: null,
      registry: 'bedrock',
      ...CALLED,
    },
    {
      model: 'eu.anthropic.claude-x-v1:0',
      policy: 'hosting: { allow: [bedrock] }',
      finds: null,
      registry: 'bedrock',
      ...CALLED,
    },
    // One of them denied is denied, also where the host is allowed.
    { model: 'gpt-4o', policy: 'hosting: { allow: [openai], deny: [US] }', finds: 'error', ...CALLED },
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [azure, self] }',
      finds: 'error',
      says: 'not among',
      ...CALLED,
    },
    {
      model: QWEN,
      policy: 'hosting: { allow: [self, JP] }',
      finds: 'error',
      says: 'llm.partner.example, whose operator is unknown and which is not among',
      role: 'calls',
      reference: { host: 'llm.partner.example' },
    },
    { model: 'gpt-4o', policy: 'hosting: { allow: [azure] }', finds: null, registry: 'azure', ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { allow: [EU], warn: [openai] }', finds: null, ...CALLED },
    // Weights from China on the project's own machines are at no host in China.
    { model: QWEN, policy: 'hosting: { deny: [CN] }', finds: null },
    { model: QWEN, policy: 'hosting: { allow: [EU] }', finds: null },
    { model: QWEN, policy: 'hosting: { allow: [azure] }', finds: 'error', says: "project's own machines" },
    { model: QWEN, policy: 'hosting: { allow: [azure, self] }', finds: null },
    { model: QWEN, policy: 'hosting: { deny: [self] }', finds: 'error' },
  ],
  'hosting/look-alike': [
    {
      model: 'gpt-4o',
      policy: 'version: 1',
      finds: 'error',
      says: 'imitates api.openai.com',
      reference: { host: 'xn--pi-6kc.openai.com' },
      ...CALLED,
    },
    { model: 'gpt-4o', finds: 'warning', reference: { host: 'xn--pi-6kc.openai.com' }, ...CALLED },
    { model: 'gpt-4o', policy: 'version: 1', finds: null, reference: { host: 'xn--fsq.example' }, ...CALLED },
    { model: 'gpt-4o', policy: 'version: 1', finds: null, ...CALLED },
  ],
  'hosting/warned': [
    { model: 'gpt-4o', policy: 'hosting: { allow: [azure] }', finds: 'warning', ...AT_OWN_GATEWAY },
    { model: 'gpt-4o', policy: 'hosting: { allow: [self] }', finds: 'warning', ...AT_OWN_GATEWAY },
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [litellm.acme.internal] }',
      finds: null,
      ...AT_OWN_GATEWAY,
    },
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [Litellm.acme.internal] }',
      finds: null,
      ...AT_OWN_GATEWAY,
    },
    { model: 'gpt-4o', policy: 'hosting: { allow: [litellm] }', finds: null, ...BY_VARIABLE },
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [litellm.acme.internal], processedIn: [EU] }',
      finds: 'warning',
      ...AT_OWN_GATEWAY,
    },
    {
      model: 'gpt-4o',
      policy: 'hosting: { processedIn: [EU, litellm.acme.internal] }',
      finds: null,
      ...AT_OWN_GATEWAY,
    },
    // Whom a router passes a call on to is unknown, unless the request says it.
    {
      model: QWEN,
      policy: 'hosting: { deny: [CN] }',
      finds: 'warning',
      says: 'passes calls on to services that it chooses',
      ...ROUTED,
    },
    { model: QWEN, policy: 'hosting: { allow: [US] }', finds: 'warning', ...ROUTED },
    { model: QWEN, policy: 'hosting: { warn: [CN] }', finds: 'information', ...ROUTED },
    { model: QWEN, policy: 'hosting: { deny: [groq] }', finds: 'warning', ...ROUTED },
    { model: QWEN, policy: 'hosting: { allow: [openrouter], deny: [CN] }', finds: null, ...ROUTED },
    { model: QWEN, policy: 'version: 1', finds: null, ...ROUTED },
    { model: QWEN, policy: 'hosting: { deny: [CN] }', finds: null, ...ROUTED_TO_OPENAI },
    {
      model: QWEN,
      policy: 'hosting: { deny: [CN] }',
      finds: null,
      ...ROUTED,
      reference: { host: 'openrouter', region: 'a.own.openrouter.ai' },
    },
    { model: 'gpt-4o', policy: 'hosting: { warn: [alibaba] }', finds: 'warning', ...CALLED_THROUGH },
    // A name of OpenAI's at a client whose address nobody wrote down may go anywhere.
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [openai] }',
      finds: 'warning',
      says: 'Who runs gpt-4o is unknown',
      ...CALLED_AT_OPEN,
    },
    { model: 'gpt-4o', policy: 'hosting: { deny: [CN] }', finds: 'warning', ...CALLED_AT_OPEN },
    { model: 'gpt-4o', policy: 'hosting: { deny: [openai] }', finds: 'warning', ...CALLED_AT_OPEN },
    { model: 'gpt-4o', policy: 'hosting: { allow: [azure] }', finds: 'warning', ...CALLED_AT_OPEN },
    { model: 'gpt-4o', policy: 'hosting: { warn: [CN] }', finds: 'information', ...CALLED_AT_OPEN },
    { model: 'gpt-4o', policy: 'hosting: { allow: [openai] }', finds: null, ...CALLED },
    { model: 'gpt-4o', policy: 'version: 1', finds: null, ...CALLED_AT_OPEN },
    // Where nothing says that a request stays in the countries that it is bound to, people look.
    {
      ...APAC,
      policy: 'hosting: { processedIn: [JP] }',
      finds: 'warning',
      says: 'may be processed in SG, where',
    },
    { ...APAC, policy: 'hosting: { processedIn: [JP, SG] }', finds: null },
    // A region of a host is no union of countries: some that it may be are in none.
    { ...EUROPE, policy: 'hosting: { processedIn: [EU] }', finds: 'warning', says: 'processed in CH, where' },
    { ...EUROPE, policy: 'hosting: { processedIn: [EU, CH] }', finds: null },
    { ...EUROPE, policy: 'hosting: { allow: [US, EU] }', finds: 'warning', says: 'may be processed in CH' },
    { ...EUROPE, policy: 'hosting: { allow: [US, EU, CH] }', finds: null },
    { ...EUROPE, policy: 'hosting: { allow: [bedrock] }', finds: null },
    // Where only a contract says it, the policy answers for the host; not for what a name says.
    { ...EUROPE, policy: 'hosting: { processedIn: [EU, bedrock] }', finds: null },
    { model: 'gpt-4o', policy: 'hosting: { processedIn: [EU, openai] }', finds: null, ...CALLED },
    {
      ...EUROPE,
      policy: 'hosting: { allow: [bedrock], processedIn: [EU] }',
      finds: 'warning',
      says: 'processed in CH, where',
    },
    { model: 'gpt-4o', policy: 'hosting: { processedIn: [JP] }', finds: 'warning', ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { processedIn: [JP] }', finds: 'warning', ...CALLED_AT_OPEN },
    { model: QWEN, policy: 'hosting: { processedIn: [JP] }', finds: 'warning', ...ROUTED },
    // A policy that only bounds where requests are processed answers for a host that it names, whoever runs that.
    { model: QWEN, policy: 'hosting: { processedIn: [JP] }', finds: 'warning', ...UNKNOWN_HOST },
    {
      model: QWEN,
      policy: 'hosting: { processedIn: [JP, llm.partner.example] }',
      finds: null,
      ...UNKNOWN_HOST,
    },
    { model: QWEN, policy: 'hosting: { processedIn: [JP, openrouter] }', finds: null, ...ROUTED },
    {
      model: QWEN,
      policy: 'hosting: { deny: [CN], processedIn: [JP, llm.partner.example] }',
      finds: 'warning',
      says: 'whose operator is unknown',
      ...UNKNOWN_HOST,
    },
    {
      model: QWEN,
      policy: 'hosting: { warn: [CN], processedIn: [JP, llm.partner.example] }',
      finds: 'information',
      says: 'whose operator is unknown',
      ...UNKNOWN_HOST,
    },
    { model: QWEN, policy: 'hosting: { processedIn: [JP] }', finds: null },
    { ...APAC, policy: 'hosting: { deny: [SG] }', finds: 'warning', says: 'may be processed in SG' },
    { ...APAC, policy: 'hosting: { warn: [JP] }', finds: 'warning', says: 'may be processed in JP' },
    { ...APAC, policy: 'hosting: { deny: [KR] }', finds: null },
    { ...APAC, policy: 'hosting: { allow: [bedrock], deny: [KR] }', finds: null },
    {
      ...APAC,
      model: 'global.anthropic.claude-x-v1:0',
      policy: 'hosting: { allow: [US] }',
      finds: 'warning',
      says: 'may be processed in JP',
    },
    { model: 'gpt-4o', policy: 'hosting: { warn: [US] }', finds: 'warning', says: 'review', ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { warn: [CN] }', finds: null, ...CALLED },
    { model: 'gpt-4o', policy: 'hosting: { warn: [US], deny: [openai] }', finds: null, ...CALLED },
    { model: QWEN, policy: 'hosting: { warn: [self] }', finds: 'warning' },
    // Who runs it is unknown: no pass under lists of allowed and denied hosts, and told under the other.
    {
      model: 'gpt-4o',
      policy: 'hosting: { allow: [US] }',
      finds: 'warning',
      says: 'Who runs gpt-4o is unknown',
      registry: 'other',
      reference: { host: null },
      ...CALLED,
    },
    {
      model: 'gpt-4o',
      policy: 'hosting: { deny: [CN] }',
      finds: 'warning',
      registry: 'other',
      reference: { host: null },
      ...CALLED,
    },
    {
      model: 'gpt-4o',
      policy: 'hosting: { warn: [CN] }',
      finds: 'information',
      registry: 'other',
      reference: { host: null },
      ...CALLED,
    },
    { model: 'llama', policy: 'hosting: { allow: [US] }', finds: 'warning', registry: 'groq', ...CALLED },
    { model: 'llama', policy: 'hosting: { deny: [openai] }', finds: null, registry: 'groq', ...CALLED },
    {
      model: 'gpt-4o',
      policy: 'version: 1',
      finds: null,
      registry: 'other',
      reference: { host: null },
      ...CALLED,
    },
  ],
  'service/terms': [
    {
      model: 'gpt-4o',
      policy: 'use: { trainsOnOutputs: true }',
      finds: 'warning',
      says: 'compete',
      ...CALLED,
    },
    { model: 'gpt-4o', policy: 'use: { trainsOnOutputs: false }', finds: null, ...CALLED },
    // The weights are free; who calls them agrees to the terms of the host all the same.
    {
      model: MISTRAL,
      policy: 'use: { trainsOnOutputs: true }',
      finds: 'warning',
      registry: 'anthropic',
      ...CALLED,
    },
    { model: MISTRAL, policy: 'use: { trainsOnOutputs: true }', finds: null },
    { model: 'gpt-4o', finds: null, ...CALLED },
  ],
  'model/retired': [
    // What is loaded is fetched from the Hub, and not by its service for calls.
    {
      model: 'meta-llama/Llama-2-7b',
      policy: 'version: 1',
      finds: 'error',
      says: 'ended at Hugging Face Hub on 2025-11-13',
    },
    {
      model: 'gpt-35',
      registry: 'azure',
      policy: 'version: 1',
      finds: 'information',
      says: 'All versions of gpt-35 that are recorded at Azure OpenAI have ended, the last on 2025-05-31',
      ...CALLED,
    },
    { model: 'gpt-35', registry: 'azure', today: '2025-03-01', finds: null, ...CALLED },
    { model: 'gpt-5', registry: 'azure', finds: null, ...CALLED },
    { model: 'qwen-old', registry: 'alibaba', finds: null, ...CALLED },
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: 'error',
      says: 'ended at Anthropic on 2025-07-21; its successor is claude-sonnet-4-5',
      ...CALLED,
    },
    { model: 'claude-2.1', finds: 'warning', ...CALLED },
    {
      model: 'claude-1.3',
      registry: 'anthropic',
      finds: 'warning',
      says: 'its successor is claude-promised, which may have ended since 2026-01-01',
      ...CALLED,
    },
    { model: 'claude-2.1', policy: 'version: 1', finds: null, today: '2025-07-01', ...CALLED },
    { model: 'claude-3-opus', policy: 'version: 1', finds: null, ...CALLED },
    { model: 'claude-3-opus', policy: 'version: 1', finds: 'error', today: '2027-01-05', ...CALLED },
    // The same name at another host has days of its own.
    { model: 'claude-2.1', policy: 'version: 1', finds: null, registry: 'bedrock', ...CALLED },
    // At another host of its maker it may have ended as well.
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: 'information',
      says: 'ended at Anthropic on 2025-07-21; its successor is claude-sonnet-4-5; nothing is recorded of Claude Cloud',
      reference: { host: 'claude-cloud' },
      role: 'calls',
    },
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: null,
      today: '2025-07-01',
      reference: { host: 'claude-cloud' },
      role: 'calls',
    },
    // Who forwards to the maker may forward to others: the maker's calendar is no proof.
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: 'information',
      says: 'ended at Anthropic on 2025-07-21; its successor is claude-sonnet-4-5; nothing is recorded of openrouter',
      reference: { host: 'openrouter', id: 'anthropic/claude-2.1' },
      role: 'calls',
    },
    // References have the name without its maker.
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: 'information',
      says: 'nothing is recorded of openrouter',
      reference: { host: 'openrouter' },
      role: 'calls',
    },
    // Nobody knows who is asked, who may have a model of the name.
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: 'information',
      says: 'ended at Anthropic on 2025-07-21; its successor is claude-sonnet-4-5; who is called here is not known',
      reference: { host: null },
      role: 'calls',
      registry: 'anthropic',
    },
    // A name of a gateway has its maker in it, and the maker ended it.
    {
      model: 'claude-2.1',
      policy: 'version: 1',
      finds: 'information',
      says: 'ended at Anthropic on 2025-07-21; its successor is claude-sonnet-4-5; nothing is recorded of openrouter; who is called here is not known',
      reference: { host: null, id: 'anthropic/claude-2.1' },
      role: 'calls',
      registry: 'openrouter',
    },
    {
      model: 'claude-sonnet-4-5',
      policy: 'version: 1',
      finds: null,
      reference: { host: null, id: 'anthropic/claude-sonnet-4-5' },
      role: 'calls',
      registry: 'openrouter',
    },
    // The name of a deployment is its owner's.
    {
      model: 'gpt-4o',
      policy: 'version: 1',
      finds: 'information',
      says: 'If the deployment gpt-4o',
      registry: 'azure',
      ...CALLED,
    },
    // What deploys it says which model it runs.
    {
      model: 'gpt-4o',
      policy: 'version: 1',
      finds: 'error',
      says: 'gpt-4o ended at Azure OpenAI on 2026-01-01',
      registry: 'azure',
      ...CALLED,
      reference: { host: 'azure', isDeployed: true },
    },
    // Its owner says what it runs.
    {
      model: 'triage-prod',
      policy: 'describe: { triage-prod: { base: gpt-4o-0513, license: openai-terms } }',
      finds: 'error',
      says: 'triage-prod (gpt-4o-0513) ended at Azure OpenAI on 2026-02-01',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'triage-prod',
      policy: 'describe: { triage-prod: { base: acme/triage }, acme/triage: { base: gpt-4o-0513 } }',
      finds: 'error',
      says: 'triage-prod (gpt-4o-0513) ended at Azure OpenAI on 2026-02-01',
      registry: 'azure',
      ...CALLED,
    },
    {
      model: 'triage-prod',
      policy: 'describe: { triage-prod: { base: gpt-5, license: openai-terms } }',
      finds: null,
      registry: 'azure',
      ...CALLED,
    },
    // A version stands beside the name of a model.
    {
      model: 'gpt-4o',
      policy: 'version: 1',
      finds: 'error',
      says: 'gpt-4o-0513 ended at Azure OpenAI on 2026-02-01',
      registry: 'azure',
      ...CALLED,
      reference: { revision: { value: '0513', immutable: false } },
    },
    { model: 'claude-sonnet-4-5', policy: 'version: 1', finds: null, ...CALLED },
    { model: 'nobody/nothing', policy: 'version: 1', finds: null },
  ],
  'model/ending': [
    {
      model: 'claude-promised',
      registry: 'anthropic',
      policy: 'version: 1',
      finds: 'hint',
      says: 'claude-promised may have ended at Anthropic since 2026-01-01',
      ...CALLED,
    },
    { model: 'claude-promised', registry: 'anthropic', today: '2025-12-31', finds: null, ...CALLED },
    {
      model: 'claude-3-opus',
      policy: 'version: 1',
      finds: 'warning',
      says: 'ends at Anthropic on 2027-01-05;',
      ...CALLED,
    },
    ...[
      ['2026-12-05', '2027-01-05;'],
      ['2026-12-06', '2027-01-05 (in 30 days);'],
      ['2027-01-04', '2027-01-05 (tomorrow);'],
    ].map(([today = '', end = '']) => ({
      model: 'claude-3-opus',
      policy: 'version: 1',
      finds: 'warning' as const,
      today,
      says: `ends at Anthropic on ${end}`,
      ...CALLED,
    })),
    {
      model: 'claude-3-opus',
      policy: 'lifecycle: { warnBefore: 30d }',
      finds: 'information',
      ...CALLED,
    },
    { model: 'claude-3-opus', policy: 'lifecycle: { warnBefore: 6w }', finds: 'warning', ...CALLED },
    { model: 'claude-3-opus', finds: 'information', ...CALLED },
    { model: 'claude-old', policy: 'version: 1', finds: 'information', registry: 'anthropic', ...CALLED },
    { model: 'claude-2.1', policy: 'version: 1', finds: null, ...CALLED },
  ],
  'model/renamed': [
    {
      model: 'THUDM/glm-4-9b-chat',
      policy: 'version: 1',
      finds: 'information',
      says: 'now called zai-org/glm-4-9b-chat',
    },
    { model: 'zai-org/glm-4-9b-chat', policy: 'version: 1', finds: null },
    { model: 'llama3.1:8b', policy: 'version: 1', registry: 'ollama', finds: null },
    { model: 'THUDM/glm-4-9b-chat', finds: null },
  ],
  'model/unpinned-revision': [
    { model: QWEN, policy: 'version: 1', finds: 'hint', says: 'without a fixed revision' },
    { model: QWEN, policy: 'rules: { model/unpinned-revision: warning }', finds: 'warning' },
    {
      model: QWEN,
      policy: 'version: 1',
      reference: { revision: { value: 'main', immutable: false } },
      finds: 'hint',
      says: '"main", which can move',
    },
    {
      model: QWEN,
      policy: 'version: 1',
      reference: { revision: { value: 'a'.repeat(40), immutable: true } },
      finds: null,
    },
    { model: QWEN, policy: 'version: 1', role: 'calls', finds: null },
    { model: 'qwen3:8b', policy: 'version: 1', registry: 'ollama', finds: null },
    { model: 'gpt-4o', policy: 'version: 1', finds: null, ...CALLED },
    { model: QWEN, finds: null },
  ],
};

const ALL = Object.entries(CASES).flatMap(([rule, cases]) => cases.map((one) => ({ rule, ...one })));

describe('scenarios', () => {
  it('cover every rule that looks at references, with at least 120 cases', () => {
    expect(Object.keys(CASES).sort()).toEqual(REFERENCE_RULES.map(({ code }) => code).sort());
    expect(ALL.length).toBeGreaterThanOrEqual(120);
    for (const cases of Object.values(CASES)) {
      expect(cases.some(({ finds }) => finds !== null)).toBe(true);
      expect(cases.some(({ finds }) => finds === null)).toBe(true);
    }
  });

  it.each(ALL)(
    '$rule: $model under $policy as $role → $finds',
    ({ rule, model, policy, finds, says, clause, ...scenario }) => {
      const findings = judged(model, policy, scenario);
      if (finds === null) {
        expect(codes(findings)).not.toContain(rule);
        return;
      }
      const found = findingOf(findings, rule);
      expect(found.severity).toBe(finds);
      if (says !== undefined) expect(words(found)).toContain(says);
      if (clause !== undefined)
        expect(found.decision).toMatchObject({
          kind: 'clause',
          clause: expect.stringMatching(clause) as string,
        });
    },
  );
});

describe('a finding', () => {
  const FOUND = ALL.filter(({ finds, policy }) => finds !== null && policy !== undefined);

  it.each(FOUND)(
    'of $rule about $model is silenced by an exception for the model ($policy)',
    ({ rule, model, policy = '', ...scenario }) => {
      const excepted = (fields: string): readonly string[] =>
        codes(
          judged(model, `${policy}\nexceptions: [{ model: "${model}", reason: pilot${fields} }]`, scenario),
        );
      expect(excepted('')).not.toContain(rule);
      expect(excepted(`, rules: [${rule}]`)).not.toContain(rule);
      expect(excepted(', expires: 2025-01-01')).toContain(rule);
      expect(
        excepted(`, rules: [${rule === 'model/renamed' ? 'model/retired' : 'model/renamed'}]`),
      ).toContain(rule);
    },
  );

  it.each(FOUND)(
    'of $rule about $model names the model, in one line, and what decided',
    ({ rule, model, policy, ...scenario }) => {
      const found = findingOf(judged(model, policy, scenario), rule);
      expect(words(found)).not.toMatch(/\n|\{\d\}/);
      expect(words(found)).toContain(found.model);
      expect(words(found).length).toBeLessThan(260);
      expect(found.range).toEqual({ start: 0, end: model.length });
      if (/^(?:license\/(?:denied|warned)|origin|openness)/.test(rule))
        expect(found.decision).toMatchObject({ kind: 'policy', path: '.model-policy.yaml' });
      if (/^(?:license\/(?:non-commercial|threshold|region|output-training|use-policy)|lineage)/.test(rule))
        expect(found.decision).toMatchObject({ kind: 'clause' });
    },
  );
});

describe('a finding in a part of the project that is not the product', () => {
  const FOUND = ALL.filter(({ finds, policy }) => finds !== null && policy !== undefined);
  const severityIn = (part: Context, { rule, model, policy, ...scenario }: (typeof ALL)[number]): Severity =>
    findingOf(
      judged(model, policy, { ...scenario, reference: { ...scenario.reference, context: part } }),
      rule,
    ).severity;

  it.each(FOUND)('of $rule about $model is no more than the part lets it be ($policy)', (one) => {
    for (const part of ['test', 'docs', 'data', 'migration'] as const)
      expect(severityIn(part, one)).toBe('hint');
    for (const part of ['example', 'tooling'] as const)
      expect(['information', 'hint']).toContain(severityIn(part, one));
  });
});

describe('a finding whose deciding fact is a guess', () => {
  const GUESSED = ALL.filter(({ rule, finds, policy, isOfHost }) => {
    const { fact } = REFERENCE_RULES.find(({ code }) => code === rule) ?? {};
    return fact !== undefined && finds !== null && policy !== undefined && isOfHost !== true;
  });

  it('can be one of each rule that rests on a fact', () => {
    expect([...new Set(GUESSED.map(({ rule }) => rule))].sort()).toEqual(
      REFERENCE_RULES.filter(({ fact }) => fact !== undefined)
        .map(({ code }) => code)
        .sort(),
    );
  });

  it.each(GUESSED)('of $rule about $model is a warning at most, and says so ($policy)', (one) => {
    const { rule, model, policy, ...scenario } = one;
    const fact = REFERENCE_RULES.find(({ code }) => code === rule)?.fact ?? 'license';
    const context = contextOf(policy, scenario);
    const guess: Evidence = {
      fact,
      source: 'the name',
      date: TODAY,
      confidence: 'low',
      origin: 'inferred',
    };
    const lookup: Lookup = {
      ...context.lookup,
      find: (...asked) => {
        const known = context.lookup.find(...asked);
        return (
          known && {
            ...known,
            evidence: [
              ...known.evidence.filter((about) => about.fact !== fact && about.fact !== 'origin'),
              guess,
            ],
          }
        );
      },
    };
    const { findings } = evaluate(model, detection([reference(model, scenario)]), { ...context, lookup });
    const found = each(findings).find((finding) => finding.rule === rule);
    if (found === undefined) return;
    expect(found.severity).not.toBe('error');
    // Of a name that nobody knows there is no fact to guess at.
    if (context.lookup.find(model) === undefined) return;
    expect(words(found)).toContain('inferred from its family');
  });
});

describe('without a policy', () => {
  it('tells only real traps, and nothing above a warning', () => {
    const told = ALL.flatMap(({ model, role, registry }) =>
      judged(model, undefined, { ...(role && { role }), ...(registry && { registry }) }),
    );
    expect(new Set(told.map(({ severity }) => severity))).toEqual(
      new Set(['hint', 'information', 'warning']),
    );
    expect([...new Set(told.map(({ rule }) => rule))].sort()).toEqual([
      'license/non-commercial',
      'lineage/conflict',
      'lineage/relabelled',
      'model/ending',
      'model/retired',
      'model/unknown',
    ]);
  });

  it('has nothing to say of a plain open model', () => {
    for (const model of [MISTRAL, QWEN, LLAMA31, GEMMA]) expect(judged(model)).toEqual([]);
  });
});

describe('a model whose publisher closes it to people in the EU', () => {
  const found = (regions: string, claim: Partial<ModelClaim>, role: Role = 'loads'): readonly string[] => {
    const claims = createClaimStore();
    claims.add(QWEN, {
      model: QWEN,
      origin: 'hub',
      source: 'https://huggingface.co/Qwen',
      date: TODAY,
      confidence: 'high',
      ...claim,
    });
    const context = { ...contextOf(`use: { purpose: commercial, regions: [${regions}] }`), claims };
    return each(evaluate(QWEN, detection([reference(QWEN, { role })]), context).findings)
      .filter(({ rule }) => rule !== 'model/unpinned-revision')
      .map(
        ({ rule, severity, decision }) =>
          `${severity} ${rule} ${decision?.kind === 'fact' ? decision.source : ''}`,
      );
  };

  it('is a warning where the project is in the EU or one of its countries, with the card as its source', () => {
    for (const regions of ['EU', 'JP, DE']) {
      expect(found(regions, { euDisallowed: true })).toEqual([
        `warning license/region https://huggingface.co/Qwen, ${TODAY}`,
      ]);
    }
  });

  it('is none elsewhere, for one whose card says nothing of it, or for who only calls it', () => {
    expect([
      found('JP, GB', { euDisallowed: true }),
      found('EU', { gated: true }),
      found('EU', { euDisallowed: true }, 'calls'),
    ]).toEqual([[], [], []]);
  });
});
