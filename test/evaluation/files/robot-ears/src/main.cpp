#include "llama.h"
#include "whisper.h"

#include <onnxruntime_cxx_api.h>
#include <opencv2/dnn.hpp>

#include <string>

// Weights: https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.en.bin
static const std::string kWhisper = "models/ggml-base.en.bin";
static const char *kLlm = "models/qwen2.5-1.5b-instruct-q4_k_m.gguf";
static const std::wstring kDetector = L"models/yolov5s.onnx";

int main(int argc, char **argv) {
  std::string model = argc > 1 ? argv[1] : kWhisper;
  whisper_context *ctx = whisper_init_from_file_with_params(model.c_str(), whisper_context_default_params());
  llama_model *llm = llama_model_load_from_file(kLlm, llama_model_default_params());
  cv::dnn::Net face = cv::dnn::readNet("face_detection_yunet_2023mar.onnx");
  Ort::Session session(env, kDetector.c_str(), Ort::SessionOptions{});
  return ctx && llm ? 0 : 1;
}
