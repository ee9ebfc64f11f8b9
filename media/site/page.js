// The page: reads the parts of the data one after the other, and shows what is found. Nothing is asked of a network.
(async () => {
  const SHOWN = 100;
  const OPENNESS = ['open-source', 'open-weights', 'weights-available', 'api-only', 'unknown'];
  const COMMERCIAL = ['yes', 'conditional', 'no', 'unknown'];
  const { catalogSite: site, siteSearch, siteTexts } = globalThis;
  const at = (id) => document.getElementById(id);
  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  let language = 'en';
  let index = [];
  let countries = new Intl.DisplayNames([language], { type: 'region' });
  let languageNames = new Intl.DisplayNames([language], { type: 'language' });
  const text = (key) => siteTexts[language][key] ?? siteTexts.en[key] ?? key;
  const countryOf = (code) => (code === null ? text('unknown') : (countries.of(code) ?? code));
  const languageOf = (code) => (code === 'multilingual' ? text('several') : (languageNames.of(code) ?? code));
  const licenseOf = (model) => site.licenses[siteSearch.decisive(model)];
  const licenseName = (key) => (key === null ? text('unknown') : (site.licenses[key]?.name ?? key));

  for (const part of site.parts) await load(`data/${part}`);
  const [preferred] = navigator.languages
    .map((tag) => Object.keys(siteTexts).find((key) => tag.toLowerCase().startsWith(key.slice(0, 2))))
    .filter(Boolean);
  at('language').value = preferred ?? 'en';
  speak();
  at('language').addEventListener('change', speak);
  at('search').addEventListener('submit', (event) => event.preventDefault());
  at('search').addEventListener('input', show);

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      document.head.append(Object.assign(script, { src: address, onload: resolve, onerror: reject }));
    });
  }

  /** All texts in the chosen language; the countries and words in it are found too. */
  function speak() {
    language = at('language').value;
    document.documentElement.lang = language;
    countries = new Intl.DisplayNames([language], { type: 'region' });
    languageNames = new Intl.DisplayNames([language], { type: 'language' });
    for (const place of document.querySelectorAll('[data-text]')) place.textContent = text(place.dataset.text);
    document.title = text('title');
    at('date').textContent = `${site.head.date} · ${text('dataLicense')}: ${site.head.license}`;
    index = siteSearch.indexed(site.models, site.licenses, (model) => [
      text(model.openness),
      countryOf(model.country),
    ]);
    const present = (field) =>
      [...new Set(index.map(({ model }) => model[field]))].filter((value) => value !== null).sort();
    choices('openness', OPENNESS, text);
    choices('commercialUse', COMMERCIAL, text);
    choices('country', present('country'), countryOf);
    choices('task', present('task'), (task) => task);
    at('facts').hidden = true;
    show();
  }

  function choices(id, values, name) {
    const select = at(id);
    const chosen = select.value;
    const options = values.map((value) => Object.assign(element('option', name(value)), { value }));
    select.replaceChildren(Object.assign(element('option', text('all')), { value: '' }), ...options);
    select.value = chosen;
  }

  function show() {
    const asked = { words: at('words').value };
    for (const id of ['openness', 'commercialUse', 'country', 'task']) asked[id] = at(id).value;
    const found = siteSearch.search(index, asked);
    at('count').textContent = text(found.length > SHOWN ? 'first' : 'found')
      .replace('{0}', String(found.length))
      .replace('{1}', String(SHOWN));
    at('found').tBodies[0].replaceChildren(...found.slice(0, SHOWN).map(({ model }) => rowOf(model)));
  }

  function rowOf(model) {
    const open = element('button', model.id);
    open.type = 'button';
    open.addEventListener('click', () => tell(model));
    const cells = [
      licenseName(siteSearch.decisive(model)),
      text(model.openness),
      countryOf(model.country),
      model.task ?? '',
    ];
    return element('tr', element('td', open), ...cells.map((cell) => element('td', cell)));
  }

  /** All that is known of one model. */
  function tell(model) {
    const license = licenseOf(model);
    const facts = [
      ['publisher', model.publisher],
      ['country', model.country && countryOf(model.country)],
      ['declared', model.license && licenseName(model.license)],
      ['effective', model.effective && licenseName(model.effective)],
      ['commercialUse', license && commercialText(license)],
      ['summary', license?.summary],
      ['barred', license?.barred.join(', ')],
      ['aiAct', license?.aiAct && text(license.aiAct)],
      ['law', license?.law],
      ['notes', license?.notes],
      ['textOf', license?.url && link(license.url, license.url)],
      ['openness', text(model.openness)],
      ['task', model.task],
      ['parameters', model.parameters?.toLocaleString(language)],
      ['released', model.released],
      ['created', model.created],
      ['gated', model.gated === null ? null : text(model.gated ? 'yes' : 'no')],
      ['languages', model.languages.map(languageOf).join(', ')],
      ['bases', model.bases.join(', ')],
      ['aliases', model.aliases.join(', ')],
    ].filter(([, value]) => value);
    const heading = element('h2', model.id);
    heading.tabIndex = -1;
    const sources = model.evidence.map(([fact, number, date]) => {
      const [title, address] = site.sources[number];
      return element('li', `${fact}: `, address === null ? title : link(address, title), ` (${date})`);
    });
    const place = at('facts');
    place.replaceChildren(
      heading,
      element('dl', ...facts.flatMap(([name, value]) => [element('dt', text(name)), element('dd', value)])),
      element('h3', text('evidence')),
      element('ul', ...sources),
    );
    place.hidden = false;
    heading.focus();
  }

  function commercialText({ commercialUse, commercialCondition }) {
    return [text(commercialUse), commercialCondition].filter(Boolean).join(': ');
  }

  function link(address, words) {
    // An address comes from data: only such as a browser opens as a page become links.
    if (!/^https?:\/\//.test(address)) return words;
    return Object.assign(element('a', words), { href: address, rel: 'noreferrer' });
  }
})();
