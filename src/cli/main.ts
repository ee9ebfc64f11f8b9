#!/usr/bin/env node
import { run } from './run';

void run(process.argv.slice(2), __dirname);

/** An entry without any export is taken for CommonJS by the bundler, which then wraps every module that it reaches in a function. */
export {};
