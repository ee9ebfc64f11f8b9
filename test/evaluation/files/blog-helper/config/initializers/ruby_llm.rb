RubyLLM.configure do |config|
  config.openai_api_key = ENV["OPENAI_API_KEY"]
  config.default_model = "gpt-4.1-nano"
  config.default_embedding_model = "text-embedding-3-small"
  config.default_image_model = "gpt-image-1"
  config.request_timeout = 120
end
