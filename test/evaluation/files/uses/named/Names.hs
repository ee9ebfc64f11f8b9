module Names (modelName) where

modelName :: Model -> Text
modelName Gpt4o = "gpt-4o"
modelName Claude3Opus = "claude-3-opus-20240229"
modelName Cheap = "gpt-4o-mini"
