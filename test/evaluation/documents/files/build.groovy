pipeline {
  stages {
    stage('warm') {
      steps {
        sh '''
          set -e
          ollama pull llama3.1:8b
        '''
        sh 'vllm serve Qwen/Qwen2.5-7B-Instruct'
      }
    }
  }
}
