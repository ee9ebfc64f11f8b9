import { ROUTES } from '../spelling/routes';
import { after, owned, without, type SpellingRule } from '../spelling/rule';

/** OpenRouter and its like: `vendor/name[:route]`; the route changes price and speed, not the model. */
export const openrouterSpelling: SpellingRule = (spelling) => {
  const name = without(after(spelling, ['openrouter/']) ?? spelling, ROUTES);
  return [{ registry: 'openrouter', spelling: name }, ...owned(name)];
};
