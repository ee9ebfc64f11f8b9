import Replicate from 'replicate';
import { fal } from '@fal-ai/client';

const replicate = new Replicate({ auth: process.env.REPLICATE_API_TOKEN });

export async function upscale(image) {
  return replicate.run(
    'nightmareai/real-esrgan:f121d640bd286e1fdc67f9799164c1d5be36ff74576ee11c803ae5b665dd46aa',
    { input: { image, scale: 2 } },
  );
}

export const caption = (image) => replicate.run('salesforce/blip:2e1dddc8621f72155f24cf2e0adbde548458d3cab9f00c0139eea840d0ac4746', { input: { image } });

export const draw = (prompt) =>
  replicate.predictions.create({ model: 'black-forest-labs/flux-1.1-pro', input: { prompt } });

export const chat = (prompt) => replicate.run('meta/meta-llama-3-8b-instruct', { input: { prompt } });
