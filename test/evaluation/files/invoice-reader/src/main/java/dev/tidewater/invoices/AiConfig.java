package dev.tidewater.invoices;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AiConfig {

    private static final String DEFAULT_MODEL = "claude-3-5-sonnet-latest";

    @Value("${ai.ollama.model:mistral-nemo:12b}")
    private String localModel;

    /** Falls back to {@code gpt-4o-mini} when no key is set. */
    @Bean
    ChatModel remote() {
        return AnthropicChatModel.builder().apiKey(System.getenv("ANTHROPIC_API_KEY")).modelName(DEFAULT_MODEL).build();
    }

    @Bean
    ChatModel local() {
        return OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName(localModel).build();
    }

    @Bean
    ChatModel gemini() {
        return GoogleAiGeminiChatModel.builder().modelName("gemini-2.5-flash").build();
    }

    @Bean
    ChatModel mistral() {
        return MistralAiChatModel.builder().modelName("mistral-medium-2508").build();
    }
}
