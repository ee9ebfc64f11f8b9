import { constants, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Alibaba Cloud's Model Studio (DashScope): `qwen-max`, `qwen3-coder-plus`. */
export const alibaba: RegistryDefinition = {
  kind: 'service',
  prefixes: ['dashscope', 'alibaba', 'aliyun'],
  providers: ['qwen', 'tongyi', 'bailian', 'aliyun'],
  ownerPrefixes: ['alibaba'],
  // https://github.com/dashscope/dashscope-sdk-python (generation.py), https://github.com/camel-ai/camel (enums.py)
  constants: [
    constants(/^(?:(?:import|from) )?dashscope\b|\bcamel\.types\b/m, 'Models ModelType', { hasWords: true }),
  ],
  // https://github.com/dashscope/dashscope-sdk-python (common/env.py): Beijing's
  homes: [{ client: /^[ \t]{0,40}(?:import|from)[ \t]+dashscope\b/m, address: 'dashscope.aliyuncs.com' }],
  factories: ['alibaba'],
  names: [
    ...names('word', 'qwen- qwen3- qwen-vl- qwen3-vl-', { isUnsized: true }),
    ...names('digit', 'text-embedding-v'),
  ],
  spelling: hostedBy('alibaba'),
  servesOthers: true,
};
