package jobs

import com.johnsnowlabs.nlp.annotator._
import com.johnsnowlabs.nlp.embeddings.BertEmbeddings
import io.cequence.openaiscala.domain.ModelId
import org.apache.spark.sql.SparkSession

object Enrich {
  val ChatModel = sys.env.getOrElse("CHAT_MODEL", "gpt-4o-mini")
  val Encoder: String = "google/embeddinggemma-300m"

  def main(args: Array[String]): Unit = {
    val model = args.lift(1).getOrElse("facebook/nllb-200-distilled-600M")
    val bedrock = "amazon.nova-micro-v1:0"
    // cheaper: claude-3-haiku-20240307
    println(s"encoding with $Encoder, chatting with ${ChatModel}, translating with $model, $bedrock")
  }
}
