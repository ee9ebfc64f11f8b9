import { describe, expect, it } from 'vitest';
import { isInAnswer, isInBlockOfAnswer } from '../../../src/core/detect/answers';
import { Brackets } from '../../../src/core/detect/brackets';

/** Whether the name `gpt-4o` of a text stands in a recorded answer. */
function isAnswer(text: string): boolean {
  const start = text.indexOf('gpt-4o');
  return isInAnswer(text, new Brackets(text), { start, end: start + 'gpt-4o'.length });
}

describe('a name in a recorded answer of a service', () => {
  it.each([
    '{ "model": "gpt-4o", "finish_reason": "stop" }',
    '{ "object": "chat.completion", "model": "gpt-4o" }',
    '{ "model": "gpt-4o", "usage": { "total": 5 } }',
    '{ "model": "gpt-4o", "object": "list" }',
    '{ "model": "gpt-4o", "first_id": "a" }',
    '{ "model": "gpt-4o", "modified_at": "2024-12-08", "size": 4 }',
    '{ "model": "gpt-4o", "created_at": "2024-12-08", "done": false }',
    '{ "name": "gpt-4o", "inputTokenLimit": 4096 }',
    'Response(model="gpt-4o", stop_reason="end_turn")',
    "['model' => 'gpt-4o', 'usage' => ['total' => 5]]",
    'Answer(model="gpt-4o", completion_tokens=5)',
    '{ "object" => "list", "model" => "gpt-4o", "usage" => { "prompt_tokens" => 8 } }',
    "['model' => 'gpt-4o', 'choices' => array(array('finish_reason' => 'stop'))]",
    // A record of a request and what came of it.
    '{ "model": "gpt-4o", "messages": [], "finish_reason": "stop" }',
    'dict(model="gpt-4o", messages=[], usage={"prompt_tokens": 5})',
  ])('is the one in %s', (text) => expect(isAnswer(text)).toBe(true));

  it.each([
    '{ "model": "gpt-4o", "messages": [] }',
    // A description of an assistant, which is asked.
    '{ "object": "assistant", "model": "gpt-4o", "instructions": "x", "created_at": 1, "tools": [] }',
    // A request of OpenRouter for its counts, and what people say or a callback does.
    '{ "model": "gpt-4o", "messages": m, "usage": { "include": true } }',
    'create(model="gpt-4o", extra_body={"usage": {"include": True}})',
    'create(model="gpt-4o", prompt="Usage: [options] FILE")',
    'create(model="gpt-4o", prompt=\'Say {"done": true, "next": 1}\')',
    'ask({ model: "gpt-4o", onFinish: ({ usage }) => log({ usage: usage }) })',
    // What stands outside of the mapping speaks of another one.
    '[{ "model": "gpt-4o" }, { "finish_reason": "stop" }]',
    // A list of names, and a block of statements, are no mappings.
    '["gpt-4o", "finish_reason: stop"]',
    'function f() { ask("gpt-4o"); usage = { a: 1 } }',
    'if (x) { use = gpt-4o; finish_reason = 1 }',
    'model = "gpt-4o"; finish_reason = "stop"',
    '{ "model": "gpt-4o", "max_tokens": 5 }',
    '{ "model": "gpt-4o", "done": "never" }',
    '{ "model": "gpt-4o", "object": "table" }',
  ])('is not the one in %s', (text) => expect(isAnswer(text)).toBe(false));
});

describe('a name in a string with events of an answer', () => {
  const event = (rest: string): string =>
    JSON.stringify(`data: {"id":"a","model":"gpt-4o"${rest}}\n\ndata: {"b":1}\n\n`);

  it.each([
    `{ "rawSSE": ${event(',"object":"chat.completion.chunk","choices":[]')} }`,
    `{ "raw": ${JSON.stringify('data: [1]\n\ndata: {"c":"say \\"n\\"","model":"gpt-4o","finish_reason":"stop"}\n')} }`,
    `S = ${JSON.stringify('event: message_start\ndata: {"message":{"model":"gpt-4o","usage":{"input_tokens":3}}}\n\n')}`,
    `{ "body": ${JSON.stringify('{"model":"gpt-4o","object":"chat.completion"}')} }`,
  ])('is one in %s', (text) => expect(isAnswer(text)).toBe(true));

  it.each([
    `{ "raw": ${event(',"temperature":1')} }`,
    `{ "body": ${JSON.stringify('{"model":"gpt-4o","messages":[{"content":"the finish_reason: stop"}]}')} }`,
    `{ "body": ${JSON.stringify('{"model":"gpt-4o","stream_options":{"include_usage":true}}')} }`,
    `{ "raw": ${JSON.stringify('data: {"object":"chat.completion"}\n\ndata: {"model":"gpt-4o"}\n\n')} }`,
    `{ "raw": ${JSON.stringify('use the model "gpt-4o", usage: {}')} }`,
  ])('is none in %s', (text) => expect(isAnswer(text)).toBe(false));
});

describe('the model of a block in YAML', () => {
  const isBlock = (text: string): boolean => isInBlockOfAnswer(text, text.indexOf('gpt-4o'));

  it.each([
    'body:\n  choices:\n  - index: 0\n    message:\n      content: a\n  model: gpt-4o\n  object: chat.completion\n  usage:\n    total: 3\n',
    'body:\n  data:\n  - embedding: []\n  object: "list"\n  model: "gpt-4o"\n',
    'model: gpt-4o\nobject: response\noutput:\n- type: message\n',
  ])('is that of an answer: %s', (text) => expect(isBlock(text)).toBe(true));

  it.each([
    'body:\n  model: gpt-4o\n  messages:\n  - content: a\n    role: user\n',
    'request:\n  model: gpt-4o\nanswer:\n  object: chat.completion\n',
    'body:\n  model: gpt-4o\n  expect:\n    object: chat.completion\n',
    'body:\n  model: gpt-4o\n  object: chat.completion of a request\n',
    'defaults:\n  model: gpt-4o\n  object: chat.completion\n  stream: true\n',
    'step:\n  model: gpt-4o\n  object: response\n  prompt: Write a reply\n',
    'body:\n  fallback: gpt-4o\n  object: chat.completion\n',
  ])('is that of a request or setting: %s', (text) => expect(isBlock(text)).toBe(false));
});
