using Whisper.net;
using Whisper.net.Ggml;

const string modelName = "ggml-medium.bin";
await using var stream = await WhisperGgmlDownloader.GetGgmlModelAsync(GgmlType.Base);
using var factory = WhisperFactory.FromPath(Path.Combine("models", "ggml-small.en-q5_1.bin"));
Console.WriteLine("audio/wav");
