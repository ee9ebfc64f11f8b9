/**
 * What OpenRouter and its like put behind a name to say how it is served: the route changes price and speed, not the
 * model.
 */
export const ROUTES = [':free', ':beta', ':nitro', ':floor', ':online', ':thinking', ':extended', ':exacto'];
