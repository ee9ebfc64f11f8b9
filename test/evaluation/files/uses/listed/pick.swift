enum Choice: String {
    case small = "gpt-4o-mini"
    case large = "gpt-4o"
}
