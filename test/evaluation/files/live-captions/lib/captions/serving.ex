defmodule Captions.Serving do
  @moduledoc """
  Bumblebee servings. The default checkpoint is `openai/whisper-small`.
  """

  @whisper "openai/whisper-small"

  def whisper do
    {:ok, model_info} = Bumblebee.load_model({:hf, @whisper})
    {:ok, featurizer} = Bumblebee.load_featurizer({:hf, "openai/whisper-small"})
    {:ok, tokenizer} = Bumblebee.load_tokenizer({:hf, "openai/whisper-small"})
    Bumblebee.Audio.speech_to_text_whisper(model_info, featurizer, tokenizer, @whisper)
  end

  def ner do
    {:ok, bert} = Bumblebee.load_model({:hf, "dslim/bert-base-NER", revision: "9ecc7b66c4d8a0e3c4bc5d2ea4ab49fcf2b2f0d5"})
    {:ok, tokenizer} = Bumblebee.load_tokenizer({:hf, "bert-base-cased"})
    Bumblebee.Text.token_classification(bert, tokenizer, aggregation: :same)
  end
end
