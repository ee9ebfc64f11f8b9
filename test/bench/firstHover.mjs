/**
 * One first hover in a process of its own, for the bench: `firstHover.mjs BUNDLE CATALOG NAME` prints
 * milliseconds of processor time, from the compiled catalog on disk to the card about the model of that name.
 */
import { readFileSync } from 'node:fs';

const [bundle, file, name] = process.argv.slice(2);
const { createEngine, decodeCatalog, hoverCard, referenceAt } = await import(bundle);
const text = `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("${name}")\n`;
const before = process.cpuUsage();
const engine = createEngine(decodeCatalog(readFileSync(file, 'utf8')), { now: () => Date.now() });
const project = { policy: undefined };
const analysis = engine.analyze({ path: 'app.py', text }, project);
const reference = referenceAt(analysis, text.indexOf(name));
const subject = {
  reference,
  model: analysis.modelOf(reference),
  findings: analysis.findings,
  context: { ...engine.evaluation(project), path: 'app.py' },
};
const page = { translate: String, countryName: String, commandLink: () => undefined };
if (hoverCard(subject, page).length === 0) throw new Error('There is no card.');
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000));
