import { pipeline as createPipeline } from '@xenova/transformers';
const p = await createPipeline('feature-extraction', 'acme/embedder');
import { ChatOllama as Chat } from "@langchain/ollama";
const c = new Chat({ model: "mistral" });
