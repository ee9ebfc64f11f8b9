import { message, type Message, render, type Translate } from '../message';

/** A policy to start from. */
export interface PolicyTemplate {
  readonly id: string;
  readonly title: Message;
  readonly about: Message;
  /** Its comments are in English; {@link templateIn} has them in another language. */
  readonly text: string;
}

/** What the comments of templates say. */
const COMMENTS: readonly Message[] = [
  message('Which AI models this project may use, and what for.'),
  message('commercial, internal, research or personal'),
  message('none, service, product or weights: how others get what is built'),
  message('where it is offered or developed'),
  message('results that can be repeated'),
  message('api-only, weights-available, open-weights or open-source'),
  message("Two-letter codes of ISO 3166-1. Put the countries of your organization's own list here."),
  message('As long as these lists are empty, every country is allowed.'),
  message('who released a model, or what it was made from'),
  message('who runs a model that is called; `self` is this project'),
  message('The seat of who runs a model. Where the data is processed stands in the contract with them.'),
  message('the Union and the members of EFTA'),
  message('globs on ids; a copy by somebody else is another model'),
];
const BY_TEXT: ReadonlyMap<string, Message> = new Map(COMMENTS.map((comment) => [comment.template, comment]));

/** The text of a template with its comments in a language; keys and values of a policy are the same in all. */
export function templateIn({ text }: PolicyTemplate, translate: Translate): string {
  return text.replace(/# (.+)$/gm, (whole, comment: string) => {
    const known = BY_TEXT.get(comment);
    return known === undefined ? whole : `# ${render(known, translate)}`;
  });
}

const COMMERCIAL_SERVICE = `use:
  purpose: commercial        # commercial, internal, research or personal
  distribution: service      # none, service, product or weights: how others get what is built
`;

export const POLICY_TEMPLATES: readonly PolicyTemplate[] = [
  template('permissive', {
    title: message('Permissive licenses only'),
    about: message('Apache-2.0, MIT and the like; every other license is denied.'),
    body: `${COMMERCIAL_SERVICE}
licenses:
  allow: ["category:permissive"]
  unknown: error
`,
  }),
  template('no-non-commercial', {
    title: message('Nothing non-commercial'),
    about: message('Any license that allows commercial use; conditions get a second look.'),
    body: `${COMMERCIAL_SERVICE}
licenses:
  warn: ["category:community-restricted", "category:responsible-ai"]
  deny: ["category:non-commercial"]
  unknown: warning
`,
  }),
  template('eu-product', {
    title: message('Product offered in the European Union'),
    about: message('Terms that leave the European Union out, and limits on users and revenue, are found.'),
    body: `use:
  purpose: commercial
  distribution: product
  regions: [EU]              # where it is offered or developed
  # monthlyActiveUsers: 50_000
  # annualRevenue: { USD: 2_000_000 }

licenses:
  warn: ["category:community-restricted", "category:responsible-ai"]
  deny: ["category:non-commercial"]
  unknown: warning
`,
  }),
  template('research', {
    title: message('Research'),
    about: message('Non-commercial licenses are fine; that the terms are known is not optional.'),
    body: `use:
  purpose: research
  distribution: none

licenses:
  unknown: warning

rules:
  model/unpinned-revision: warning   # results that can be repeated
`,
  }),
  template('open-weights', {
    title: message('Open weights only'),
    about: message('Models that can be run by oneself, without limits on fields of use or users.'),
    body: `${COMMERCIAL_SERVICE}
require:
  openness: open-weights     # api-only, weights-available, open-weights or open-source

licenses:
  deny: ["category:non-commercial"]
  unknown: warning
`,
  }),
  template('internal', {
    title: message('Internal tool'),
    about: message(
      'Used inside the organization only: what licenses ask of those who offer or ship stays silent.',
    ),
    body: `use:
  purpose: internal          # commercial, internal, research or personal
  distribution: none         # none, service, product or weights: how others get what is built

licenses:
  warn: ["category:non-commercial"]
  unknown: warning
`,
  }),
  template('countries', {
    title: message('Countries of concern'),
    about: message('Where models come from, and who runs those that are called, both by country.'),
    body: `${COMMERCIAL_SERVICE}
# Two-letter codes of ISO 3166-1. Put the countries of your organization's own list here.
# As long as these lists are empty, every country is allowed.
origins:
  deny: []                   # who released a model, or what it was made from
hosting:
  deny: []                   # who runs a model that is called; \`self\` is this project

licenses:
  deny: ["category:non-commercial"]
  unknown: warning
`,
  }),
  template('eea-hosting', {
    title: message('Hosted in the EU or EFTA'),
    about: message(
      'Models are run by the project itself, or by a company whose seat is in one of these countries.',
    ),
    body: `${COMMERCIAL_SERVICE}
# The seat of who runs a model. Where the data is processed stands in the contract with them.
hosting:
  allow: [self, EU, IS, LI, "NO", CH]   # the Union and the members of EFTA

licenses:
  deny: ["category:non-commercial"]
  unknown: warning
`,
  }),
  template('approved-only', {
    title: message('Approved models only'),
    about: message('Every model has to be on a list; others are denied, whatever their license.'),
    body: `${COMMERCIAL_SERVICE}
models:
  allow:                     # globs on ids; a copy by somebody else is another model
    - "mistralai/Mistral-7B-Instruct-v0.3"
    - "sentence-transformers/*"
  deny: ["*abliterated*", "*uncensored*"]

licenses:
  unknown: error
`,
  }),
];

function template(
  id: string,
  { title, about, body }: { readonly title: Message; readonly about: Message; readonly body: string },
): PolicyTemplate {
  return {
    id,
    title,
    about,
    text: `# Which AI models this project may use, and what for.\nversion: 1\n\n${body}`,
  };
}
