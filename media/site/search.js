// What of the rows of data fits the words and choices of a reader.
(() => {
  /** The places of a row, as `src/catalog-tool/site/siteData.ts` writes it. */
  const FIELDS = [
    'id',
    'publisher',
    'country',
    'license',
    'effective',
    'openness',
    'task',
    'parameters',
    'released',
    'created',
    'gated',
    'languages',
    'aliases',
    'bases',
    'evidence',
  ];

  const modelOf = (row) => Object.fromEntries(FIELDS.map((field, place) => [field, row[place]]));
  /** The license that decides: that of a base where the model's own label does not carry it. */
  const decisive = ({ license, effective }) => effective ?? license;
  const folded = (text) => text.normalize('NFKC').toLowerCase();

  /**
   * Models with the texts they are found by.
   * @param {unknown[][]} rows
   * @param {Record<string, object>} licenses by key
   * @param {(model: object) => string[]} words further words for a model, in the reader's language
   */
  function indexed(rows, licenses, words) {
    return rows.map((row) => {
      const model = modelOf(row);
      const license = licenses[decisive(model)];
      const texts = [
        model.id,
        model.publisher,
        model.country,
        model.license,
        model.effective,
        license?.name,
        license?.category,
        model.openness,
        model.task,
        ...model.aliases,
        ...words(model),
      ];
      return { model, license, text: folded(texts.filter(Boolean).join(' ')) };
    });
  }

  /**
   * The models that have every word, and every choice that is not empty. Names that begin with the words come first, short ones
   * before long ones: a publisher's own name is shorter than that of a copy.
   * @param {ReturnType<typeof indexed>} index
   * @param {{ words: string, openness?: string, commercialUse?: string, country?: string, task?: string }} asked
   */
  function search(index, { words, openness, commercialUse, country, task }) {
    const all = folded(words).split(/\s+/).filter(Boolean);
    const found = index.filter(
      ({ model, license, text }) =>
        all.every((word) => text.includes(word)) &&
        (!openness || model.openness === openness) &&
        (!commercialUse || (license?.commercialUse ?? 'unknown') === commercialUse) &&
        (!country || model.country === country) &&
        (!task || model.task === task),
    );
    const [first = ''] = all;
    const rank = ({ model: { id } }) => {
      const name = folded(id);
      if (name.startsWith(first) || name.includes(`/${first}`)) return 0;
      return name.includes(first) ? 1 : 2;
    };
    return found
      .map((hit) => [rank(hit), hit.model.id.length, hit])
      .sort(([a, short], [b, long]) => a - b || short - long)
      .map(([, , hit]) => hit);
  }

  globalThis.siteSearch = { decisive, indexed, search };
})();
