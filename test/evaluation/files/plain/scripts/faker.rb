module Faker
  class Space < Base
    MOONS = %w[Titan Europa Phobos].freeze
    def self.moon = fetch("space.moon")
    def self.path = "locales/en/space.yml"
  end
end
# rubocop:disable Style/Documentation
I18n.t("music/bossa_nova", default: "Garota de Ipanema")
require "rack/mime"
Rails.application.routes.draw { get "models/:id", to: "models#show" }
