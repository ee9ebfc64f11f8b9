require("codecompanion").setup({ adapters = { ollama = function() return require("x").extend("ollama", { schema = { model = { default = "qwen2.5-coder:7b" } } }) end } })
local model = "claude-3-7-sonnet-20250219"
return { "nvim-lua/plenary.nvim", "olimorris/codecompanion.nvim", opts = { model = "gpt-4o" } }
