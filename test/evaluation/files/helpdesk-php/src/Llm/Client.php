<?php

declare(strict_types=1);

namespace Helpdesk\Llm;

use Codewithkyrian\Transformers\Transformers;
use function Codewithkyrian\Transformers\Pipelines\pipeline;

final class Client
{
    public const MODEL = 'gpt-4o-mini';

    private string $local = "mistral:7b";

    public function sentiment(string $text): array
    {
        $classify = pipeline('sentiment-analysis', 'Xenova/distilbert-base-uncased-finetuned-sst-2-english');

        return $classify($text);
    }

    public function ask(string $question): string
    {
        $result = \OpenAI::client($_ENV['OPENAI_API_KEY'])->chat()->create([
            'model' => 'gpt-4-turbo',
            'messages' => [['role' => 'user', 'content' => $question]],
        ]);

        return $result->choices[0]->message->content;
    }

    // Prism::text()->using('anthropic', 'claude-3-5-sonnet-20241022')
    public function embed(string $text): array
    {
        return $this->http->post('/api/embeddings', ['model' => 'nomic-embed-text:v1.5', 'prompt' => $text]);
    }
}
