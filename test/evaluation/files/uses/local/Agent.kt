package app

import dev.langchain4j.model.ollama.OllamaChatModel
import dev.langchain4j.model.openai.OpenAiChatModel

val local = OllamaChatModel.builder()
    .baseUrl("http://ollama:11434")
    .modelName("gemma3:4b")
    .build()

val remote = OpenAiChatModel.builder()
    .apiKey(System.getenv("OPENAI_API_KEY"))
    .modelName("gpt-4o-mini")
    .build()
