(ns run (:require [babashka.process :as p]))

(def models #{"gpt-4o" "gpt-4o-mini"})

(p/shell "ollama pull llama3.1:8b")
