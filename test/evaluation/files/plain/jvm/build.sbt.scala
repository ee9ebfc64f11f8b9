package build

object Versions {
  val spark = "3.5.3"
  val artifact = "com.johnsnowlabs.nlp" -> "spark-nlp_2.12"
  val repo = "JohnSnowLabs/spark-nlp"
  val path = "s3a://lake/bronze/events"
  // see https://github.com/apache/spark/tree/master/mllib
  val model: ModelKind = ModelKind.Linear
}
