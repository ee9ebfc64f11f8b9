import { message, type Message } from '../message';
import {
  CONTEXTS,
  LICENSE_CATEGORIES,
  REGISTRIES,
  type Context,
  type LicenseCategory,
  type OpennessLevel,
  type Severity,
} from '../vocabulary';
import { OBLIGATION_WORDS, RESTRICTION_WORDS } from '../wording';
import {
  BARRED_RESTRICTIONS,
  DATASET_FACTS,
  INVENTORY_FACTS,
  type DatasetFact,
  type InventoryFact,
} from './policy';
import type { Choice, Field, ListShape, MapShape, ScalarShape, Shape, TextForm } from './shape';

/** The form of `.model-policy.yaml`. */
const POLICY_VERSION = 1;

function field(name: string, about: Message, shape: Shape): Field {
  return { name, about, shape };
}

function required(name: string, about: Message, shape: Shape): Field {
  return { name, about, shape, required: true };
}

function text(form: TextForm): ScalarShape {
  return { kind: 'text', form };
}

function listOf(form: TextForm): ListShape {
  return { kind: 'list', item: text(form) };
}

function choices<T extends string>(about: Readonly<Record<T, Message>>): Choice[] {
  return Object.entries<Message>(about).map(([value, words]) => ({ value, about: words }));
}

const SEVERITY_CHOICES = choices<Severity | 'off'>({
  error: message('Fails the audit'),
  warning: message('Is shown as a warning'),
  information: message('Is shown as information'),
  hint: message('Is shown as a hint in the editor only'),
  off: message('Is not reported'),
});

const OPENNESS_CHOICES = choices<OpennessLevel>({
  'api-only': message('Also models that can only be called'),
  'weights-available': message('Weights can be had, on restricted terms'),
  'open-weights': message('Weights under terms without limits on fields of use or users'),
  'open-source': message('Weights, code and information on the data, all under open terms'),
});

/** What each category means, also for completions of `category:`. */
export const CATEGORY_CHOICES = choices<LicenseCategory>({
  permissive: message('Notices must be kept, little else'),
  'weak-copyleft': message('Changes to the licensed part keep its license'),
  copyleft: message('What is built from it keeps its license'),
  'responsible-ai': message('Open but for a list of uses that are barred, passed on to all recipients'),
  'community-restricted': message('Free within limits on users, size, fields or regions'),
  'non-commercial': message('Not for commercial use'),
  'no-derivatives': message('Changed versions may not be shared'),
  'proprietary-api': message("Used through an interface, under its operator's terms"),
  'none-stated': message('The model card states no license'),
  unknown: message('Nothing is known of the license'),
});

const USE: MapShape = {
  kind: 'map',
  fields: [
    field('purpose', message('What the project is for. Decides whether non-commercial terms bar a model.'), {
      kind: 'choice',
      choices: choices({
        commercial: message('Sold, or run for profit'),
        internal: message('Used inside an organization only'),
        research: message('Research that is not commercial'),
        personal: message('Private use'),
      }),
    }),
    field('distribution', message('How what is built reaches others. Decides which obligations apply.'), {
      kind: 'choice',
      choices: choices({
        none: message('Stays inside'),
        service: message('Others use it over a network'),
        product: message('Others receive software that uses the model'),
        weights: message('Others receive the weights themselves'),
      }),
    }),
    field(
      'regions',
      message('Where it is offered or developed: country codes (ISO 3166-1 alpha-2) or `EU`.'),
      listOf('region'),
    ),
    field(
      'seat',
      message(
        'Country of the principal place of business, or of domicile (ISO 3166-1 alpha-2): some licenses leave out only who is seated in a region. Companies with seats in different countries have a policy each.',
      ),
      text('country'),
    ),
    field(
      'monthlyActiveUsers',
      message(
        'Monthly active users, for licenses with a limit on them. Count affiliates where the license does.',
      ),
      { kind: 'count' },
    ),
    field(
      'annualRevenue',
      message(
        'Yearly revenue by currency, for licenses with a limit on it. A limit is only compared with a figure in its own currency.',
      ),
      {
        kind: 'map',
        fields: [
          field('USD', message('In US dollars'), { kind: 'count' }),
          field('EUR', message('In euros'), { kind: 'count' }),
          field('JPY', message('In Japanese yen'), { kind: 'count' }),
          field('CNY', message('In Chinese yuan'), { kind: 'count' }),
        ],
      },
    ),
    field('annualRevenueUsd', message('The same in US dollars, as `annualRevenue: { USD: … }`.'), {
      kind: 'count',
    }),
    field('trainsOnOutputs', message('Whether other models are trained on the output of these.'), {
      kind: 'boolean',
    }),
  ],
};

