#!/usr/bin/env node
// Downloads what the worker needs before deploying.
import { downloadFile } from '@huggingface/hub';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const FILES = [
  ['Xenova/clip-vit-base-patch16', 'onnx/vision_model_quantized.onnx'],
  ['Xenova/detr-resnet-50', 'onnx/model_quantized.onnx'],
];

for (const [repo, path] of FILES) {
  const blob = await downloadFile({ repo, path, revision: 'main' });
  await pipeline(blob.stream(), createWriteStream(`.cache/${path.split('/').pop()}`));
}

const weights = await fetch('https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/en/en_US/lessac/medium/en_US-lessac-medium.onnx');
console.log(weights.status, weights.headers.get('content-type') ?? 'application/octet-stream');
