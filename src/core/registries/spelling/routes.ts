/**
 * What OpenRouter and its like put behind a name to say how it is served: the route changes price and speed, not the
 * model.
 */
export const ROUTES = [':free', ':beta', ':nitro', ':floor', ':online', ':thinking', ':extended', ':exacto'];

/** A name with one of those that OpenRouter alone has: `:beta` may be a tag of any other. */
export const ROUTED = /:(?:free|nitro|floor|online|extended|exacto|thinking)$/;
