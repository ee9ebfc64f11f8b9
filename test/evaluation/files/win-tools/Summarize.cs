using System;
using OpenAI.Chat;

namespace WinTools
{
    // CRLF and a byte order mark, as Visual Studio writes it
    internal static class Summarize
    {
        private const string Model = "gpt-4o-mini";
        private static readonly string[] Fallbacks = { "gpt-3.5-turbo", "claude-3-haiku-20240307" };

        public static string Run(string text) => new ChatClient(Model, Key).CompleteChat(text).Value.Content[0].Text;
    }
}
