ALLOWED = %w[gpt-4o gpt-4o-mini].freeze

def allowed?(id) = ALLOWED.include?(id)
