import x from 'llama-index/llms';
import { Foo } from '../models/llama3';
const route = '/api/llama3/chat';
router.get('/models/gpt/list');
const cls = 'text-gpt-4';
<div className="bg-claude-500 text-gemini-3">x</div>
const bucket = 's3://bucket/llama-7b-backup/';
