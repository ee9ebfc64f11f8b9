import { constants, loader, names, words } from '../define';
import { anthropicSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** `claude_v2_1`, `Claude35Sonnet` and `CLAUDE_4_OPUS`, `Sonnet_3_5`, `ClaudeOpus4V20250514`: as their letters come. */
function claudeLetters(letters: string): readonly string[] {
  const plain = letters.replace(/^claude/, '').replace(/v(?=\d)/, '');
  const [, first, line, last, rest = ''] =
    /^(\d{0,2})(opus|sonnet|haiku)(\d{0,2})(?=20\d{6}|\D|$)(.*)$/.exec(plain) ?? [];
  if (line === undefined) return [`claude${plain}`];
  const version = `${first}${last}`;
  const [older, newer] = [`claude${version}${line}${rest}`, `claude${line}${version}${rest}`];
  return /^[123]/.test(version) ? [older, newer] : [newer, older];
}

/** Models of Anthropic's API: `claude-sonnet-4-5`, `claude-3-5-haiku-20241022`. */
export const anthropic: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  prefixes: ['anthropic'],
  providers: ['claude'],
  apiHosts: ['api.anthropic.com'],
  clients: ['Anthropic'],
  // As the READMEs of Anthropic's own clients make them, and of Anthropic.SDK for .NET.
  makers: words(
    'AnthropicOkHttpClient AnthropicClient( Anthropic::Client.new Anthropic::client anthropic.NewClient',
  ),
  packages: words('github.com/anthropics/anthropic-sdk-go com.anthropic. Anthropic.SDK'),
  constants: [
    // https://pkg.go.dev/github.com/anthropics/anthropic-sdk-go#pkg-constants
    // https://pkg.go.dev/github.com/liushuangls/go-anthropic/v2#pkg-constants
    constants(/anthropic-sdk-go|go-anthropic/, 'anthropic', { leads: ['Model'] }),
    // https://github.com/anthropics/anthropic-sdk-java, -csharp, -ruby and -php (Model in each),
    // https://github.com/langchain4j/langchain4j (AnthropicChatModelName.java)
    constants(
      /com\.anthropic\.models|langchain4j\.model\.anthropic|Anthropic(?:\.Models|\\Messages)\b|\bAnthropic::/,
      'Model AnthropicChatModelName',
    ),
    // https://github.com/spring-projects/spring-ai (AnthropicApi.java), https://github.com/JetBrains/koog
    // (AnthropicModels.kt), https://github.com/tghamm/Anthropic.SDK (AnthropicModels.cs)
    constants(
      /springframework\.ai\.anthropic|koog\.prompt\.executor\.clients\.anthropic|\bAnthropic\.SDK\b/,
      'ChatModel AnthropicModels',
    ),
    // https://github.com/0xPlaygrounds/rig (providers/anthropic)
    constants(/\brig(?:_core)?::/, 'anthropic'),
    // https://github.com/jamesrochabrun/SwiftAnthropic, https://github.com/fumito-ito/AnthropicSwiftSDK (Model.swift)
    constants(/^import (?:SwiftAnthropic|AnthropicSwiftSDK)\s*$/m, 'Model -'),
    // https://github.com/davidmigloz/langchain_dart (anthropic_sdk_dart, model.dart)
    constants(/package:anthropic_sdk_dart\b/, 'Models'),
    // https://github.com/symfony/ai (Claude.php), https://github.com/LLPhant/LLPhant (AnthropicConfig.php)
    constants(/Bridge\\Anthropic\b|\bLLPhant\\/, 'Claude AnthropicConfig', { leads: ['VERSION_'] }),
    // https://github.com/camel-ai/camel (enums.py)
    constants(/\bcamel\.types\b/, 'ModelType'),
  ],
  respelled: claudeLetters,
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
  spelling: anthropicSpelling,
  triedWithoutForm: 2,
};
