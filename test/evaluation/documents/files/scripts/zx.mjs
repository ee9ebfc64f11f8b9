import { $ } from "zx";

await $`ollama pull llama3.1:8b`;
