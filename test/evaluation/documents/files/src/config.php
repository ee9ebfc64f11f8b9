<?php
$config = <<<YAML
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
YAML;
$settings = ['model' => 'meta-llama/' . 'Llama-3.1-8B-Instruct'];
$saved = '{"embedding_model":"BAAI\/bge-m3"}';
shell_exec('ollama pull llama3.1:8b');
