import { loader, names, words } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Anthropic's API: `claude-sonnet-4-5`, `claude-3-5-haiku-20241022`. */
export const anthropic: RegistryDefinition = {
  kind: 'service',
  prefixes: ['anthropic'],
  providers: ['claude'],
  apiHosts: ['api.anthropic.com'],
  clients: ['Anthropic'],
  // As the READMEs of Anthropic's own clients make them, and of Anthropic.SDK for .NET.
  makers: words(
    'AnthropicOkHttpClient AnthropicClient( Anthropic::Client.new Anthropic::client anthropic.NewClient',
  ),
  packages: words('github.com/anthropics/anthropic-sdk-go com.anthropic. Anthropic.SDK'),
  constants: {
    qualifiers: ['anthropic', 'Model', 'AnthropicChatModelName'],
    packages: ['anthropic-sdk-go', 'com.anthropic.models', 'langchain4j.model.anthropic'],
    leads: ['Model'],
  },
  factories: ['anthropic'],
  // https://github.com/anthropics/anthropic-sdk-python#configuring-the-http-client
  addressVariables: ['ANTHROPIC_BASE_URL'],
  loaders: [
    loader('pgai', 'anthropic_generate', { keywords: 'model', role: 'calls' }),
    loader('anthropic', 'Anthropic', { keywords: 'model model_name', role: 'calls', literalOnly: true }),
    loader('anthropic', 'ChatAnthropic AnthropicModel AnthropicChatGenerator chat_anthropic chat_claude', {
      keywords: 'model model_name modelName model_id',
      role: 'calls',
    }),
  ],
  keyWords: ['anthropic'],
  names: [
    ...names(
      'digit',
      'claude- claude-v claude-instant-v claude-instant- claude-opus- claude-sonnet- claude-haiku- ' +
        'claude-mythos- claude-fable-',
    ),
  ],
  spelling: hostedBy('anthropic'),
  triedWithoutForm: 2,
};
