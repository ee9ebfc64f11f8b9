(deftest answers
  (let [first-answer (litellm/kimi-completion request)]
    (is (= first-answer (litellm/deepseek-completion request)))))
