import { expect, it } from 'vitest';
import { candidates } from '../spelling/rules';
import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('anthropic', {
  found: [
    ['a.yaml', 'model: ⟦claude-3-7-sonnet:thinking|anthropic⟧'],
    ['a.json', '{"model": "⟦claude-sonnet-4-5[1m]|anthropic⟧"}'],
    ['a.py', 'ChatAnthropic(model="⟦claude-3-5-haiku-20241022|anthropic⟧")'],
    ['a.ts', "anthropic('⟦claude-sonnet-4-5|anthropic⟧')"],
    ['a.yaml', 'model: ⟦anthropic/claude-opus-4-1|anthropic⟧'],
  ],
  spelled: {
    'claude-opus-4-1[1m]': 'anthropic:claude-opus-4-1',
    'claude-3-5-sonnet-20241022': 'anthropic:claude-3-5-sonnet',
    'claude-haiku-4-5-v1': 'anthropic:claude-haiku-4-5',
    'bedrock-claude-sonnet-4-6': 'anthropic:claude-sonnet-4-6',
    'bedrock-claude-3-5-haiku-20241022-v1:0': 'anthropic:claude-3-5-haiku-20241022',
  },
  constants: [
    [
      'a.go',
      'import "github.com/liushuangls/go-anthropic/v2"\n' +
        'r := anthropic.R{Model: anthropic.⟦ModelClaudeOpus4V20250514|claude-opus-4-20250514⟧}',
    ],
    [
      'a.php',
      '<?php\nuse Anthropic\\Messages\\Model;\n$c->create(model: Model::⟦CLAUDE_OPUS_4_0|claude-opus-4-0⟧);',
    ],
    [
      'a.rb',
      'Anthropic::Client.new.create(model: Anthropic::Models::Model::⟦CLAUDE_3_OPUS_LATEST|claude-3-opus-latest⟧)',
    ],
    [
      'A.java',
      'import org.springframework.ai.anthropic.api.AnthropicApi;\n' +
        'o.model(AnthropicApi.ChatModel.⟦CLAUDE_3_OPUS|claude-3-opus⟧)',
    ],
    [
      'a.kt',
      'import ai.koog.prompt.executor.clients.anthropic.AnthropicModels\n' +
        'A(llmModel = AnthropicModels.⟦Sonnet_3_5|claude-3-5-sonnet⟧)',
    ],
    [
      'a.cs',
      'using Anthropic.SDK.Constants;\nvar p = new P { Model = AnthropicModels.⟦Claude4Opus|claude-4-opus⟧ };',
    ],
    [
      'a.rs',
      'use rig::providers::anthropic::{self, CLAUDE_3_OPUS};\n' +
        'fn f() { anthropic::new().agent(⟦CLAUDE_3_OPUS|claude-3-opus⟧) }',
    ],
    ['a.swift', 'import SwiftAnthropic\nlet p = P(model: .⟦claude21|claude-2.1⟧, messages: [])'],
    ['a.swift', 'import AnthropicSwiftSDK\nlet p = P(model: .⟦claude_3_Opus|claude-3-opus⟧, messages: [])'],
    [
      'a.dart',
      "import 'package:anthropic_sdk_dart/anthropic_sdk_dart.dart';\n" +
        'f(model: Model.model(Models.⟦claude3Opus20240229|claude-3-opus-20240229⟧));',
    ],
    [
      'a.php',
      '<?php\nuse Symfony\\AI\\Platform\\Bridge\\Anthropic\\Claude;\n' +
        '$m = new Claude(Claude::⟦SONNET_37|claude-3-7-sonnet⟧);',
    ],
    [
      'a.php',
      '<?php\nuse LLPhant\\AnthropicConfig;\n$c = new C(AnthropicConfig::⟦CLAUDE_3_OPUS|claude-3-opus⟧);',
    ],
    [
      'a.py',
      'from camel.types import ModelType\nm = create(model_type=ModelType.⟦CLAUDE_3_7_SONNET|claude-3-7-sonnet⟧)',
    ],
  ],
});

it('takes no other version for a model', () => {
  const names = (name: string): readonly string[] =>
    candidates(name, 'anthropic').flatMap((one) => ('spelling' in one ? [one.spelling] : []));
  expect(names('claude-v1')).not.toContain('claude');
  expect(names('claude-3-5-sonnet-v2')).not.toContain('claude-3-5-sonnet');
});
