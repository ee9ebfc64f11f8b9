RSpec.describe Bot do
  it("names it") { expect(Bot.new.model).to eq("gpt-4o") }
end
