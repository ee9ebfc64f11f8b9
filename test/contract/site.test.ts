import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteCommand } from '../../src/catalog-tool/site/command';
import { expectAccessible } from '../support/accessibility.mjs';
import { testRecords } from '../support/catalog';
import { launchBrowser } from '../support/editorWindow.mjs';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
/** What the page asked for that does not lie on this disk. */
const foreign: string[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  expect(siteCommand([folder], testRecords())).toBe(0);
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'en-US' });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) foreign.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.waitForFunction(() => /\d/.test(document.getElementById('count')?.textContent ?? ''));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const found = () => page.locator('#found tbody tr').allInnerTexts();
const find = async (words: string) => {
  await page.fill('#words', words);
  return found();
};

describe('the search page, opened from a disk', () => {
  it('finds models by name, publisher, license, openness, task and country', async () => {
    for (const words of [
      'qwen3 8b',
      'alibaba apache',
      'open weights 8b qwen',
      'text-generation china qwen3-8b',
    ])
      expect((await find(words))[0], words).toContain('Qwen/Qwen3-8B');
    expect(await find('no such model')).toEqual([]);
    expect(await page.textContent('#count')).toBe('0 models');
  });

  it('narrows what is found by choices', async () => {
    await find('');
    await page.selectOption('#country', 'FR');
    const french = await found();
    expect(french.length).toBeGreaterThan(0);
    expect(french.filter((row) => !row.includes('France'))).toEqual([]);
    await page.selectOption('#country', '');
  });

  it('tells the facts of a model: its license, what is barred, and where that was read', async () => {
    await find('meta-llama/Llama-3.1-8B-Instruct');
    await page.click('#found tbody button');
    const facts = await page.innerText('#facts');
    expect(facts).toMatch(/Commercial use\s+with conditions: /);
    expect(facts).toMatch(/Barred uses\s+.*military/);
    expect(facts).toMatch(/EU AI Act\s+inferred: not free and open source/);
    expect(facts).toMatch(/Governing law\s+State of California/);
    expect(facts).toContain('The test (2026-11-01)');
  });

  it.each([
    ['ja', 'フランス', '件のモデル'],
    ['zh-cn', '法国', '个模型'],
  ])('speaks %s, and finds words of it', async (language, country, count) => {
    await page.selectOption('#language', language);
    expect((await find(country))[0]).toContain('mistralai/');
    expect(await page.textContent('#count')).toContain(count);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await page.selectOption('#language', 'en');
  });

  it('is accessible', async () => {
    await find('qwen');
    await page.click('#found tbody button');
    await expectAccessible(page);
  });

  it('asks for nothing that is not on the disk', () => expect(foreign).toEqual([]));
});

it('has every text in every language', () => {
  const context: { siteTexts?: Record<string, Record<string, string>> } = {};
  runInNewContext(readFileSync('media/site/texts.js', 'utf8'), context);
  const { en = {}, ...others } = context.siteTexts ?? {};
  expect(Object.keys(others)).toEqual(['ja', 'zh-cn']);
  for (const [language, texts] of Object.entries(others)) {
    expect(Object.keys(texts).sort(), language).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en))
      expect(texts[key]?.match(/\{\d\}/g) ?? [], `${language} ${key}`).toEqual(text.match(/\{\d\}/g) ?? []);
  }
});
