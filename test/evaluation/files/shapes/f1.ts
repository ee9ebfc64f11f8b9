import { CreateMLCEngine } from "@mlc-ai/web-llm";
const engine = await CreateMLCEngine("Llama-3.1-8B-Instruct-q4f32_1-MLC", { initProgressCallback });
const selectedModel = "Phi-3.5-mini-instruct-q4f16_1-MLC";
const e2 = await webllm.CreateWebWorkerMLCEngine(new Worker("x"), "SmolLM2-360M-Instruct-q4f16_1-MLC");
await engine.reload("gemma-2-2b-it-q4f16_1-MLC");
const result = await fal.subscribe("fal-ai/flux/dev", { input: {} });
await fal.run("fal-ai/fast-sdxl", {});
await fal.queue.submit("fal-ai/flux-pro/v1.1-ultra", {});
image({ model: fal.image('fal-ai/flux/schnell') });
