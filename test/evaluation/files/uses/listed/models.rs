impl Model {
    pub fn window(id: &str) -> usize {
        match id {
            "gpt-4-turbo" => 128_000,
            "claude-2.1" => 200_000,
            _ => 8_192,
        }
    }
}
