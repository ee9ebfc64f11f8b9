static readonly Dictionary<string, int> Windows = new()
{
    ["gpt-4-turbo"] = 128_000,
    ["claude-3-haiku-20240307"] = 200_000,
};
