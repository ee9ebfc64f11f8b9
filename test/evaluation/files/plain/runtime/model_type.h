#pragma once
struct ModelType {
  static bool isText(const std::string& model_type) {
    static constexpr std::array<std::string_view, 6> LLM = {"chatglm", "decoder", "gemma2", "gemma3_text", "qwen2", "smollm3"};
    return std::find(LLM.begin(), LLM.end(), model_type) != LLM.end();
  }
  static const std::map<std::string, Kind> model_types_map = {
    {"llava", Kind::LLAVA}, {"llava-qwen2", Kind::NANO}, {"phi3_v", Kind::PHI3_V}, {"gemma3", Kind::GEMMA3},
  };
};
