/** Writes to standard error what the process took when it ends: processor time in microseconds, memory in kilobytes. */
process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`\ntook ${userCPUTime + systemCPUTime} ${maxRSS}\n`);
});
