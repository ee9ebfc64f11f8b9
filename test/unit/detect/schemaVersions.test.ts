import { describe, expect, it } from 'vitest';
import { ConfigValues, saysSettings } from '../../../src/core/audit/configValues';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';

const FILE = 'App/Store.xcdatamodeld/.xccurrentversion';
const CURRENT =
  '<plist version="1.0">\n<dict>\n\t<key>_XCCurrentVersionName</key>\n\t<string>Store 2.xcdatamodel</string>\n</dict>\n</plist>\n';
const SCHEMA =
  '<model type="com.apple.IDECoreDataModeler.DataModel">\n  <entity name="Chat">\n    <attribute name="gptModel" attributeType="String" defaultValueString="gpt-3.5-turbo"/>\n  </entity>\n</model>\n';

function contextOf(path: string): string | undefined {
  const config = new ConfigValues();
  if (saysSettings(FILE)) config.read(FILE, CURRENT);
  const { references } = detectReferences(SCHEMA, {
    path,
    catalog: builtCatalog(),
    configValues: config.of(path),
  });
  return references[0]?.context;
}

describe('a version of a Core Data model', () => {
  it('is kept for migrations unless it is the current one', () => {
    expect(contextOf('App/Store.xcdatamodeld/Store.xcdatamodel/contents')).toBe('migration');
    expect(contextOf('App/Store.xcdatamodeld/Store 2.xcdatamodel/contents')).toBe('product');
  });

  it('is a product where nothing says which one is current', () => {
    expect(contextOf('App/Other.xcdatamodeld/Store.xcdatamodel/contents')).toBe('product');
  });
});
