import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { TEST_CATALOG } from '../../support/catalog';

function rolesIn(path: string, text: string): readonly string[] {
  return detectReferences(text, { path, catalog: TEST_CATALOG }).references.map(
    ({ text: name, role }) => `${name} ${role}`,
  );
}

const ADDRESS = 'https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8n.pt';

describe('a file of weights beside its address', () => {
  it.each([
    ['get.sh', `wget ${ADDRESS} -O models/yolov8n.pt\n`],
    ['get.sh', `curl -L -o models/yolov8n.pt ${ADDRESS}\n`],
    ['weights.yaml', `- filename: yolov8n.pt\n  url: ${ADDRESS}\n`],
  ])('in %s is no second use: %j', (path, text) => {
    expect([...rolesIn(path, text)].sort()).toEqual(['yolov8n.pt loads', 'yolov8n.pt mentions']);
  });

  it('stays a use where a loader opens it, on another line of code, and as another file', () => {
    for (const text of [
      `URL = "${ADDRESS}"\nmodel = YOLO("yolov8n.pt")\n`,
      `wget ${ADDRESS}\nyolo predict model=yolov8n.pt\n`,
    ])
      expect(rolesIn(text.startsWith('URL') ? 'a.py' : 'a.sh', text)).toEqual([
        'yolov8n.pt loads',
        'yolov8n.pt loads',
      ]);
    expect(rolesIn('weights.yaml', `- filename: yolov8s.pt\n  url: ${ADDRESS}\n`)).not.toContain(
      'yolov8s.pt mentions',
    );
  });
});
