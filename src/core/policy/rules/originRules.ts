import { hintedOrigins } from '../../lookup/origin';
import { hintOfOwnName, type OriginLink } from '../../model';
import { message, type Message } from '../../message';
import { OPENNESS_LEVELS } from '../../vocabulary';
import type { OriginSelector, Policy } from '../policy';
import { looksLikeCountry } from '../regions';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { rulingOnOrigin } from '../selectors';
import { byPolicy, nameOf } from './wording';

export const ORIGIN_DENIED: ReferenceRule = {
  code: 'origin/denied',
  severity: 'error',
  withoutPolicy: false,
  fact: 'publisher',
  summary: message('The model comes from where the policy does not allow'),
  checks: message(
    'The publisher and its country, and those of all bases, are compared with `origins.deny` and `origins.allow`. An organization named in a list stands for those it decides over too, and wins over its country. Where the server stands that runs the model plays no part.',
  ),
  why: message(
    'Procurement and export rules often look at who made a model, and a fine-tune does not change who made its base.',
  ),
  settle: [
    message('Replace the model with one of an allowed origin.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'origins: { deny: [CN] }\n# and in the code\nmodel = "Qwen/Qwen3-8B"',
  check: checkDenied,
};

export const ORIGIN_WARNED: ReferenceRule = {
  code: 'origin/warned',
  severity: 'warning',
  withoutPolicy: false,
  fact: 'publisher',
  summary: message('The policy asks for a second look at the origin, or it is not known'),
  checks: message(
    'The publisher and its country, and those of all bases, are compared with `origins.warn`. Where `origins.allow` or `origins.deny` has entries, a publisher or country that is not known is told here as well, and so is a base at which only a name hints; where only `origins.warn` has, or where under `origins.deny` only who re-packed a known model is not known, it is information.',
  ),
  why: message('Unknown is not the same as allowed: the model may come from a place that the policy denies.'),
  settle: [
    message('Find out who released the model, and state it under `describe` in the policy.'),
    message('Where only a name tells of a base, read the card and state the base.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'origins: { warn: [US] }\n# and in the code\nmodel = "gpt-4o"',
  check: checkWarned,
};

export const OPENNESS_BELOW_REQUIRED: ReferenceRule = {
  code: 'openness/below-required',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The model is less open than the policy requires'),
  checks: message(
    'The openness of the model is compared with `require.openness`: api-only, weights-available, open-weights, open-source. Not known is a warning, unless api-only is enough.',
  ),
  why: message(
    'What can only be called can be changed or switched off by others, and what carries limits on use is not open.',
  ),
  settle: [
    message('Replace the model with one that is open enough.'),
    message('Where it is not known, as of a model of your own, state it under `describe` in the policy.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'require: { openness: open-weights }\n# and in the code\nmodel = "gpt-4o"',
  check: checkOpenness,
};

/** The model itself and the bases that a source tells; a model nothing is known of is one link with nothing in it. */
function chainOf({ model, reference }: Subject): readonly OriginLink[] {
  const told = (model?.origin ?? []).filter(({ probable }) => probable !== true);
  return told.length === 0 ? [{ model: reference.id, organization: null, country: null }] : told;
}

/** What the name that its owner gave a deployment suggests of what it runs. */
function ownHintOf({ model }: Subject): OriginLink | undefined {
  return model && hintOfOwnName(model);
}

/** Bases that only a name hints at, also where nothing else is known of the model. */
function hintsOf({ model, reference, context: { catalog } }: Subject): readonly OriginLink[] {
  return model === undefined || model.origin.length === 0
    ? hintedOrigins(catalog, [{ model: reference.id }], [])
    : model.origin.filter((link) => link.probable === true && link !== hintOfOwnName(model));
}

/** Whether what is known of a link settles whether a list names it. Lists of organizations alone need no country. */
function isSettled({ organization, country }: OriginLink, list: readonly OriginSelector[]): boolean {
  return country !== null || (organization !== null && !list.some(({ value }) => looksLikeCountry(value)));
}

/** Who released a model and from where, as far as it is known: `Alibaba (CN)`. */
function placeOf({ organization, country }: OriginLink, { context }: Subject): string {
  const name =
    organization === null ? null : (context.catalog.organization(organization)?.name ?? organization);
  return name === null ? (country ?? '?') : country === null ? name : `${name} (${country})`;
}

function checkDenied(subject: Subject): Hit | undefined {
  const { policy } = subject.context;
  if (policy === undefined) return undefined;
  const hint = ownHintOf(subject);
  const suggested = hint && deniedByName(subject, hint, policy);
  if (suggested !== undefined) return suggested;
  for (const [index, link] of chainOf(subject).entries()) {
    const ruling = rulingOnOrigin(policy.origins, link, subject.context.catalog);
    if (ruling?.list === 'deny')
      return { message: denial(subject, link, index), decision: byPolicy(policy, ruling.selector) };
    const [first] = policy.origins.allow;
    if (ruling === undefined && first !== undefined && isSettled(link, policy.origins.allow))
      return { message: notListed(subject, link, index), decision: byPolicy(policy, first) };
  }
  return undefined;
}

/** That the maker at whom a chosen name hints is denied: such a name lets nothing pass, and what it suggests may be so. */
function deniedByName(subject: Subject, link: OriginLink, policy: Policy): Hit | undefined {
  const ruling = rulingOnOrigin(policy.origins, link, subject.context.catalog);
  const place = placeOf(link, subject);
  if (ruling?.list === 'deny')
    return {
      message: message(
        'The name {0}, which its owner chose, suggests that it comes from {1}, which the policy denies',
        nameOf(subject),
        place,
      ),
      decision: byPolicy(policy, ruling.selector),
    };
  const [first] = policy.origins.allow;
  if (ruling !== undefined || first === undefined || !isSettled(link, policy.origins.allow)) return undefined;
  return {
    message: message(
      'The name {0}, which its owner chose, suggests that it comes from {1}, which is not among the origins the policy allows',
      nameOf(subject),
      place,
    ),
    decision: byPolicy(policy, first),
  };
}

function denial(subject: Subject, link: OriginLink, index: number): Message {
  const place = placeOf(link, subject);
  if (index === 0) return message('{0} comes from {1}, which the policy denies', nameOf(subject), place);
  return message(
    '{0} is made from {1}, which comes from {2}: the policy denies that',
    nameOf(subject),
    link.model,
    place,
  );
}

function notListed(subject: Subject, link: OriginLink, index: number): Message {
  const place = placeOf(link, subject);
  if (index === 0)
    return message(
      '{0} comes from {1}, which is not among the origins the policy allows',
      nameOf(subject),
      place,
    );
  return message(
    '{0} is made from {1}, which comes from {2}: that is not among the origins the policy allows',
    nameOf(subject),
    link.model,
    place,
  );
}

function checkWarned(subject: Subject): Hit | undefined {
  const { policy } = subject.context;
  if (policy === undefined) return undefined;
  const chain = chainOf(subject);
  for (const [index, link] of chain.entries()) {
    const ruling = rulingOnOrigin(policy.origins, link, subject.context.catalog);
    if (ruling?.list !== 'warn') continue;
    const place = placeOf(link, subject);
    const text =
      index === 0
        ? message('{0} comes from {1}, which the policy asks to review', nameOf(subject), place)
        : message(
            '{0} is made from {1}, which comes from {2}: the policy wants that looked at',
            nameOf(subject),
            link.model,
            place,
          );
    return { message: text, decision: byPolicy(policy, ruling.selector) };
  }
  const hint = ownHintOf(subject);
  // What its name suggests is told as denied: that it is not known either adds nothing.
  if (hint !== undefined && deniedByName(subject, hint, policy) !== undefined) return undefined;
  return hintedOrigin(subject, policy) ?? unknownOrigin(subject, policy, chain);
}

/** A name is no proof of a base and no reason to let the model pass: where the policy does not allow that origin, people look. */
function hintedOrigin(subject: Subject, policy: Policy): Hit | undefined {
  const [first] = policy.origins.allow;
  for (const link of hintsOf(subject)) {
    const ruling = rulingOnOrigin(policy.origins, link, subject.context.catalog);
    const unlisted = isSettled(link, policy.origins.allow) ? first : undefined;
    const selector = ruling === undefined ? unlisted : ruling.selector;
    if (ruling?.list === 'allow' || selector === undefined) continue;
    return {
      message: message(
        'A name suggests that {0} is made from {1}, which comes from {2}, and no source records its base: the policy asks for a review',
        nameOf(subject),
        link.model,
        placeOf(link, subject),
      ),
      decision: byPolicy(policy, selector),
    };
  }
  return undefined;
}

/** An unknown origin may be one that is denied or not allowed, which has to be found out; where it could at most be under review, it is told. */
function unknownOrigin(subject: Subject, policy: Policy, chain: readonly OriginLink[]): Hit | undefined {
  const { allow, deny, warn } = policy.origins;
  const lists = [...allow, ...deny, ...warn];
  const [first] = lists;
  const open = chain.filter(
    (link) =>
      !isSettled(link, lists) && rulingOnOrigin(policy.origins, link, subject.context.catalog) === undefined,
  );
  const missing = open.find((link) => !isOfPacker(subject, link)) ?? open[0];
  if (first === undefined || missing === undefined) return undefined;
  const isLight = allow.length === 0 && (deny.length === 0 || isOfPacker(subject, missing));
  const text =
    missing === chain[0]
      ? originText(subject, missing)
      : message(
          '{0} is made from {1}, whose origin is unknown, and the policy has lists of origins',
          nameOf(subject),
          missing.model,
        );
  return {
    message: text,
    decision: byPolicy(policy, first),
    ...(isLight && { severity: 'information' as const }),
  };
}

/** Who re-packed a model did not make it: lists that deny origins mean that of the original. */
function isOfPacker({ model }: Subject, link: OriginLink): boolean {
  return model !== undefined && model.copyOf !== null && link === model.origin[0] && model.origin.length > 1;
}

/** Who published the model is often known where the country is not: of a person, or of who only re-packed it. */
function originText(subject: Subject, { organization }: OriginLink): Message {
  const publisher =
    organization === null ? undefined : subject.context.catalog.organization(organization)?.name;
  return publisher === undefined
    ? message('Where {0} comes from is unknown, and the policy has lists of origins', nameOf(subject))
    : message(
        '{0} comes from {1}, whose country is unknown, and the policy has lists of origins',
        nameOf(subject),
        publisher,
      );
}

function checkOpenness(subject: Subject): Hit | undefined {
  const {
    model,
    context: { policy },
  } = subject;
  const wanted = policy?.requireOpenness;
  if (policy === undefined || wanted === undefined || wanted === null) return undefined;
  const decision = byPolicy(policy, wanted);
  const level = model?.openness.level ?? 'unknown';
  const least = OPENNESS_LEVELS.indexOf(wanted.level);
  if (least === 0) return undefined; // Every model is that open, an unknown one too.
  if (level === 'unknown') {
    return {
      message: message(
        'The openness of {0} is unknown, and the policy requires {1}: find out, and state it under `describe`',
        nameOf(subject),
        wanted.level,
      ),
      decision,
      severity: 'warning',
    };
  }
  if (OPENNESS_LEVELS.indexOf(level) >= least) return undefined;
  return {
    message: message('{0} is {1}; the policy requires {2}', nameOf(subject), level, wanted.level),
    decision,
  };
}
