defmodule PhoenixWeb.Router do
  use PhoenixWeb, :router
  scope "/falcon", PhoenixWeb do
    get "/models/:id", ModelController, :show
    resources "/gemini", SignController
  end
  @type_ "text/event-stream"
  @model Phoenix.Accounts.User
end
