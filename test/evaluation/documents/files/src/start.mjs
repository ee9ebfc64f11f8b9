import { execSync } from 'node:child_process';

execSync('ollama pull llama3.1:8b', { stdio: 'inherit' });
const config = `
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
`;
const model = 'meta-llama/' + 'Llama-3.1-8B-Instruct';
