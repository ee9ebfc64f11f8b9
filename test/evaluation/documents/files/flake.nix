{
  script = ''
    vllm serve Qwen/Qwen2.5-7B-Instruct --port 8000
  '';
  systemd.services.llm.environment.MODEL_ID = "meta-llama/Llama-3.1-8B-Instruct";
}
