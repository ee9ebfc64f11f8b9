package app.tutor

import android.content.Context
import com.google.ai.client.generativeai.GenerativeModel
import com.google.mediapipe.tasks.genai.llminference.LlmInference
import java.io.File

private const val MODEL_FILE = "gemma-2b-it-cpu-int4.bin"

class Engine(private val context: Context, modelName: String = "gemini-1.5-flash") {
    private val cloud = GenerativeModel(modelName = modelName, apiKey = BuildConfig.API_KEY)

    private val local by lazy {
        val options = LlmInference.LlmInferenceOptions.builder()
            .setModelPath(File(context.filesDir, "llm/$MODEL_FILE").path)
            .setMaxTokens(512)
            .build()
        LlmInference.createFromOptions(context, options)
    }

    suspend fun hint(question: String): String = cloud.generateContent(question).text.orEmpty()

    companion object {
        // Download page, needs a login: https://huggingface.co/google/gemma-2b-it-tflite
        val ONLINE = mapOf("fast" to "gpt-4.1-nano", "deep" to "o3")
    }
}