const LICENSES: MapShape = {
  kind: 'map',
  fields: [
    field(
      'allow',
      message('Licenses that may be used. With an entry here, every license that no list names is denied.'),
      listOf('selector'),
    ),
    field('warn', message('Licenses that need a second look.'), listOf('selector')),
    field(
      'deny',
      message(
        'Licenses that may not be used. A license named by key wins over its category; then deny wins over warn over allow.',
      ),
      listOf('selector'),
    ),
    field(
      'unknown',
      message(
        'What to do where the license is not known or the card states none. It is never taken for allowed.',
      ),
      {
        kind: 'choice',
        choices: SEVERITY_CHOICES,
      },
    ),
  ],
};

const ORIGINS: MapShape = {
  kind: 'map',
  fields: [
    field(
      'allow',
      message('Countries, `EU` or organizations whose models may be used. Empty allows all.'),
      listOf('origin'),
    ),
    field(
      'warn',
      message("Origins that need a second look. A derivative's bases count too."),
      listOf('origin'),
    ),
    field('deny', message("Origins that may not be used. A derivative's bases count too."), listOf('origin')),
  ],
};

const HOSTING: MapShape = {
  kind: 'map',
  fields: [
    field(
      'allow',
      message(
        "Hosts that may run a called model: ids, addresses, countries of the operator, `EU`, or `self` for the project's own machines. With an entry here, all others are denied, also an address whose operator nobody knows. A host that is listed may process in any of its regions, unless `processedIn` bounds them: `deny` bars a region by its country, and also hosts whose operator is in it.",
      ),
      listOf('host'),
    ),
    field('warn', message('Hosts, or countries of their operators, that need a review.'), listOf('host')),
    field(
      'deny',
      message(
        'Hosts that may not run a called model. A host, the country of its operator or the region of processing: one of them denied is denied.',
      ),
      listOf('host'),
    ),
    field(
      'processedIn',
      message(
        'Countries, or `EU`, in which requests to called models may be processed, whoever runs them; and hosts whose contract says so where no address, region or name does.',
      ),
      listOf('host'),
    ),
  ],
};

const LIFECYCLE: MapShape = {
  kind: 'map',
  fields: [
    field(
      'warnBefore',
      message(
        'How long before a host switches a called model off that is a warning: days or weeks, as in `60d` or `8w`.',
      ),
      text('duration'),
    ),
  ],
};

const OF_MODEL = required(
  'model',
  message('The model id it is for; `*` stands for part of a name, `**` for anything.'),
  text('glob'),
);
const APPROVER = field('approvedBy', message('Who decided.'), text('prose'));

const EXCEPTION: MapShape = {
  kind: 'map',
  fields: [
    OF_MODEL,
    field('rules', message('The rule codes it silences; all of them when left out.'), {
      ...listOf('rule'),
      empty: message(
        'No rule is named, so nothing is silenced: name rules, or leave the key out for all of them',
      ),
    }),
    field(
      'paths',
      message("Globs on the files it is for, relative to the policy's folder; all when left out."),
      {
        ...listOf('glob'),
        empty: message(
          'No path is named, so nothing is silenced: name globs, or leave the key out for all files',
        ),
      },
    ),
    required('reason', message('Why this is all right here.'), text('prose')),
    APPROVER,
    field('expires', message('The last day on which it holds, `YYYY-MM-DD`.'), text('date')),
  ],
};

/** What a license can ask that somebody has to do or to keep from. */
const DUTY_CHOICES: readonly Choice[] = [
  ...choices(OBLIGATION_WORDS),
  ...BARRED_RESTRICTIONS.map((value) => ({ value, about: RESTRICTION_WORDS[value] })),
];

const DUTY: MapShape = {
  kind: 'map',
  fields: [
    OF_MODEL,
    required('done', message('What of it is done, by the code of the duty.'), {
      kind: 'list',
      item: { kind: 'choice', choices: DUTY_CHOICES },
      orOne: true,
      empty: message('No duty is named, so nothing is said to be done'),
    }),
    field(
      'license',
      message(
        'The license or the terms that ask for it, by key or name, where several ask for the same of one model; all of them when left out.',
      ),
      {
        kind: 'list',
        item: text('license'),
        orOne: true,
        empty: message(
          'No license is named, so nothing is said to be done: name them, or leave the key out for all of them',
        ),
      },
    ),
    required('how', message('Where it is done, or how it is made sure of.'), text('prose')),
    APPROVER,
  ],
};

