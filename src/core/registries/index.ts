import type { Registry } from '../vocabulary';
import { ai21 } from './ai21';
import { alibaba } from './alibaba';
import { amazon } from './amazon';
import { anthropic } from './anthropic';
import { azure } from './azure';
import { baseten } from './baseten';
import { bedrock } from './bedrock';
import { cerebras } from './cerebras';
import { cloudflare } from './cloudflare';
import { cohere } from './cohere';
import { databricks } from './databricks';
import { deepseek } from './deepseek';
import { docker } from './docker';
import { fireworks } from './fireworks';
import { google } from './google';
import { groq } from './groq';
import { huggingface } from './huggingface';
import { kaggle } from './kaggle';
import { local } from './local';
import { minimax } from './minimax';
import { mistral } from './mistral';
import { modelscope } from './modelscope';
import { moonshot } from './moonshot';
import { nvidia } from './nvidia';
import { oci } from './oci';
import { ollama } from './ollama';
import { openai } from './openai';
import { openrouter } from './openrouter';
import { other } from './other';
import { perplexity } from './perplexity';
import { reka } from './reka';
import { replicate } from './replicate';
import { sap } from './sap';
import { spacy } from './spacy';
import { timm } from './timm';
import { together } from './together';
import { torchhub } from './torchhub';
import { torchvision } from './torchvision';
import { ultralytics } from './ultralytics';
import { upstage } from './upstage';
import { vertex } from './vertex';
import { volcengine } from './volcengine';
import { voyage } from './voyage';
import { watsonx } from './watsonx';
import { whisper } from './whisper';
import { xai } from './xai';
import { zhipu } from './zhipu';
import type { RegistryDefinition } from './registry';

/** What is known of each registry. One without a definition does not compile; README.md says how to add one. */
export const DEFINITIONS: Readonly<Record<Registry, RegistryDefinition>> = {
  huggingface,
  ollama,
  openai,
  anthropic,
  google,
  bedrock,
  vertex,
  azure,
  mistral,
  cohere,
  groq,
  together,
  fireworks,
  openrouter,
  docker,
  modelscope,
  kaggle,
  nvidia,
  replicate,
  cloudflare,
  timm,
  spacy,
  torchvision,
  torchhub,
  ultralytics,
  whisper,
  deepseek,
  xai,
  alibaba,
  moonshot,
  zhipu,
  minimax,
  perplexity,
  ai21,
  voyage,
  reka,
  upstage,
  amazon,
  oci,
  volcengine,
  cerebras,
  databricks,
  watsonx,
  baseten,
  sap,
  other,
  local,
};
