class BotTest {
    @Test
    void names() {
        assertEquals("claude-sonnet-4-5", new Bot().model());
    }
}
