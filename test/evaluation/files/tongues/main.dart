final model = GenerativeModel(model: 'gemini-1.5-flash-latest', apiKey: apiKey);
final chat = ChatOpenAI(defaultOptions: ChatOpenAIOptions(model: 'gpt-4o'));
const kModel = 'gemma-2b-it-gpu-int4.bin';
import 'package:langchain/langchain.dart';
