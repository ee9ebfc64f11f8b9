final model = GenerativeModel(model: 'gemini-2.5-flash', apiKey: key);
