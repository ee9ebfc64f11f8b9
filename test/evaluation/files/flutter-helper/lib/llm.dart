import 'package:google_generative_ai/google_generative_ai.dart';
import 'package:ollama_dart/ollama_dart.dart';

/// Default model. See [Gemma](https://huggingface.co/google/gemma-3-1b-it).
const kDefaultModel = 'gemini-2.0-flash';

class Llm {
  Llm({this.model = kDefaultModel});
  final String model;

  Future<String> local(String prompt) async {
    final res = await OllamaClient().generateCompletion(
      request: GenerateCompletionRequest(model: 'gemma3:1b', prompt: prompt),
    );
    return res.response ?? '';
  }
}
