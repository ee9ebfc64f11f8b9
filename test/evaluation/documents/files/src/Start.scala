object Start {
  val config =
    """model: Qwen/Qwen2.5-7B-Instruct
      |port: 8000
      |""".stripMargin
}
