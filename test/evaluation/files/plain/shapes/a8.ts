expect(parseModel('provider/model-name')).toEqual({ provider: 'provider', model: 'model-name' });
const id = 'org/model';
it('x', () => { const m = { model: 'test/model' }; });
const m2 = { modelId: 'vendor/model-id' };
