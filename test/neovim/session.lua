-- What session.mjs asks of Neovim: opens a file with the language server attached, and writes what the editor got as one line of JSON.
-- Variables of the environment: NODE, CLI (the server's program), FILE, ANSWERS (where they are written).
local bufnr
local patience = 60000

local function ask(client, method, params)
  local answer = client.request_sync(method, params, patience, bufnr)
  assert(answer, method .. " was not answered")
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

local function session()
  vim.cmd.edit(vim.fn.fnameescape(vim.env.FILE))
  bufnr = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start({
    name = "model-license-lens",
    cmd = { vim.env.NODE, vim.env.CLI, "lsp" },
    root_dir = vim.fs.dirname(vim.env.FILE),
  })
  assert(id, "the server did not start")
  local client = vim.lsp.get_client_by_id(id)
  vim.wait(patience, function()
    return #vim.diagnostic.get(bufnr) > 0
  end, 50)

  local diagnostics = vim.diagnostic.get(bufnr)
  local first = diagnostics[1]
  assert(first, "there are no problems")
  local position = { line = first.lnum, character = first.col }
  local document = { uri = vim.uri_from_bufnr(bufnr) }
  local hover = ask(client, "textDocument/hover", { textDocument = document, position = position })
  local actions = ask(client, "textDocument/codeAction", {
    textDocument = document,
    range = { start = position, ["end"] = position },
    context = { diagnostics = { first.user_data.lsp } },
  })
  local last = vim.api.nvim_buf_line_count(bufnr) - 1
  local text = vim.api.nvim_buf_get_lines(bufnr, last, last + 1, false)[1]
  local completion = ask(client, "textDocument/completion", {
    textDocument = document,
    position = { line = last, character = (text:find('")', 1, true) or 1) - 1 },
  })

  local edited
  for _, action in ipairs(actions or {}) do
    if action.edit then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      edited = { title = action.title, line = vim.api.nvim_buf_get_lines(bufnr, first.lnum, first.lnum + 1, false)[1] }
      break
    end
  end
  local items = completion and (completion.items or completion) or {}
  return {
    diagnostics = vim.tbl_map(function(one)
      return { code = one.code, source = one.source, message = one.message, line = one.lnum + 1 }
    end, diagnostics),
    hover = hover and hover.contents.value,
    actions = vim.tbl_map(function(one)
      return one.title
    end, actions or {}),
    edited = edited,
    completions = vim.tbl_map(function(one)
      return one.label
    end, vim.list_slice(items, 1, 20)),
  }
end

local fine, result = pcall(session)
vim.fn.writefile({ vim.json.encode(fine and result or { failed = tostring(result) }) }, vim.env.ANSWERS)
vim.cmd.qall({ bang = true })
