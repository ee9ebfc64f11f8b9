std::string model_path = "models/ggml-base.en.bin";
params.model = "llama-2-7b-chat.Q4_K_M.gguf";
const char *kModel = "gpt-4o-mini";
cv::dnn::readNetFromONNX("yolov8n.onnx");
#include "llama/llama.h"
