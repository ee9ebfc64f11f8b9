# frozen_string_literal: true

require "informers"
require "openai"
require "ollama-ai"

# Summarises posts; `gpt-4o-mini` unless the site asks for something else.
class Summarizer
  DEFAULT_MODEL = ENV.fetch("SUMMARY_MODEL", "gpt-4o-mini")
  EMBEDDER = Informers.pipeline("embedding", "mixedbread-ai/mxbai-embed-large-v1")
  RERANKER = Informers.pipeline("reranking", "mixedbread-ai/mxbai-rerank-base-v1")

  def call(post)
    client.chat(parameters: { model: DEFAULT_MODEL, messages: [{ role: "user", content: post.body }] })
  end

  def local(post)
    Ollama.new(credentials: { address: "http://localhost:11434" })
          .generate({ model: "llama3:8b", prompt: post.body })
  end

  def claude(post)
    RubyLLM.chat(model: "claude-sonnet-4-5").ask(post.body)
  end

  private

  def client = @client ||= OpenAI::Client.new(access_token: ENV.fetch("OPENAI_API_KEY"))
end
