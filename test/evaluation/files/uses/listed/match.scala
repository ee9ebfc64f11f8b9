def window(id: String): Int = id match {
  case "gpt-4o" => 128000
  case "claude-2.1" => 200000
  case _ => 8192
}
