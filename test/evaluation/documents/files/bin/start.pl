my $config = <<"YAML";
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
YAML
my $model = "meta-llama/" . "Llama-3.1-8B-Instruct";
system("ollama pull llama3.1:8b");
