/**
 * A reporter for Stryker that writes each mutant as a line of JSON to the file `MUTATION_RESULTS` once it was tried, so that a run
 * that is stopped has told what it found.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

class ResultsReporter {
  #file = process.env['MUTATION_RESULTS'];

  onMutationTestingPlanReady() {
    writeFileSync(this.#file, '');
  }

  onMutantTested({ fileName, location, mutatorName, replacement, status }) {
    const path = relative(process.cwd(), fileName).replaceAll('\\', '/');
    appendFileSync(
      this.#file,
      `${JSON.stringify({ path, start: location.start, mutatorName, replacement, status })}\n`,
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'results', ResultsReporter)];
