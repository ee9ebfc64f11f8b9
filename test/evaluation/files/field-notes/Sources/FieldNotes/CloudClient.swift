import AnthropicSwiftSDK
import FoundationModels
import GoogleGenerativeAI
import OpenAI

struct CloudClient {
    let gemini = GenerativeModel(name: "gemini-1.5-pro-latest", apiKey: APIKey.default)

    func chat(_ text: String) async throws -> String {
        let query = ChatQuery(messages: [.user(.init(content: .string(text)))], model: .init("gpt-4.1-nano"))
        return try await openAI.chats(query: query).choices.first?.message.content ?? ""
    }

    func claude(_ text: String) async throws -> MessagesResponse {
        try await anthropic.messages.createMessage([.init(role: .user, content: [.text(text)])], model: .custom("claude-3-5-sonnet-20241022"), maxTokens: 800)
    }
}
