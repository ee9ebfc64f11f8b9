#include <llama/llama.h>
#include <google/protobuf/message.h>
#include "models/phi/phi.hpp"
#include "vendor/whisper/whisper.h"

const char *kMime = "image/webp";
const char *kTopic = "robots/titan/pose";
const char *kUsage = "usage: tool [-m MODEL] [-h HOST/PORT]";
// angle phi in rad/s, command r is the reset
int main() { double phi4 = 0.5; return phi4 > 1 ? 1 : 0; }
