import { describe, expect, it } from 'vitest';
import { isApiDescription } from '../../../src/core/detect/apiDescription';

describe('descriptions of interfaces', () => {
  it.each([
    ['api.yaml', 'openapi: 3.1.0\n'],
    ['api.yml', '# made by hand\nswagger: "2.0"\n'],
    ['events.yaml', "info:\n  title: x\nasyncapi: '2.6.0'\n"],
    ['api.json', '{"components": {"a": ["}"]}, "openapi": "3.0.1"}'],
    ['c.json', '{"info": {"schema": "https://schema.postman.com/json/collection/v2.1.0/"}}'],
    ['c.json', '{"_type": "export", "__export_format": 4}'],
    ['c.yaml', 'type: collection.insomnia.rest/5.0\n'],
    ['chat.bru', 'get {}\n'],
  ])('%s is one: %s', (path, text) => expect(isApiDescription(path, text)).toBe(true));

  it.each([
    ['package.json', '{"dependencies": {"openapi": "3.0.1"}}'],
    ['package.json', '{"a": ["\\"}"], "dependencies": {"swagger": "0.7.5"}}'],
    ['app.yaml', 'tools:\n  openapi: 3.0.0\n'],
    ['app.yaml', 'openapi: ./api.json\n'],
    ['app.py', 'openapi: 3.1.0\n'],
    ['gateway.yaml', 'openapi: 3.0.0\nx-kong-plugin-ai-proxy: {}\n'],
    ['gateway.json', '{"openapi": "3.0.1", "x-amazon-apigateway-integration": {}}'],
  ])('%s is none: %s', (path, text) => expect(isApiDescription(path, text)).toBe(false));

  it('looks at a long text in time that grows with it', () => {
    expect(isApiDescription('a.json', `{"a": "${'\\"{'.repeat(300_000)}", "openapi": "3.0.0"}`)).toBe(true);
  });
});
