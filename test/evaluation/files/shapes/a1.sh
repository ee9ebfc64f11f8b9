curl https://api.example.com/v1/models/gpt-4o -H "Authorization: Bearer $KEY"
curl http://localhost:8000/v1/models/meta-llama/Llama-3.1-8B-Instruct
curl -s localhost:11434/v1/models/llama3.2
curl https://api.openai.com/v1/models/gpt-4o-mini
curl https://api.anthropic.com/v1/models/claude-sonnet-4-20250514
curl https://api.openai.com/v1/models
curl "https://generativelanguage.googleapis.com/v1beta/models/gemini-1.5-flash:generateContent?key=$K"
curl https://api.cohere.com/v1/models/command-r-plus
curl https://api.mistral.ai/v1/models/mistral-large-latest
curl -X DELETE https://api.openai.com/v1/models/list
curl https://serving.example.com/v1/models/resnet:predict
