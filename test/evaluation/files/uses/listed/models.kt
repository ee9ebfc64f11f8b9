val vision = setOf("gpt-4o", "claude-3-5-sonnet-20241022")

object Models {
    const val GPT_4_1_NANO = "gpt-4.1-nano"
    const val DEFAULT = "gpt-4.1"
}