const OWN_MODEL: MapShape = {
  kind: 'map',
  fields: [
    field('license', message('Key or name of its license.'), text('license')),
    field('origin', message('Country of who released it (ISO 3166-1 alpha-2).'), text('country')),
    field('openness', message('How open it is.'), { kind: 'choice', choices: OPENNESS_CHOICES }),
    field(
      'is',
      message(
        'Id of the model that this is another name of, as of a deployment, at a gateway or at an own server: unchanged, with the same weights. State `base` where it was trained further.',
      ),
      text('model'),
    ),
    field('base', message('Id of the model it was made from.'), text('model')),
  ],
};

const CONTEXT_ABOUT: Readonly<Record<Context, Message>> = {
  product: message('What is built and given to others'),
  test: message('Tests and what they read'),
  docs: message('Documents for readers'),
  example: message('Examples and demos'),
  migration: message('Migrations of a database'),
  data: message('Data that the project only keeps'),
  tooling: message("The developers' own editor, agent and CI settings"),
};

const CONTEXTS_SHAPE: MapShape = {
  kind: 'map',
  fields: [
    ...CONTEXTS.map((context) =>
      field(context, CONTEXT_ABOUT[context], { kind: 'choice', choices: SEVERITY_CHOICES }),
    ),
    field(
      'paths',
      message('Globs, relative to the folder of the policy, and the part that they belong to.'),
      {
        kind: 'record',
        keys: { kind: 'text', form: 'glob' },
        value: { kind: 'choice', choices: choices(CONTEXT_ABOUT) },
      },
    ),
  ],
};

/** The registries in which names are spelled, with what the engine knows of them. */
const REGISTRY_CHOICES: readonly Choice[] = REGISTRIES.filter((registry) => registry !== 'other').map(
  (registry) => ({ value: registry, about: message('Names as {0} spells them', registry) }),
);

/** Words of a project's own code, each with a registry. */
function addition(name: string, about: Message): Field {
  return field(name, about, {
    kind: 'record',
    keys: { kind: 'text', form: 'word' },
    value: { kind: 'choice', choices: REGISTRY_CHOICES },
  });
}

const DETECT: MapShape = {
  kind: 'map',
  fields: [
    addition(
      'loaders',
      message(
        'Calls that take a model as their first argument or under a keyword for it, as `acme.load_llm`, and the registry of its names.',
      ),
    ),
    addition(
      'keys',
      message(
        'Settings, properties and flags whose value is a model, or a list of models or of records with one each, as `engineName`, and the registry of its names. `engine_name` and `--engine-name` are the same.',
      ),
    ),
    addition(
      'prefixes',
      message(
        'What stands before a name and a `/` or `:`, as `corp` in `corp/gpt-4o`, and the registry of the rest.',
      ),
    ),
  ],
};

const INVENTORY_ABOUT: Readonly<Record<InventoryFact, Message>> = {
  name: message('Name of the system; that of the folder where it is left out.'),
  author: message('Who is responsible for the bill of materials: full name of the organization or person.'),
  producer: message('Who makes the system.'),
  version: message('Version of the system; the commit where it is left out.'),
  released: message('The day on which the system was last changed or released, `YYYY-MM-DD`.'),
  applicationArea: message('What the system is for.'),
  dataUsage: message('How data in the system is used and kept, or a link to where that is described.'),
  inputsAndOutputs: message('What the system takes and gives.'),
  software: message('What it takes to run the system, or a link to its bill of materials.'),
  hardware: message('What the system runs on, or a link to a bill of materials of the hardware.'),
  securityControls: message('Measures that protect the system and its models.'),
  securityCompliance: message('Standards and certificates of security that hold for the system.'),
  securityPolicy: message("Address of the producer's `security.txt`."),
  vulnerabilities: message('Address at which known vulnerabilities are listed.'),
  securityMetrics: message('How the security of the models is measured, with results or a link to them.'),
  performance: message('Figures on the operation of the system, or a link to them.'),
};

const DATASET_ABOUT: Readonly<Record<DatasetFact, Message>> = {
  description: message('What the data is for: training, fine-tuning, evaluation.'),
  content: message('Kind and format of the data.'),
  url: message('Address that identifies the dataset.'),
  sha256: message('SHA-256 of the dataset, 64 hexadecimal digits.'),
  provenance: message('Where the data is from, and how it was collected and prepared.'),
  statistics: message('Figures on the data.'),
  sensitivity: message('Whether it has personal, confidential or protected data.'),
  derivedFrom: message('Datasets and software that it was made from.'),
  license: message('Key or name of its license.'),
};

