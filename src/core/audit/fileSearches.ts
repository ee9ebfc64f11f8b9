import type { Engine } from '../engine';
import { EvidenceFinder } from '../policy/workspaceEvidence';
import type { Detection } from '../reference';
import { isWrittenNotice } from './contentRules';
import {
  decodeFound,
  encodeFound,
  type Found,
  type FoundCache,
  type Searched,
  type Searchers,
} from './found';

const NOTHING: Detection = { references: [], uses: [], runtimeChoices: [] };

/** Searches files for models, and for what licenses ask for. */
export class FileSearcher {
  private readonly finder: EvidenceFinder;

  constructor(private readonly engine: Pick<Engine, 'catalog' | 'detect'>) {
    this.finder = new EvidenceFinder(engine.catalog);
  }

  search({ path, text, configValues, additions }: Searched): Found {
    return {
      detection: isWrittenNotice(path, text)
        ? NOTHING
        : this.engine.detect({ path, text }, { configValues, additions }),
      evidence: this.finder.find(path, text),
    };
  }
}

/** The search of one file. */
export interface BegunSearch {
  /** Whether {@link found} has to be waited for. */
  readonly isUnderWay: boolean;
  /** Gives what was found; that throws what the search threw. */
  found(): Promise<() => Found>;
}

/** Searches the files of an audit: what is kept from before is not searched, what others take over is not searched here. */
export class FileSearches {
  private readonly searcher: FileSearcher;
  private readonly kept: FoundCache | undefined;
  private readonly searchers: Searchers | undefined;

  constructor(host: {
    readonly engine: Engine;
    readonly found?: FoundCache;
    readonly searchers?: Searchers;
  }) {
    this.searcher = new FileSearcher(host.engine);
    this.kept = host.found;
    this.searchers = host.searchers;
  }

  begin(searched: Searched): BegunSearch {
    const known = this.kept?.known(searched);
    if (known !== undefined) return settled(() => known);
    const keep = (found: Found): Found => {
      this.kept?.keep(searched, found);
      return found;
    };
    const here = (): Found => keep(apartFromText(this.searcher.search(searched)));
    const taken = this.searchers?.take(searched);
    return taken === undefined ? settled(outcomeOf(here)) : new TakenSearch(taken, keep, here);
  }
}

/** As others that search hand it over: no part of it keeps the text in memory from which it was cut. */
function apartFromText(found: Found): Found {
  return decodeFound(encodeFound(found));
}

function settled(found: () => Found): BegunSearch {
  return { isUnderWay: false, found: () => Promise.resolve(found) };
}

/** Runs now; what it throws is thrown when it is asked for. */
function outcomeOf(search: () => Found): () => Found {
  try {
    const found = search();
    return () => found;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

class TakenSearch implements BegunSearch {
  private readonly outcome: Promise<() => Found>;
  isUnderWay = true;

  /** @param here searches the file when who took it broke */
  constructor(taken: Promise<Found>, keep: (found: Found) => Found, here: () => Found) {
    this.outcome = taken.then(
      (found) => () => keep(found),
      () => here,
    );
    void this.outcome.then(() => (this.isUnderWay = false));
  }

  found(): Promise<() => Found> {
    return this.outcome;
  }
}
