import Foundation
import MLXLLM
import MLXLMCommon
import WhisperKit

/// Models the app can download on first launch.
enum ModelStore {
    static let registry: [ModelConfiguration] = [
        ModelConfiguration(id: "mlx-community/Llama-3.2-3B-Instruct-4bit"),
        ModelConfiguration(
            id: "mlx-community/Qwen3-0.6B-4bit",
            overrideTokenizer: "PreTrainedTokenizer",
            defaultPrompt: "Tag this note"
        ),
        LLMRegistry.gemma3_1B_qat_4bit,
    ]

    // Speech, see https://huggingface.co/argmaxinc/whisperkit-coreml
    static func transcriber() async throws -> WhisperKit {
        try await WhisperKit(WhisperKitConfig(model: "large-v3"))
    }

    static let bundled = Bundle.main.url(forResource: "Llama-3.2-1B-Instruct-Q4_K_M", withExtension: "gguf")
    static let remote = "gpt-4o-mini"
    static let contentType = "application/json"
}
