import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

const HEAD = 'package gateway.models_test\n\nimport rego.v1\nimport data.gateway.models\n\n';
const BODY = '{"method": "POST", "body": {"model": "deepseek-chat"}}';

describe('a request that rules of Rego are tried with', () => {
  it.each([
    ['a_test.rego', `test_blocked if {\n\tnot models.allow with input as ${BODY}\n}\n`],
    ['a_test.rego', 'test_blocked if {\n\tnot models.allow with input.body.model as "deepseek-chat"\n}\n'],
    [
      'a_test.rego',
      `request := ${BODY}\n\ntest_a if not models.allow with input as request\n\ntest_b if models.deny with input as request\n`,
    ],
    ['a_test.rego', `test_a if {\n\tmodels.allow with data.rules as [{"model": "deepseek-chat"}]\n}\n`],
  ])('asks nobody: %s %s', (path, text) => {
    expect(roles(HEAD + text, path)).toEqual([['deepseek-chat', 'lists']]);
  });

  it.each([
    ['a rule gives back', 'a.rego', `with_input if with input as 1\n\nroute := ${BODY}\n`],
    [
      'a rule sends',
      'a.rego',
      `answer := http.send({"url": "https://api.deepseek.com", "body": {"model": "deepseek-chat"}}) with input as 1\n`,
    ],
    [
      'is used for something else, too',
      'a.rego',
      `route := ${BODY}\n\ntest_a if models.allow with input as route\n\nanswer := route.body\n`,
    ],
    ['another language has', 'a.py', `ask({"model": "deepseek-chat"})  # with input as it is\n`],
  ])('leaves what %s: %s %s', (_, path, text) => {
    expect(roles((path.endsWith('.py') ? '' : HEAD) + text, path)).toEqual([['deepseek-chat', 'calls']]);
  });
});
