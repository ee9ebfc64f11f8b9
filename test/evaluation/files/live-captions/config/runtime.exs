import Config

config :captions, Captions.LLM,
  provider: :openai,
  model: System.get_env("LLM_MODEL") || "gpt-4.1-mini",
  fallback: "mistral-small-2506"

config :captions, CaptionsWeb.Endpoint, url: [host: "example.org", port: 443, scheme: "https"]
config :mime, :types, %{"text/vtt" => ["vtt"]}
