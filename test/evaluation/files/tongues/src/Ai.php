<?php
$response = $client->chat()->create(['model' => 'gpt-4o-mini', 'messages' => []]);
$emb = OpenAI::embeddings()->create(['model' => 'text-embedding-3-small']);
const MODEL = 'claude-3-haiku-20240307';
'model' => env('OPENAI_MODEL', 'gpt-4-turbo'),
$pipe = pipeline('embeddings', 'Xenova/all-MiniLM-L6-v2');
$ollama = Prism::text()->using(Provider::Ollama, 'llama3.2');
$p = Prism::text()->using('anthropic', 'claude-3-5-sonnet-20240620')->withPrompt('x');
enum Model: string { case Gpt4o = 'gpt-4o'; case Haiku = 'claude-3-5-haiku-20241022'; }
use App\Models\User; $mime = 'application/pdf';
