package bench.bedrock;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;

public class Handler {
    static final String[] MODELS = {
        "anthropic.claude-instant-v1",
        "cohere.command-r-plus-v1:0",
        "meta.llama3-1-405b-instruct-v1:0",
        "mistral.mixtral-8x7b-instruct-v0:1",
        "amazon.titan-image-generator-v2:0",
        "us.deepseek.r1-v1:0",
        "openai.gpt-oss-120b-1:0",
    };

    ConverseRequest build(int i) {
        return ConverseRequest.builder().modelId(MODELS[i]).build();
    }

    ConverseRequest apac() {
        return ConverseRequest.builder().modelId("apac.amazon.nova-micro-v1:0").build();
    }
}
