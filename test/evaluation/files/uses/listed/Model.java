package app;

public enum Model {
    GPT_4O("gpt-4o"),
    CLAUDE_3_HAIKU("claude-3-haiku-20240307");

    private final String id;

    Model(String id) {
        this.id = id;
    }
}
