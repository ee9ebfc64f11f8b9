return {
  {
    "olimorris/codecompanion.nvim",
    dependencies = { "nvim-lua/plenary.nvim", "nvim-treesitter/nvim-treesitter" },
    opts = {
      adapters = {
        ollama = function()
          return require("codecompanion.adapters").extend("ollama", {
            schema = { model = { default = "qwen2.5-coder:14b" } },
          })
        end,
      },
    },
  },
  {
    "yetone/avante.nvim",
    opts = {
      provider = "claude",
      providers = { claude = { endpoint = "https://api.anthropic.com", model = "claude-3-7-sonnet-20250219" } },
    },
  },
}
