{ config, pkgs, ... }:
{
  services.ollama = {
    enable = true;
    acceleration = "cuda";
    loadModels = [ "llama3.2:3b" "deepseek-r1:1.5b" ];
  };
  environment.variables.OLLAMA_MODEL = "qwen3:8b";
}