const INVENTORY_FORMS: Readonly<Partial<Record<InventoryFact | DatasetFact, TextForm>>> = {
  released: 'date',
  sha256: 'sha256',
};

function facts<T extends InventoryFact | DatasetFact>(
  names: readonly T[],
  about: Readonly<Record<T, Message>>,
): Field[] {
  return names.map((name) => field(name, about[name], text(INVENTORY_FORMS[name] ?? 'prose')));
}

const INVENTORY: MapShape = {
  kind: 'map',
  fields: [
    ...facts(INVENTORY_FACTS, INVENTORY_ABOUT),
    field('datasets', message('Data that models are trained or evaluated on, by name.'), {
      kind: 'record',
      keys: text('prose'),
      value: { kind: 'map', fields: facts(DATASET_FACTS, DATASET_ABOUT) },
    }),
  ],
};

export const POLICY_SHAPE: MapShape = {
  kind: 'map',
  fields: [
    required('version', message('Version of this file format.'), {
      kind: 'choice',
      choices: [{ value: POLICY_VERSION, about: message('The present format') }],
    }),
    field(
      'extends',
      message(
        'Policies to build on: paths relative to this file, or `npm:package` for one that is installed in `node_modules`. What is stated here wins; of several, the later one.',
      ),
      { ...listOf('path'), orOne: true },
    ),
    field(
      'locked',
      message(
        'Rules that policies which build on this one cannot weaken: not by severity, by lists, by exceptions, by comments, by what they describe, by paths that they ignore or by another meaning of known prefixes. What such a policy states under `use` stays its own: locked rules are judged by it, and another purpose, distribution, seat or revenue than is stated here is told. A policy in a folder below takes the locks over only by building on the file that states them.',
      ),
      { ...listOf('rule'), orOne: true },
    ),
    field('use', message('What this project does with models. Decides which clauses matter.'), USE),
    field('require', message('What every model must be.'), {
      kind: 'map',
      fields: [
        field('openness', message('At least this open.'), { kind: 'choice', choices: OPENNESS_CHOICES }),
      ],
    }),
    field(
      'licenses',
      message(
        'Licenses by key, or whole categories as `category:permissive`, each of which means no other: {0}.',
        LICENSE_CATEGORIES.map((category) => `\`${category}\``).join(', '),
      ),
      LICENSES,
    ),
    field(
      'origins',
      message('Where models may come from: the country of the publisher, not of the server that runs them.'),
      ORIGINS,
    ),
    field(
      'hosting',
      message('Who may run a called model: the host and its country, whoever made the model.'),
      HOSTING,
    ),
    field('lifecycle', message('When the end of a called model is reported.'), LIFECYCLE),
    field('rules', message('Severity per rule code.'), {
      kind: 'record',
      keys: { kind: 'text', form: 'rule' },
      value: { kind: 'choice', choices: SEVERITY_CHOICES },
    }),
    field('ignore', message('What not to look at.'), {
      kind: 'map',
      fields: [field('paths', message("Globs, relative to the policy's folder."), listOf('glob'))],
    }),
    field('exceptions', message('Models for which a rule does not count, each with its reason.'), {
      kind: 'list',
      item: EXCEPTION,
    }),
    field('duties', message('Duties of licenses that no file shows to be done, each with how it is done.'), {
      kind: 'list',
      item: DUTY,
    }),
    field(
      'models',
      message('Which models may be used, by globs on their ids; and facts about private or unlisted models.'),
      {
        kind: 'record',
        fields: [
          field(
            'allow',
            message('With an entry here, every model that no glob matches is denied, whatever its license.'),
            listOf('glob'),
          ),
          field(
            'deny',
            message('Models that may not be used, whatever their license. Deny wins over allow.'),
            listOf('glob'),
          ),
        ],
        keys: { kind: 'text', form: 'model' },
        value: OWN_MODEL,
      },
    ),
    field('describe', message('Facts about private or unlisted models, by id. They win over the catalog.'), {
      kind: 'record',
      keys: { kind: 'text', form: 'model' },
      value: OWN_MODEL,
    }),
    field(
      'detect',
      message(
        'How models are named in this project: calls, settings and prefixes of its own, beside those that are known.',
      ),
      DETECT,
    ),
    field(
      'contexts',
      message(
        'The most that a finding can be in a part of the project, and which paths belong to which part.',
      ),
      CONTEXTS_SHAPE,
    ),
    field(
      'inventory',
      message('What no file tells of the system, for bills of materials. No rule looks at it.'),
      INVENTORY,
    ),
  ],
};
