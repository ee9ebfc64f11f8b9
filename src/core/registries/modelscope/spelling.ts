import { after, before, owned, type SpellingRule } from '../spelling/rule';

/** ModelScope: mostly the Hub's own ids; owners that only mirror others' models are compared by name. */
export const modelscopeSpelling: SpellingRule = (spelling) => {
  const path = before(
    after(spelling, [
      'https://modelscope.cn/models/',
      'https://www.modelscope.cn/models/',
      'modelscope://',
      'ms://',
      'modelscope/',
    ]) ?? spelling,
    '?#@',
  );
  const id = path.split('/', 2).join('/');
  const name = id.slice(id.indexOf('/') + 1);
  return [{ registry: 'modelscope', spelling: id }, ...owned(id), { name }];
};
