// Get it from https://github.com/harbourline/x/releases/download/v1/campplus_sv_zh-common.onnx
static void configure(Config *config) {
  config->model = "./campplus_sv_zh-common.onnx";
  config->output = "./exports/best_model.onnx";
}
