import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('cloudflare', {
  found: [
    ['a.ts', "await env.AI.run('⟦@cf/meta/llama-3.1-8b-instruct|cloudflare⟧', {})"],
    [
      'a.sh',
      'curl https://api.cloudflare.com/client/v4/accounts/1/ai/run/⟦@cf/meta/llama-2-7b-chat-int8|cloudflare⟧',
    ],
  ],
  spelled: {
    '@cf/meta/llama-3.1-8b-instruct-fp8': 'huggingface:meta/llama-3.1-8b-instruct',
  },
});
