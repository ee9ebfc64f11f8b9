const char *config = R"yaml(
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
)yaml";
const char *model = "meta-llama/"
                    "Llama-3.1-8B-Instruct";
