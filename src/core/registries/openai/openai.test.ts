import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('openai', {
  found: [
    ['a.py', 'ChatOpenAI(model="⟦gpt-4o-mini|openai⟧")'],
    ['a.ts', "embed({ model: openai.embedding('⟦text-embedding-3-small|openai⟧') })"],
    ['a.yaml', 'model: ⟦openai/gpt-4.1|openai⟧'],
    ['a.json', '{"model": "⟦o3-mini|openai⟧"}'],
    [
      'a.py',
      'import openai\nbot = ChatClient(model="support-bot-1")\n' +
        'openai.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=[])',
    ],
    ['a.cs', 'using OpenAI.Chat;\nvar c = new ChatClient(model: "⟦house-1|openai⟧", apiKey: k);'],
    ['a.fs', 'open OpenAI.Chat\nlet c = ChatClient(model = "⟦house-1|openai⟧", apiKey = k)'],
    ['a.vb', 'Imports OpenAI.Chat\nDim c = New ChatClient(model:="⟦house-1|openai⟧", apiKey:=k)'],
  ],
  spelled: {
    'gpt-4o-2024-08-06': 'openai:gpt-4o',
    'ft:gpt-4o-mini-2024-07-18:org::id': 'openai:gpt-4o-mini',
  },
  constants: [
    [
      'A.java',
      'import org.springframework.ai.openai.api.OpenAiApi;\no.model(OpenAiApi.ChatModel.⟦GPT_4_32K|gpt-4-32k⟧)',
    ],
    ['a.rb', 'OpenAI::Client.new.chat(model: OpenAI::ChatModel::⟦GPT_4_32K|gpt-4-32k⟧)'],
    ['a.scala', 'import io.cequence.openaiscala.domain.ModelId\nS(model = ModelId.⟦gpt_4o|gpt-4o⟧)'],
    [
      'a.kt',
      'import ai.koog.prompt.executor.clients.openai.OpenAIModels\n' +
        'AIAgent(e, OpenAIModels.Audio.⟦GPT4oAudio|gpt-4o-audio-preview⟧)',
    ],
    ['a.cs', 'using OpenAI.ObjectModels;\nvar r = new R { Model = Models.⟦Gpt_4_32k|gpt-4-32k⟧ };'],
    [
      'a.cs',
      'using static OpenAI.ObjectModels.Models;\nvar r = new R { Model = ⟦TextDavinciV3|text-davinci-003⟧ };',
    ],
    ['a.cs', 'using OpenAI_API.Models;\nvar r = new R { Model = Model.⟦GPT4_32k_Context|gpt-4-32k⟧ };'],
    ['a.cs', 'using OpenAI.Models;\nvar r = new ChatRequest(messages, Model.⟦GPT4_5|gpt-4.5-preview⟧);'],
    [
      'a.rs',
      'use rig::{agent::A, providers::{openai::{self, GPT_4}, gemini}};\n' +
        'fn f() { c.agent(openai::⟦GPT_4_32K_0613|gpt-4-32k-0613⟧); c.agent(⟦GPT_4|gpt-4⟧); }',
    ],
    ['a.rs', 'use openai_api_rs::v1::common::*;\nfn f() { R::new(⟦GPT4_O|gpt-4o⟧.to_string(), vec![]) }'],
    ['a.swift', 'import OpenAI\nlet q = ChatQuery(messages: [], model: .⟦gpt4_32k|gpt-4-32k⟧)'],
    [
      'a.swift',
      'import SwiftOpenAI\nlet q = P(messages: [], model: .⟦gpt4VisionPreview|gpt-4-vision-preview⟧)',
    ],
    [
      'a.dart',
      "import 'package:openai_dart/openai_dart.dart';\nf(model: M.model(ChatCompletionModels.⟦gpt432k|gpt-4-32k⟧));",
    ],
    [
      'a.php',
      '<?php\nuse Symfony\\AI\\Platform\\Bridge\\OpenAi\\Gpt;\n$m = new Gpt(Gpt::⟦GPT_4_TURBO|gpt-4-turbo⟧);',
    ],
    [
      'a.php',
      '<?php\nuse LLPhant\\Chat\\Enums\\OpenAIChatModel;\n$c->model = OpenAIChatModel::⟦Gpt4Omini|gpt-4o-mini⟧->value;',
    ],
    [
      'a.py',
      'from camel.types import ModelType\nm = create(model_type=ModelType.⟦GPT_4_5_PREVIEW|gpt-4.5-preview⟧)',
    ],
  ],
});
