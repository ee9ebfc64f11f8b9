import { constants, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Zhipu AI's (Z.ai's) API: `glm-4.5-air`, `embedding-3`. */
export const zhipu: RegistryDefinition = {
  kind: 'service',
  prefixes: ['zai', 'zhipu', 'zhipuai', 'zai-coding-plan', 'zhipuai-coding-plan'],
  providers: ['bigmodel', 'chatglm'],
  ownerPrefixes: ['zai', 'zhipuai'],
  // https://github.com/camel-ai/camel (enums.py)
  constants: [constants(/\bcamel\.types\b/, 'ModelType')],
  // https://github.com/MetaGLM/zhipuai-sdk-python-v4, https://github.com/zai-org/z-ai-sdk-python (_client.py)
  homes: [
    { client: /\bZhipuA[Ii](?:Client)?[ \t]{0,4}\(/, address: 'open.bigmodel.cn' },
    { client: /\bZaiClient[ \t]{0,4}\(/, address: 'api.z.ai' },
  ],
  factories: ['zhipu'],
  names: [
    ...names('digit', 'glm- cogview- cogvideox-'),
    ...names('digit', 'embedding-', { subjects: ['zhipu', 'bigmodel', 'chatglm'] }),
  ],
  spelling: hostedBy('zhipu'),
};
