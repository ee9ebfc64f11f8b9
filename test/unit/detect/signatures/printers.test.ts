import { describe, expect, it } from 'vitest';
import { isPrinted, writesLine } from '../../../../src/core/detect/signatures/printers';

describe('what is printed', () => {
  it.each([
    ['echo "at ', '"'],
    ['  @echo "at ', '"'],
    ['if up; then echo "at ', '" || true'],
    ['echo "x" >&2 ', ''],
    ['Write-Host "at ', '"'],
    ['echo "at $(hostname):', '"'],
    ['echo "at `hostname`:', '"'],
    ['echo "the address (see ', ')"'],
    ['Write-Host "the address (see ', ')"'],
    ['echo "at $(HOST):', '"'],
    ['echo "at ', '$(path)"'],
  ])('is what stands in a command that prints: %s…%s', (before, behind) =>
    expect(isPrinted(before, behind)).toBe(true),
  );

  it.each([
    ['echo hi; curl "', '"'],
    ['X=$(echo "', '")'],
    ['echo "A=', '" >> .env'],
    ['echo "', '" | xargs curl'],
    ['echo > a "', '"'],
    ['echo "$(curl -s ', ')"'],
    ['echo "$(hostname): $(curl -s ', ')"'],
    ['echo `curl -s ', '`'],
    ['echo "`hostname`: `curl -s ', '`"'],
    ['printf "%s" "$(curl -s "', '")"'],
    ['Write-Host (Invoke-RestMethod "', '")'],
    ['Write-Host "$(Invoke-RestMethod ', ')"'],
    ['curl "', '"'],
  ])('is no other: %s…%s', (before, behind) => expect(isPrinted(before, behind)).toBe(false));

  it.each(['console.log', 'logger.info', 'tracing::info!', 'println!', 'System.out.println', 'puts'])(
    'is what %s gets',
    (callee) => expect(writesLine(callee)).toBe(true),
  );

  it.each(['catalog.log', 'requests.post', 'info'])('is none that %s gets', (callee) =>
    expect(writesLine(callee)).toBe(false),
  );
});
