class SetModel < ActiveRecord::Migration[7.1]
  def up = change_column_default(:bots, :model, from: nil, to: "gpt-4o-mini")
end
