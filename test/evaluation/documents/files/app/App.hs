module App where

model :: String
model = "meta-llama/" ++ "Llama-3.1-8B-Instruct"

serve :: IO ()
serve = callProcess "vllm" ["serve", "Qwen/Qwen2.5-7B-Instruct"]
