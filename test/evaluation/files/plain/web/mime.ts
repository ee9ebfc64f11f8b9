export const MIME: Record<string, string> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  glb: 'model/gltf-binary',
  stl: 'model/stl',
  '3mf': 'model/3mf',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  woff2: 'font/woff2',
};
export const isModel = (type: string) => type.startsWith('model/');
